import { expect, test } from 'vitest';
import { jsonFault } from './json-fault.ts';

test.each([
  ['{"a": 1, "b": [true, null, -1.5e3, "\\u00e9\\n"], "c": {}}'],
  ['[]'],
  [' "x" '],
  ['0'],
  ['\ufeff{"a":[[],{}]}'],
])('sound: %s', (text) => {
  expect(() => JSON.parse(text.replace(/^\ufeff/u, ''))).not.toThrow();
  expect(jsonFault(text)).toBeNull();
});

test.each([
  ['{"a": }', 1, 7],
  ['{"a": 1\n "b": 2}', 2, 2],
  ['{"a": 1,\n}', 2, 1],
  ['[1,\n2,\n甲]', 3, 1],
  ["{'a': 1}", 1, 2],
  ['{"a" 1}', 1, 6],
  ['{} x', 1, 4],
  ['[01]', 1, 3],
  ['{"a": "b\nc"}', 1, 7],
])('a fault has its place: %s', (text, line, column) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(jsonFault(text)).toEqual({ line, column, cut: false });
});

test.each(['', '{', '{"a', '{"a":', '{"a": 1,', '[1, "b\\', '{"a": "甲'])(
  'what only lacks its end is cut off: %s',
  (text) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(jsonFault(text)?.cut).toBe(true);
  },
);
