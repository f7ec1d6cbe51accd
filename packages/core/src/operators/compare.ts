import { foldName, sameBody } from '../kernel/names.ts';
import type { Truth } from '../kernel/truth.ts';
import type { FactValue } from '../record/types.ts';
import { argumentsOf, broken, check, requireType } from './arguments.ts';
import type { Frame } from './frame.ts';
import type { Check, Operand, Operator } from './types.ts';

const numeric = ['number', 'money'];

/** Both values are the same. */
export const equals: Operator = (args, path, compiler) => {
  const given = argumentsOf(args, path, compiler, ['left', 'right']);
  if (given === null) return broken;
  const left = compiler.operand(given.left, [...path, 'left']);
  const right = compiler.operand(given.right, [...path, 'right']);
  return check({
    operator: 'equals',
    operands: [left, right],
    phrase: `${left.phrase}是${right.phrase}`,
    test: sameAs(left, right),
  });
};

/** A fact against a literal, the guard of most rules, is read straight from its slot. */
function sameAs(left: Operand, right: Operand): Check['test'] {
  const { slot } = left;
  const { literal } = right;
  if (slot === null || literal === null)
    return (frame) => both(left.value(frame), right.value(frame), (a, b) => a === b);
  return (frame) => {
    const value = frame.value(slot);
    return value === null ? null : value === literal;
  };
}

/** The value is one of those listed. */
export const oneOf: Operator = (args, path, compiler) => {
  const given = argumentsOf(args, path, compiler, ['value', 'among']);
  if (given === null) return broken;
  const operand = compiler.operand(given.value, [...path, 'value']);
  const among = Array.isArray(given.among) ? given.among : [];
  if (among.length === 0) compiler.problem([...path, 'among'], '这里应列出至少一个值');
  return check({
    operator: 'one-of',
    operands: [operand],
    phrase: `${operand.phrase}是${among.join('、')}之一`,
    test: (frame) => {
      const value = operand.value(frame);
      return value === null ? null : among.includes(value);
    },
  });
};

export const atLeast = comparison('at-least', '不少于', (a, b) => a >= b);
export const moreThan = comparison('more-than', '多于', (a, b) => a > b);
export const atMost = comparison('at-most', '不多于', (a, b) => a <= b);
export const lessThan = comparison('less-than', '少于', (a, b) => a < b);

function comparison(operator: string, word: string, compare: (a: number, b: number) => boolean): Operator {
  return (args, path, compiler) => {
    const given = argumentsOf(args, path, compiler, ['left', 'right']);
    if (given === null) return broken;
    const left = compiler.operand(given.left, [...path, 'left']);
    const right = compiler.operand(given.right, [...path, 'right']);
    requireType(left, numeric, [...path, 'left'], compiler);
    requireType(right, numeric, [...path, 'right'], compiler);
    return check({
      operator,
      operands: [left, right],
      phrase: `${left.phrase}${word}${right.phrase}`,
      test: (frame) => {
        const a = left.value(frame);
        const b = right.value(frame);
        return typeof a === 'number' && typeof b === 'number' ? compare(a, b) : null;
      },
      figures: (frame) => {
        const limit = right.value(frame);
        return typeof limit === 'number' ? { limit } : {};
      },
    });
  };
}

/**
 * An amount reaches the threshold: the first of those listed that is known. The number itself reaches it unless the law says otherwise (不含本数)
 * or, for a figure of the agency's own, `exclusive` holds; figure `limit`.
 */
export const reaches: Operator = (args, path, compiler) => {
  const given = argumentsOf(args, path, compiler, ['amount', 'thresholds'], ['exclusive']);
  if (given === null) return broken;
  const amount = compiler.operand(given.amount, [...path, 'amount']);
  requireType(amount, numeric, [...path, 'amount'], compiler);
  const listed = Array.isArray(given.thresholds) ? given.thresholds : [];
  if (listed.length === 0) compiler.problem([...path, 'thresholds'], '这里应列出至少一个值');
  const thresholds = listed.map((entry, index) => compiler.operand(entry, [...path, 'thresholds', index]));
  const exclusive = given.exclusive === undefined ? null : compiler.operand(given.exclusive, [...path, 'exclusive']);
  const inForce = (frame: Frame) => thresholds.find((one) => one.value(frame) !== null);
  return check({
    operator: 'reaches',
    operands: [amount, ...thresholds],
    slots: exclusive?.slots ?? [],
    phrase: `${amount.phrase}达到${thresholds.map((one) => one.phrase).join('，没有时取')}`,
    test: (frame) => {
      const sum = amount.value(frame);
      const threshold = inForce(frame);
      const limit = threshold?.value(frame);
      if (typeof sum !== 'number' || typeof limit !== 'number' || threshold === undefined) return null;
      const included = threshold.includes === null ? exclusive?.value(frame) !== true : threshold.includes(frame);
      return included ? sum >= limit : sum > limit;
    },
    figures: (frame) => {
      const limit = inForce(frame)?.value(frame);
      return typeof limit === 'number' ? { limit } : {};
    },
  });
};

/**
 * Two names mean the same person or body, whatever the width, spaces and brackets; with `shortened` one of them may leave
 * out the regions above the body.
 */
export const sameName: Operator = (args, path, compiler) => {
  const given = argumentsOf(args, path, compiler, ['left', 'right'], ['shortened']);
  if (given === null) return broken;
  const same = given.shortened === true ? sameBody : (a: string, b: string): boolean => foldName(a) === foldName(b);
  const left = compiler.operand(given.left, [...path, 'left']);
  const right = compiler.operand(given.right, [...path, 'right']);
  return check({
    operator: 'same-name',
    operands: [left, right],
    phrase: `${left.phrase}与${right.phrase}一致`,
    test: (frame) => both(left.value(frame), right.value(frame), (a, b) => same(String(a), String(b))),
  });
};

/** The text contains one of the words. */
export const mentions: Operator = (args, path, compiler) => {
  const given = argumentsOf(args, path, compiler, ['text', 'any']);
  if (given === null) return broken;
  const text = compiler.operand(given.text, [...path, 'text']);
  const words = Array.isArray(given.any) ? given.any.map(String) : [];
  if (words.length === 0) compiler.problem([...path, 'any'], '这里应列出至少一个词');
  return check({
    operator: 'mentions',
    operands: [text],
    phrase: `${text.phrase}提到${words.join('、')}`,
    test: (frame) => {
      const value = text.value(frame);
      return typeof value === 'string' ? words.some((word) => value.includes(word)) : null;
    },
  });
};

function both(
  left: FactValue | null,
  right: FactValue | null,
  compare: (a: FactValue, b: FactValue) => boolean,
): Truth {
  return left === null || right === null ? null : compare(left, right);
}
