import { nearest } from '../kernel/nearest.ts';
import type { Check, Compiler, Operand, Path } from './types.ts';

/** How a value is called that its author wrote wrongly. */
export const mistaken = '（有误）';

export type Arguments = Readonly<Record<string, unknown>>;

/** The arguments as a map with only the allowed keys and all the required ones; each mistake is reported at its place. */
export function argumentsOf(
  source: unknown,
  path: Path,
  compiler: Compiler,
  required: readonly string[],
  optional: readonly string[] = [],
): Arguments | null {
  if (typeof source !== 'object' || source === null || Array.isArray(source)) {
    compiler.problem(path, `这里应写成 { ${required.join(', ')} }`);
    return null;
  }
  const given = source as Arguments;
  const allowed = [...required, ...optional];
  let sound = true;
  for (const key of Object.keys(given)) {
    if (allowed.includes(key)) continue;
    compiler.problem([...path, key], `不认识的键“${key}”`, nearest(key, allowed));
    sound = false;
  }
  for (const key of required) {
    if (key in given) continue;
    compiler.problem(path, `缺少“${key}”`);
    sound = false;
  }
  return sound ? given : null;
}

type Parts = Pick<Check, 'operator' | 'test' | 'phrase'> &
  Partial<Pick<Check, 'operands' | 'children' | 'figures' | 'elements' | 'slots'>>;

const none: readonly never[] = [];

/** A check with what follows from its parts. All checks have one shape, so that running them stays fast. */
export function check(parts: Parts): Check {
  const operands = parts.operands ?? none;
  const children = parts.children ?? none;
  const slots = new Set(parts.slots);
  let usesItem = false;
  let usesDay = false;
  const inner: readonly (readonly (Operand | Check)[])[] = [operands, children];
  for (const list of inner) {
    for (const part of list) {
      for (const slot of part.slots) slots.add(slot);
      usesItem ||= part.usesItem;
      usesDay ||= part.usesDay;
    }
  }
  return {
    operator: parts.operator,
    test: parts.test,
    phrase: parts.phrase,
    operands,
    children,
    figures: parts.figures ?? null,
    elements: parts.elements ?? null,
    slots: slots.size === 0 ? none : [...slots],
    usesItem,
    usesDay,
  };
}

/** A condition that is never known; stands where the author made a mistake, which has been reported. */
export const broken: Check = check({ operator: 'broken', test: () => null, phrase: '（条件有误）' });

/** Wrong type of operand is the author's mistake, not the record's. */
export function requireType(operand: Operand, allowed: readonly string[], path: Path, compiler: Compiler): void {
  // What could not be made out was reported already.
  if (allowed.includes(operand.type) || operand.phrase === mistaken) return;
  compiler.problem(path, `“${operand.phrase}”的类型是 ${operand.type}，这里需要 ${allowed.join(' 或 ')}`);
}
