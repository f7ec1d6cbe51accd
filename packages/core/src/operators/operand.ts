import { dayNumber } from '../kernel/day.ts';
import { nearest } from '../kernel/nearest.ts';
import { leastConfidence } from '../record/confidence.ts';
import { type FactEntry, type FactType, labelOf, plainLabel } from '../record/dictionary.ts';
import type { FactValue, ListItem } from '../record/types.ts';
import { argumentsOf, mistaken } from './arguments.ts';
import type { Frame } from './frame.ts';
import { parameterOperand } from './parameter.ts';
import { dueOperand, extremeOperand, sumOperand } from './reckoned.ts';
import type { Compiler, Operand, Path } from './types.ts';

const kinds = [
  ...(['fact', 'item', 'param', 'value', 'first', 'size', 'pluck', 'times'] as const),
  ...(['plus', 'due', 'earliest', 'latest'] as const),
];

const nothing: Operand = {
  value: () => null,
  day: () => null,
  facts: () => [],
  includes: null,
  phrase: mistaken,
  type: 'text',
  slot: null,
  literal: null,
  slots: [],
  usesItem: false,
  usesDay: false,
};

/** Compiles `{ fact: … }`, `{ item: … }` and the other forms of a value; a bare path stands for `{ fact: path }`. */
export function compileOperand(source: unknown, path: Path, compiler: Compiler): Operand {
  if (typeof source === 'string') return factOperand(source, path, compiler);
  if (typeof source === 'number' || typeof source === 'boolean') return literal(source);
  if (typeof source !== 'object' || source === null || Array.isArray(source)) {
    compiler.problem(path, '这里应写一个值，如 { fact: … } 或 { value: … }');
    return nothing;
  }
  const keys = Object.keys(source);
  const key = keys[0] ?? '';
  if (keys.length !== 1 || !kinds.some((kind) => kind === key)) {
    compiler.problem(path, `值的写法应是 ${kinds.join('、')} 之一`, nearest(key, kinds));
    return nothing;
  }
  const inner = (source as Record<string, unknown>)[key];
  const place = [...path, key];
  switch (key as (typeof kinds)[number]) {
    case 'fact':
      return factOperand(inner, place, compiler);
    case 'item':
      return itemOperand(inner, place, compiler);
    case 'param':
      return parameterOperand(inner, place, compiler) ?? nothing;
    case 'value':
      return literal(inner as FactValue);
    case 'first':
      return firstOperand(inner, place, compiler);
    case 'size':
      return sizeOperand(inner, place, compiler);
    case 'pluck':
      return pluckOperand(inner, place, compiler);
    case 'times':
      return productOperand(inner, place, compiler);
    case 'plus':
      return sumOperand(operandList(inner, place, compiler));
    case 'due':
      return dueOperand(inner, place, compiler) ?? nothing;
    case 'earliest':
    case 'latest':
      return extremeOperand(operandList(inner, place, compiler), key === 'latest');
    default:
      return key as never;
  }
}

function factOperand(source: unknown, path: Path, compiler: Compiler): Operand {
  const entry = typeof source === 'string' ? compiler.dictionary.get(source) : undefined;
  if (entry === undefined) {
    compiler.problem(
      path,
      `事实“${String(source)}”不在 facts.yaml 中`,
      nearest(String(source), compiler.dictionary.keys()),
    );
    return nothing;
  }
  const slot = compiler.slots.slot(entry.path);
  const label = labelOf(compiler.dictionary, entry.path);
  if (entry.path.startsWith('agency.')) return agencyOperand(entry, slot, label);
  return {
    value: (frame) => frame.value(slot),
    day: (frame) => frame.dayOf(slot),
    facts: (frame) => [{ path: entry.path, label, value: frame.value(slot), anchors: frame.anchorsOf(slot) }],
    includes: null,
    phrase: label,
    type: entry.type,
    slot,
    literal: null,
    slots: [slot],
    usesItem: false,
    usesDay: false,
  };
}

/** What the agency's profile says on the day that dates the rule: a threshold or an authority may have changed since. */
function agencyOperand(entry: FactEntry, slot: number, label: string): Operand {
  const value = (frame: Frame): FactValue | null => frame.valueOn(slot);
  return {
    ...nothing,
    value,
    day: (frame) => dayNumber(value(frame)),
    facts: (frame) => [{ path: entry.path, label, value: value(frame), anchors: frame.anchorsOf(slot) }],
    phrase: label,
    type: entry.type,
    slots: [slot],
    usesDay: true,
  };
}

/** An element read so badly that its values count as not known. */
function isUnsure(item: ListItem | null): boolean {
  return item?.confidence !== undefined && item.confidence < leastConfidence;
}

