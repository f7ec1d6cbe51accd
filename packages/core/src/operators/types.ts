import type { TraceFact } from '../evaluate/types.ts';
import type { Parameter } from '../kernel/parameter.ts';
import type { Truth } from '../kernel/truth.ts';
import type { Law } from '../laws/types.ts';
import type { Dictionary, FactType } from '../record/dictionary.ts';
import type { FactValue } from '../record/types.ts';
import type { Frame, SlotTable } from './frame.ts';

/** Place in a YAML file, as keys from its root. */
export type Path = readonly (string | number)[];

/** A value that a condition compares: a fact, an element's field, a parameter, a literal. */
export interface Operand {
  readonly value: (frame: Frame) => FactValue | null;
  /** The value as a day number; null when it is none. */
  readonly day: (frame: Frame) => number | null;
  /** What was read, for the trace. */
  readonly facts: (frame: Frame) => readonly TraceFact[];
  /** For a threshold of the law: whether the number itself reaches it; null for other values, which do. */
  readonly includes: ((frame: Frame) => boolean) | null;
  /** Chinese, as it stands in a sentence. */
  readonly phrase: string;
  readonly type: FactType;
  /** The slot, when the value is one fact as it stands: then it is read without a detour. */
  readonly slot: number | null;
  /** The value, when it is written in the rule itself. */
  readonly literal: FactValue | null;
  /** Slots read, for telling which disagreement of papers touches which rule. */
  readonly slots: readonly number[];
  readonly usesItem: boolean;
  readonly usesDay: boolean;
}

/** A compiled condition. Pure and total: a missing fact gives null, nothing is thrown, no clock or disk is read. */
export interface Check {
  readonly operator: string;
  readonly test: (frame: Frame) => Truth;
  /** Chinese, one clause. */
  readonly phrase: string;
  readonly operands: readonly Operand[];
  readonly children: readonly Check[];
  /** Figures worked out on the way, such as elapsed, limit, due; only asked for when a result is explained. */
  readonly figures: ((frame: Frame) => Readonly<Record<string, string | number>>) | null;
  /** For conditions over lists: the elements to explain, each with the child that judged it. */
  readonly elements: ((frame: Frame) => readonly { readonly check: Check; readonly item: Frame['item'] }[]) | null;
  readonly slots: readonly number[];
  readonly usesItem: boolean;
  readonly usesDay: boolean;
}

/** What compiling a condition needs to know, and where it reports the author's mistakes. */
export interface Compiler {
  readonly dictionary: Dictionary;
  readonly kinds: ReadonlyMap<string, string>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly laws: ReadonlyMap<string, Law>;
  readonly slots: SlotTable;
  /** List whose element is in scope, `inquiries[]`, or null. */
  readonly element: string | null;
  within(list: string): Compiler;
  definition(id: string, path: Path): Check | null;
  condition(source: unknown, path: Path): Check;
  operand(source: unknown, path: Path): Operand;
  problem(path: Path, message: string, suggestion?: string): void;
}

/** One operator of the closed list: its arguments are checked while it is compiled. */
export type Operator = (args: unknown, path: Path, compiler: Compiler) => Check;
