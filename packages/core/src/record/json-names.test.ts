import { expect, test } from 'vitest';
import { nameTwice } from './json-names.ts';

test('a name that stands twice in one object is found, however it is written, and where', () => {
  expect(nameTwice('{"a":1,\n"b":{"c":1,\n"\\u0063":2}}')).toEqual({ path: 'b.c', name: 'c', lines: [2, 3] });
  expect(nameTwice('[{"a":1,"a":1}]')).toEqual({ path: 'a', name: 'a', lines: [1, 1] });
  expect(nameTwice('{"__proto__":1,"__proto__":2}')?.name).toBe('__proto__');
});

test('the same name in two objects, or as a value, is no fault', () => {
  for (const text of [
    '{"a":{"a":"a"},"b":["a","a"]}',
    '[{"a":1},{"a":2}]',
    '{"a":"{\\"a\\":1,\\"a\\":2}"}',
    '',
    '{"a',
    '"a":"a":',
  ])
    expect(nameTwice(text)).toBeNull();
});

test('a long text takes as much longer as it is', () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `"${index}":[]`);
  const begun = performance.now();
  expect(nameTwice(`{${names.join(',')}}`)).toBeNull();
  expect(nameTwice('"\\'.repeat(500_000))).toBeNull();
  expect(performance.now() - begun).toBeLessThan(3000);
});
