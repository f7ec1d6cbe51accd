import { expect, test } from 'vitest';
import { drawnBy } from './overlay.ts';

test.each([
  [' eq \\o\\ac(○,12)', '⑫'],
  ['EQ \\o\\ac(□,√)', '☑'],
  ['eq \\o(口,×) ', '☒'],
  ['eq \\o\\ac(○,印)', '印'],
  ['eq \\f(1,2)', '1/2'],
  ['eq \\r(2)', '\ufffd'],
  [' PAGE ', null],
])('what a field draws itself is said in a line, or marked as not read: %s', (code, shown) => {
  expect(drawnBy(code)).toBe(shown);
});
