import type { Outcome } from '../evaluate/types.ts';
import { type DayNumber, dayNumber } from '../kernel/day.ts';
import { nearest } from '../kernel/nearest.ts';
import { broken } from '../operators/arguments.ts';
import { type Frame, SlotTable } from '../operators/frame.ts';
import { operators } from '../operators/list.ts';
import { compileOperand } from '../operators/operand.ts';
import type { Check, Compiler, Path } from '../operators/types.ts';
import type { Problem, Source } from './source.ts';
import type { Definition, Pack, Rule } from './types.ts';

/** A version of a rule ready to run: `[from, to)` as day numbers. */
export interface PlannedVersion {
  readonly from: number;
  readonly to: number;
  readonly dates: { readonly from: string; readonly to: string | null };
  /** Slot of the fact that dates it, or a field of the element. */
  readonly slot: number;
  readonly field: string | null;
  readonly when: Check | null;
  readonly require: Check;
  /** The tests of both, at hand without a detour. */
  readonly applies: Check['test'] | null;
  readonly keeps: Check['test'];
}

export interface PlannedRule {
  readonly rule: Rule;
  readonly index: number;
  readonly types: readonly string[] | null;
  readonly procedures: readonly string[] | null;
  /** Slot of the list whose elements are judged one by one; -1 for none. */
  readonly each: number;
  readonly where: Check | null;
  readonly versions: readonly PlannedVersion[];
  /** Days on which a narrower pack speaks in its place; null for none. */
  readonly displaced: Rule['displaced'] | null;
  /** Slots whose disagreement touches this rule. */
  readonly slots: ReadonlySet<number>;
}

/** A pack compiled once: what every record is judged with. */
export interface Plan {
  readonly pack: Pack;
  readonly rules: readonly PlannedRule[];
  readonly paths: readonly string[];
  readonly typeSlot: number;
  readonly procedureSlot: number;
  readonly memoSize: number;
  /** Days on which a dated number changes, in order. */
  readonly changes: readonly DayNumber[];
}

export interface CompiledPack {
  /** Null when there is any problem. */
  readonly plan: Plan | null;
  readonly problems: readonly Problem[];
}

/** Compiles all rules of a pack to one plan with shared slots and shared conditions; lists every mistake in conditions. */
export function compilePack(pack: Pack): CompiledPack {
  const compilation = new Compilation(pack);
  const rules = pack.rules.map((rule, index) => compilation.rule(rule, index));
  for (const definition of pack.definitions) compilation.definition(definition.id, []);
  if (compilation.problems.length > 0) return { plan: null, problems: compilation.problems };
  return {
    plan: {
      pack,
      rules,
      typeSlot: compilation.slots.slot('case.type'),
      procedureSlot: compilation.slots.slot('case.procedure'),
      paths: compilation.slots.paths,
      memoSize: compilation.memoSize,
      changes: changesOf(pack),
    },
    problems: [],
  };
}

function changesOf({ parameters }: Pack): DayNumber[] {
  const days = [...parameters.values()].flatMap(({ versions }) => versions.flatMap(({ from, to }) => [from, to]));
  return [...new Set(days)].filter(Number.isFinite).sort((a, b) => a - b);
}

/** Operators worth answering once a record when several rules ask the same. */
const dear = new Set([
  'all',
  'any',
  'within',
  'after-period',
  'ahead',
  'every',
  'some',
  'none',
  'count',
  'covers',
  'disjoint',
]);

/** A condition that several rules share: its answer is kept for the record once a second rule asks. */
interface Shared {
  check: Check;
  memo: number;
}

class Compilation {
  readonly slots = new SlotTable();
  readonly problems: Problem[] = [];
  memoSize = 0;
  private readonly pack: Pack;
  private readonly kinds: ReadonlyMap<string, string>;
  private readonly shared = new Map<string, Shared>();
  private readonly defined = new Map<string, Check | 'open'>();

  constructor(pack: Pack) {
    this.pack = pack;
    this.kinds = new Map(pack.kinds.map((kind) => [kind.id, kind.label]));
  }

  rule(rule: Rule, index: number): PlannedRule {
    const { source } = rule;
    const each = rule.for.each ?? null;
    if (each !== null && this.pack.dictionary.get(each)?.type !== 'list') {
      this.problem(source, ['for', 'each'], `“${each}”不是 facts.yaml 中的列表`, nearest(each, this.lists()));
    }
    const compiler = this.compiler(source, each);
    const versions = rule.versions.map((version, number): PlannedVersion => {
      const path = ['versions', number];
      const dated = this.datedBy(rule, version['dated-by'], [...path, 'dated-by']);
      const when = version.when === undefined ? null : compiler.condition(version.when, [...path, 'when']);
      const require = compiler.condition(version.require, [...path, 'require']);
      return {
        slot: dated.slot,
        field: dated.field,
        from: dayNumber(version.from) ?? Number.NaN,
        to: version.to === null ? Number.POSITIVE_INFINITY : (dayNumber(version.to) ?? Number.NaN),
        dates: { from: version.from, to: version.to },
        when,
        require,
        applies: when?.test ?? null,
        keeps: require.test,
      };
    });
    const where = rule.for.where === undefined ? null : compiler.condition(rule.for.where, ['for', 'where']);
    const checks = versions.flatMap((version) => [version.require, ...(version.when === null ? [] : [version.when])]);
    const listSlot = each === null ? -1 : this.slots.slot(each);
    return {
      rule,
      index,
      types: rule.for.type ?? null,
      procedures: rule.for.procedure ?? null,
      each: listSlot,
      where,
      versions,
      displaced: rule.displaced.length === 0 ? null : rule.displaced,
      slots: new Set([
        ...[...checks, ...(where === null ? [] : [where])].flatMap((check) => check.slots),
        ...versions.flatMap((version) => (version.slot < 0 ? [] : [version.slot])),
        ...(listSlot < 0 ? [] : [listSlot]),
      ]),
    };
  }

