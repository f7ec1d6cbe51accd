import { nearest } from '../kernel/nearest.ts';
import type { Truth } from '../kernel/truth.ts';
import { leastConfidence } from '../record/confidence.ts';
import type { FactValue } from '../record/types.ts';
import { check, requireType } from './arguments.ts';
import type { Frame } from './frame.ts';
import type { Operator } from './types.ts';

/** Whether the value is on record at all; unknown itself only where something was read, and not clearly enough to be told. */
export const known: Operator = (args, path, compiler) => {
  const operand = compiler.operand(args, path);
  const fact = typeof args === 'string' ? args : null;
  return check({
    operator: 'known',
    operands: [operand],
    phrase: `已载明${operand.phrase}`,
    test: (frame) => operand.value(frame) !== null || (isUnclear(frame, fact) ? null : false),
  });
};

function isUnclear(frame: Frame, path: string | null): boolean {
  return path !== null && (frame.fact(path)?.confidence ?? 1) < leastConfidence;
}

/** The value of a yes-or-no fact. */
export const holds: Operator = (args, path, compiler) => {
  const operand = compiler.operand(args, path);
  requireType(operand, ['boolean'], path, compiler);
  const { slot } = operand;
  return check({
    operator: 'holds',
    operands: [operand],
    phrase: operand.phrase,
    test: slot === null ? (frame) => truthOf(operand.value(frame)) : (frame) => truthOf(frame.value(slot)),
  });
};

function truthOf(value: FactValue | null): Truth {
  return value === true ? true : value === false ? false : null;
}

/** A document of one of these kinds is in the file; unknown while a page is unread or the record is not the whole file. */
export const document: Operator = (args, path, compiler) => {
  const kinds = (Array.isArray(args) ? args : [args]).map(String);
  kinds.forEach((kind, index) => {
    if (compiler.kinds.has(kind)) return;
    const place = Array.isArray(args) ? [...path, index] : path;
    compiler.problem(place, `文书种类“${kind}”不在 kinds.yaml 中`, nearest(kind, compiler.kinds.keys()));
  });
  const labels = kinds.map((kind) => compiler.kinds.get(kind) ?? kind).join('或者');
  return check({
    operator: 'document',
    phrase: `卷内有${labels}`,
    test: (frame) => frame.hasDocument(kinds),
    figures: (frame) => (frame.hasDocument(kinds) === true ? {} : { missing: labels }),
  });
};

/**
 * The papers given are not known to be the whole file: others may tell what these do not. False for a record without papers, as a row of a ledger
 * is, and for one that was given as whole.
 */
export const part: Operator = (args, path, compiler) => {
  if (args !== true) compiler.problem(path, '只能写 true');
  return check({
    operator: 'part',
    phrase: '所给材料不是全卷',
    test: (frame) => !frame.record.complete && frame.record.documents.length > 0,
  });
};

/** All papers that state the value state the same one; unknown when none does. */
export const agrees: Operator = (args, path, compiler) => {
  const operand = compiler.operand(args, path);
  const fact = String(args);
  return check({
    operator: 'agrees',
    operands: [{ ...operand, slots: [] }],
    phrase: `卷内各文书记载的${operand.phrase}一致`,
    test: (frame) => {
      const found = frame.fact(fact);
      if (found === null) return null;
      const others = found.alternatives ?? [];
      if (others.length === 0) return true;
      return others.some(({ confidence = 1 }) => confidence >= leastConfidence) ? false : null;
    },
    figures: (frame) => {
      const found = frame.fact(fact);
      const others = (found?.alternatives ?? []).map((other) => String(other.value));
      return others.length === 0 ? {} : { others: others.join('、') };
    },
  });
};
