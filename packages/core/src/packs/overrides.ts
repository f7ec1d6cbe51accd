import type { Basis } from '../evaluate/types.ts';
import { dayNumber } from '../kernel/day.ts';
import { nearest } from '../kernel/nearest.ts';
import { laidOver, type Parameter, type ParameterVersion } from '../kernel/parameter.ts';
import { citationProblem } from './laws.ts';
import { overridesSchema } from './manifest.ts';
import { type RawVersion, versionsOf } from './parameters.ts';
import { checkSchema } from './schema.ts';
import type { Problem, Source } from './source.ts';
import type { Law, Rule } from './types.ts';

interface RawOverride {
  readonly set?: string;
  readonly stricter?: string;
  readonly disable?: string;
  readonly add?: string;
  readonly requirement?: readonly string[];
  readonly basis: Omit<Basis, 'lawTitle' | 'paragraph' | 'item'> & Partial<Basis>;
  readonly versions?: readonly RawVersion[];
  readonly confidence?: 'read' | 'reported';
  readonly from?: string;
  readonly to?: string | null;
  readonly instead?: readonly string[];
}

/** What a narrower pack changes in the packs under it; each one dated operation on one thing. */
export type Override = {
  readonly index: number;
  readonly source: Source;
} & (
  | { readonly kind: 'set' | 'stricter'; readonly parameter: string; readonly versions: readonly ParameterVersion[] }
  | {
      readonly kind: 'disable';
      readonly rule: string;
      readonly from: number;
      readonly to: number;
      /** Rules of the pack that speak in its place. */
      readonly instead: readonly string[];
    }
  | {
      readonly kind: 'add';
      readonly rule: string;
      readonly from: number;
      readonly to: number;
      readonly requirement: readonly string[];
      readonly basis: Basis;
    }
);

const operations = ['set', 'stricter', 'disable', 'add'] as const;

/** The overrides of a pack's `overrides.yaml`; anything that is not one known operation with its days is a mistake. */
export function overridesOf(source: Source, laws: ReadonlyMap<string, Law>, problems: Problem[]): readonly Override[] {
  const wrong = checkSchema(source, overridesSchema);
  problems.push(...wrong);
  if (wrong.length > 0 || !Array.isArray(source.value)) return [];
  return (source.value as RawOverride[]).flatMap((raw, index): Override[] => {
    const given = operations.filter((operation) => raw[operation] !== undefined);
    const [kind] = given;
    if (kind === undefined || given.length > 1) {
      problems.push(source.problem([index], `每项改动应恰好写 ${operations.join('、')} 之一`));
      return [];
    }
    const first = raw.versions?.[0]?.from ?? raw.from ?? '';
    const fault = citationProblem(raw.basis, laws, first === '' ? null : { from: first, to: null });
    if (fault !== null) problems.push(source.problem([index, 'basis', fault.key], fault.message, fault.suggestion));
    const basis: Basis = {
      ...raw.basis,
      lawTitle: laws.get(raw.basis.law)?.title ?? raw.basis.law,
      paragraph: raw.basis.paragraph ?? null,
      item: raw.basis.item ?? null,
    };
    if (kind === 'add') {
      const from = dayNumber(raw.from);
      if (from === null) problems.push(source.problem([index], '增加一项依据要写明自哪一天（from）起'));
      return [
        {
          kind,
          index,
          source,
          rule: raw.add ?? '',
          from: from ?? 0,
          to: raw.to == null ? Number.POSITIVE_INFINITY : (dayNumber(raw.to) ?? 0),
          requirement: raw.requirement ?? [],
          basis,
        },
      ];
    }
    if (raw.requirement !== undefined) {
      problems.push(source.problem([index, 'requirement'], '只有增加依据（add）才写 requirement'));
    }
    if (kind === 'disable') {
      const from = dayNumber(raw.from);
      if (from === null) problems.push(source.problem([index], '停用一条规则要写明自哪一天（from）起'));
      if (raw.versions !== undefined) problems.push(source.problem([index, 'versions'], '停用规则不写 versions'));
      return [
        {
          kind,
          index,
          source,
          rule: raw.disable ?? '',
          from: from ?? 0,
          to: raw.to == null ? Number.POSITIVE_INFINITY : (dayNumber(raw.to) ?? 0),
          instead: raw.instead ?? [],
        },
      ];
    }
    if (raw.versions === undefined) {
      problems.push(source.problem([index], '改动参数要写 versions'));
      return [];
    }
    if (raw.from !== undefined || raw.instead !== undefined) {
      problems.push(source.problem([index], '改动参数的日期写在 versions 里，不写 from、instead'));
    }
    const versions = versionsOf(raw.versions, raw.confidence === 'reported', source, [index, 'versions'], problems);
    return [{ kind, index, source, parameter: raw[kind] ?? '', versions }];
  });
}