  definition(id: string, at: Path, source?: Source): Check | null {
    const done = this.defined.get(id);
    const definition = this.pack.definitions.find((one) => one.id === id);
    if (definition === undefined || done === 'open') {
      const known = this.pack.definitions.map((one) => one.id);
      if (source !== undefined) {
        this.problem(
          source,
          at,
          done === 'open' ? `定义“${id}”引用了自己` : `没有名为“${id}”的定义`,
          nearest(id, known),
        );
      }
      return null;
    }
    if (done !== undefined) return done;
    this.defined.set(id, 'open');
    const check = this.compileDefinition(definition);
    this.defined.set(id, check);
    return check;
  }

  private compileDefinition(definition: Definition): Check {
    const inner = this.compiler(definition.source, null).condition(definition.means, ['means']);
    const memo = this.memoSize++;
    return {
      ...inner,
      operator: `is ${definition.id}`,
      phrase: definition.title,
      operands: [],
      children: [inner],
      // Parameters are dated by the rule that asks; such an answer is kept for rules of the same day only.
      test: inner.usesDay ? (frame) => frame.onceADay(memo, inner.test) : (frame) => frame.once(memo, inner.test),
    };
  }

  private compiler(source: Source, element: string | null): Compiler {
    const compiler: Compiler = {
      dictionary: this.pack.dictionary,
      kinds: this.kinds,
      parameters: this.pack.parameters,
      laws: this.pack.laws,
      slots: this.slots,
      element,
      within: (list) => this.compiler(source, list),
      definition: (id, path) => this.definition(id, path, source),
      condition: (raw, path) => this.condition(raw, path, compiler),
      operand: (raw, path) => compileOperand(raw, path, compiler),
      problem: (path, message, suggestion) => this.problem(source, path, message, suggestion),
    };
    return compiler;
  }

  private condition(raw: unknown, path: Path, compiler: Compiler): Check {
    const keys = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? Object.keys(raw) : [];
    const name = keys[0];
    const operator = name === undefined ? undefined : operators[name];
    if (name === undefined || keys.length !== 1 || operator === undefined) {
      const wrong = name !== undefined && operator === undefined;
      compiler.problem(
        wrong ? [...path, name] : path,
        wrong ? `没有名为“${name}”的条件` : '条件应恰好写一个算子，如 { known: filing.date }',
        wrong ? nearest(name, Object.keys(operators)) : undefined,
      );
      return broken;
    }
    const args = (raw as Record<string, unknown>)[name];
    if (!dear.has(name)) return operator(args, [...path, name], compiler);
    const key = JSON.stringify(raw);
    const earlier = this.shared.get(key);
    if (earlier !== undefined && compiler.element === null) {
      if (earlier.memo < 0) earlier.memo = this.memoSize++;
      return earlier.check;
    }
    const check = operator(args, [...path, name], compiler);
    if (check.usesItem || check.usesDay || compiler.element !== null) return check;
    const shared: Shared = { check, memo: -1 };
    shared.check = {
      ...check,
      test: (frame: Frame) => (shared.memo < 0 ? check.test(frame) : frame.once(shared.memo, check.test)),
    };
    this.shared.set(key, shared);
    return shared.check;
  }

  private datedBy(rule: Rule, path: string, place: Path): { slot: number; field: string | null } {
    const each = rule.for.each;
    const field = path.startsWith('item.')
      ? path.slice(5)
      : each !== undefined && path.startsWith(`${each}.`)
        ? path.slice(each.length + 1)
        : null;
    const entry = field === null ? this.pack.dictionary.get(path) : this.pack.dictionary.get(each ?? '')?.fields[field];
    if (entry === undefined || (entry.type !== 'day' && entry.type !== 'time')) {
      const days = [...this.pack.dictionary.values()].filter((one) => one.type === 'day').map((one) => one.path);
      this.problem(rule.source, place, `“${path}”不是日期事实，不能用来确定适用的版本`, nearest(path, days));
      return { slot: -1, field: null };
    }
    return field === null ? { slot: this.slots.slot(path), field: null } : { slot: -1, field };
  }

  private problem(source: Source, path: Path, message: string, suggestion?: string): void {
    this.problems.push(source.problem(path, message, suggestion));
  }

  private lists(): string[] {
    return [...this.pack.dictionary.values()].filter((entry) => entry.type === 'list').map((entry) => entry.path);
  }
}

/** Outcomes from the gravest: what a rule over many elements amounts to. */
export const outcomeOrder: readonly Outcome[] = ['fail', 'error', 'cannot-tell', 'pass', 'not-applicable'];