function itemOperand(source: unknown, path: Path, compiler: Compiler): Operand {
  const list = compiler.element === null ? undefined : compiler.dictionary.get(compiler.element);
  if (list === undefined) {
    compiler.problem(path, '“item”只能用在逐项判断（each、every、some、none、count）之内');
    return nothing;
  }
  const field = typeof source === 'string' ? list.fields[source] : undefined;
  if (typeof source !== 'string' || field === undefined) {
    compiler.problem(
      path,
      `${list.label}没有“${String(source)}”这一项`,
      nearest(String(source), Object.keys(list.fields)),
    );
    return nothing;
  }
  const label = plainLabel(field.label);
  const value = (frame: Frame): FactValue | null =>
    isUnsure(frame.item) ? null : ((frame.item?.[source] as FactValue | null | undefined) ?? null);
  return {
    value,
    day: (frame) => dayNumber(value(frame)),
    facts: (frame) => [
      { path: `${list.path}.${source}`, label, value: value(frame), anchors: frame.item?.anchors ?? [] },
    ],
    includes: null,
    phrase: label,
    type: field.type,
    slot: null,
    literal: null,
    slots: [],
    usesItem: true,
    usesDay: false,
  };
}

function literal(value: FactValue): Operand {
  const day = dayNumber(value);
  const type: FactType =
    typeof value === 'number'
      ? 'number'
      : typeof value === 'boolean'
        ? 'boolean'
        : Array.isArray(value)
          ? 'texts'
          : day === null
            ? 'text'
            : 'day';
  return {
    ...nothing,
    literal: value,
    value: () => value,
    day: () => day,
    phrase: Array.isArray(value) ? value.join('、') : String(value),
    type,
  };
}

function firstOperand(source: unknown, path: Path, compiler: Compiler): Operand {
  const choices = operandList(source, path, compiler);
  const taken = (frame: Frame): Operand | undefined => choices.find((choice) => choice.value(frame) !== null);
  const first = combined(
    choices,
    choices.map((choice) => choice.phrase).join('，没有时取'),
    choices[0]?.type ?? 'text',
    (frame) => taken(frame)?.value(frame) ?? null,
  );
  // What stood in for nothing is neither shown nor missed; where none is known, the usual one is, which stands last.
  return { ...first, facts: (frame) => (taken(frame) ?? choices.at(-1))?.facts(frame) ?? [] };
}

function sizeOperand(source: unknown, path: Path, compiler: Compiler): Operand {
  const list = compiler.operand(source, path);
  return combined([list], `${list.phrase}的数量`, 'number', (frame) => {
    const value = list.value(frame);
    return Array.isArray(value) ? value.length : null;
  });
}

function pluckOperand(source: unknown, path: Path, compiler: Compiler): Operand {
  const given = argumentsOf(source, path, compiler, ['list', 'field']);
  if (given === null) return nothing;
  const list = compiler.operand(given.list, [...path, 'list']);
  const field = String(given.field);
  const entry = compiler.dictionary.get(String(given.list));
  if (entry !== undefined && !(field in entry.fields)) {
    compiler.problem(
      [...path, 'field'],
      `${entry.label}没有“${field}”这一项`,
      nearest(field, Object.keys(entry.fields)),
    );
  }
  return combined([list], `${list.phrase}的${plainLabel(entry?.fields[field]?.label ?? field)}`, 'texts', (frame) => {
    const value = list.value(frame);
    if (!Array.isArray(value)) return null;
    const found = (value as readonly ListItem[]).map((item) => item[field] ?? null);
    // A list of which one element leaves the field open is not known as a whole: counted short it would convict.
    return found.includes(null) ? null : found.flatMap((one) => (Array.isArray(one) ? one.map(String) : [String(one)]));
  });
}

function productOperand(source: unknown, path: Path, compiler: Compiler): Operand {
  const factors = operandList(source, path, compiler);
  return combined(factors, factors.map((factor) => factor.phrase).join(' × '), 'number', (frame) => {
    let product = 1;
    for (const factor of factors) {
      const value = factor.value(frame);
      if (typeof value !== 'number') return null;
      product *= value;
    }
    // Money has two decimals; a product of floats may carry dust behind them.
    return Math.round(product * 100) / 100;
  });
}

function operandList(source: unknown, path: Path, compiler: Compiler): readonly Operand[] {
  if (Array.isArray(source) && source.length > 0) {
    return source.map((entry, index) => compiler.operand(entry, [...path, index]));
  }
  compiler.problem(path, '这里应列出至少一个值');
  return [];
}

function combined(
  parts: readonly Operand[],
  phrase: string,
  type: FactType,
  value: (frame: Frame) => FactValue | null,
): Operand {
  return {
    value,
    day: (frame) => dayNumber(value(frame)),
    facts: (frame) => parts.flatMap((part) => part.facts(frame)),
    includes: null,
    phrase,
    type,
    slot: null,
    literal: null,
    slots: parts.flatMap((part) => part.slots),
    usesItem: parts.some((part) => part.usesItem),
    usesDay: parts.some((part) => part.usesDay),
  };
}