/**
 * Parameters with the overrides of one pack applied; what the parameter does not allow is a mistake. `alone`: the pack lies over nothing but what it
 * rests on; over a sector's pack, a province's may well find that the sector is stricter already.
 */
export function applyToParameters(
  base: ReadonlyMap<string, Parameter>,
  rules: readonly Rule[],
  overrides: readonly Override[],
  alone: boolean,
  problems: Problem[],
): ReadonlyMap<string, Parameter> {
  const result = new Map(base);
  for (const override of overrides) {
    if (override.kind === 'disable' || override.kind === 'add') continue;
    const { kind, index, source, parameter: id, versions } = override;
    const parameter = result.get(id);
    if (parameter === undefined) {
      problems.push(source.problem([index, kind], `没有名为“${id}”的参数`, nearest(id, base.keys())));
      continue;
    }
    const allowed =
      parameter.overridable.includes(kind) || rules.some((rule) => rule.overridable.includes(`param.${id}`));
    if (!allowed) {
      problems.push(source.problem([index, kind], `参数“${id}”不允许 ${kind}（overridable 中没有）`));
      continue;
    }
    if (kind === 'set') {
      result.set(id, { ...parameter, versions: laidOver(parameter.versions, versions) });
      continue;
    }
    if (parameter.stricter === null) {
      problems.push(source.problem([index, kind], `参数“${id}”没有写明怎样算更严（stricter），不能用 stricter`));
      continue;
    }
    const laid = laidOver(parameter.versions, versions, (under, over) =>
      under === null || isStricter(over, under, parameter.stricter) ? over : under,
    );
    if (alone && same(laid, parameter.versions)) {
      problems.push(source.problem([index, kind], `“${id}”的新值并不比原来的更严`));
    }
    result.set(id, { ...parameter, versions: laid });
  }
  return result;
}

/** A lower threshold is reached sooner; of two equal ones the one that includes its number. A reported one never displaces one that was read. */
function isStricter(over: ParameterVersion, under: ParameterVersion, way: Parameter['stricter']): boolean {
  if (over.reported !== under.reported) return under.reported;
  if (typeof over.value !== 'number' || typeof under.value !== 'number') return false;
  if (over.value === under.value) return over.inclusive && !under.inclusive;
  return way === 'lower' ? over.value < under.value : over.value > under.value;
}

function same(a: readonly ParameterVersion[], b: readonly ParameterVersion[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Rules of the wider packs as the overrides of one pack leave them, and its own ones with what they stand in for. */
export function applyToRules(
  base: readonly Rule[],
  own: readonly Rule[],
  overrides: readonly Override[],
  title: string,
  problems: Problem[],
): readonly Rule[] {
  const displaced = new Map<string, Override & { readonly kind: 'disable' }>();
  const stands = new Map<string, string[]>();
  const added = new Map<string, (Override & { readonly kind: 'add' })[]>();
  for (const override of overrides) {
    if (override.kind !== 'disable' && override.kind !== 'add') continue;
    const { kind, rule: id, index, source } = override;
    const rule = base.find((one) => one.id === id);
    if (rule === undefined) {
      problems.push(
        source.problem(
          [index, kind],
          `没有编号为“${id}”的规则`,
          nearest(
            id,
            base.map((r) => r.id),
          ),
        ),
      );
      continue;
    }
    if (override.kind === 'add') {
      added.set(id, [...(added.get(id) ?? []), override]);
      continue;
    }
    if (!rule.overridable.includes('disable')) {
      problems.push(source.problem([index, 'disable'], `规则 ${id} 不允许停用（它的 overridable 中没有 disable）`));
      continue;
    }
    if (override.to <= override.from) problems.push(source.problem([index, 'to'], '止日应晚于起日'));
    if (displaced.has(id))
      problems.push(source.problem([index, 'disable'], `规则 ${id} 在本包已经停用，一条规则只写一项停用`));
    for (const [number, other] of override.instead.entries()) {
      if (!own.some((one) => one.id === other)) {
        const known = own.map((one) => one.id);
        problems.push(source.problem([index, 'instead', number], `本包没有规则“${other}”`, nearest(other, known)));
      } else stands.set(other, [...(stands.get(other) ?? []), id]);
    }
    displaced.set(id, override);
  }
  return [
    ...base.map((rule): Rule => {
      const gone = displaced.get(rule.id);
      const more = added.get(rule.id);
      if (gone === undefined && more === undefined) return rule;
      return {
        ...rule,
        requirement: [...rule.requirement, ...(more ?? []).flatMap((one) => one.requirement)],
        added: [...rule.added, ...(more ?? []).map(({ from, to, basis }) => ({ from, to, basis }))],
        displaced:
          gone === undefined ? rule.displaced : [...rule.displaced, { from: gone.from, to: gone.to, by: title }],
      };
    }),
    ...own.map((rule): Rule => {
      const others = stands.get(rule.id);
      return others === undefined ? rule : { ...rule, instead: others };
    }),
  ];
}
