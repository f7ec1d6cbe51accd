import { not, type Truth } from '../kernel/truth.ts';
import { broken, check } from './arguments.ts';
import type { Check, Compiler, Operator, Path } from './types.ts';

/** Every one must hold; one that fails decides, else one that is unknown. */
export const all: Operator = (args, path, compiler) => {
  const parts = conditionList(args, path, compiler);
  const tests = parts.map((part) => part.test);
  return check({
    operator: 'all',
    children: parts,
    phrase: parts.map((part) => part.phrase).join('；并且'),
    test: (frame) => {
      let result: Truth = true;
      for (let index = 0; index < tests.length; index++) {
        const truth = tests[index]?.(frame) ?? null;
        if (truth === false) return false;
        if (truth === null) result = null;
      }
      return result;
    },
  });
};

/** One must hold. */
export const any: Operator = (args, path, compiler) => {
  const parts = conditionList(args, path, compiler);
  const tests = parts.map((part) => part.test);
  return check({
    operator: 'any',
    children: parts,
    phrase: `以下之一：${parts.map((part) => part.phrase).join('；或者')}`,
    test: (frame) => {
      let result: Truth = false;
      for (let index = 0; index < tests.length; index++) {
        const truth = tests[index]?.(frame) ?? null;
        if (truth === true) return true;
        if (truth === null) result = null;
      }
      return result;
    },
  });
};

/** The opposite; what is unknown stays unknown. */
export const negation: Operator = (args, path, compiler) => {
  const inner = compiler.condition(args, path);
  return check({
    operator: 'not',
    children: [inner],
    phrase: `并非“${inner.phrase}”`,
    test: (frame) => not(inner.test(frame)),
  });
};

/**
 * The condition surely holds; what is not known counts as no. For the guards of rules on rare steps (a transfer, a
 * delegation): where nothing speaks of the step the rule does not apply. Never in what a rule demands.
 */
export const evident: Operator = (args, path, compiler) => {
  const inner = compiler.condition(args, path);
  return check({
    operator: 'evident',
    children: [inner],
    phrase: `材料表明${inner.phrase}`,
    test: (frame) => inner.test(frame) === true,
  });
};

/** A definition of the pack, answered once a record. */
export const is: Operator = (args, path, compiler) => {
  const id = String(args);
  const definition = compiler.definition(id, path);
  return definition === null ? broken : { ...definition };
};

function conditionList(args: unknown, path: Path, compiler: Compiler): readonly Check[] {
  if (Array.isArray(args) && args.length > 0) {
    return args.map((entry, index) => compiler.condition(entry, [...path, index]));
  }
  compiler.problem(path, '这里应列出至少一个条件');
  return [];
}
