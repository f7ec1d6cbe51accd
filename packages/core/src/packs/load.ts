import type { Basis } from '../evaluate/types.ts';
import { digest } from '../kernel/digest.ts';
import { nearest } from '../kernel/nearest.ts';
import type { Dictionary, FactEntry, Kind, Kinds } from '../record/dictionary.ts';
import { basisOf, citationProblem, lawsOf } from './laws.ts';

import { parametersOf } from './parameters.ts';

import { periodsOf } from './periods.ts';

import { questionsOf } from './questions.ts';
import { requirementsOf, unknownRequirements } from './requirements.ts';
import { checkSchema, definitionSchema, ruleKeys, ruleSchema } from './schema.ts';
import { type Problem, readSource, type Source } from './source.ts';
import { withStructure } from './structure.ts';
import type { Definition, Law, Pack, Requirement, Rule } from './types.ts';
import { versionMistakes } from './versions.ts';

export interface LoadedPack {
  /** Null when there is any problem: a pack with a mistake judges nobody. */
  readonly pack: Pack | null;
  readonly problems: readonly Problem[];
  /** What could be read for all the mistakes: nobody is judged by it, but it lets further mistakes be found. Registers with mistakes are empty in it. */
  readonly readable: Pack;
}

/**
 * Loads a pack from the texts of a rules folder, keyed by path within it (`facts.yaml`, `facts/…`, `laws.yaml`, `kinds.yaml`,
 * `requirements/…`, `national/params.yaml`, `national/definitions/…`, `national/questions/…`, `national/THEME/ID.yaml`). All mistakes are listed, not the first only. Conditions are checked by
 * `compilePack`. `base` is the pack whose dictionary, kinds, laws and requirements this one shares, where it is no pack of its own but one that extends it.
 */
export function loadPack(files: ReadonlyMap<string, string>, id = 'national', base: Pack | null = null): LoadedPack {
  const problems: Problem[] = [];
  const read = (file: string): Source => {
    const source = readSource(file, files.get(file) ?? '');
    problems.push(...source.problems);
    return source;
  };
  for (const needed of ['facts.yaml', 'kinds.yaml', 'laws.yaml']) {
    if (base === null && !files.has(needed))
      problems.push({ file: needed, line: 1, column: 1, message: '规则文件夹中缺少这个文件' });
  }
  const names = [...files.keys()].filter((file) => file.startsWith(`${id}/`) && file.endsWith('.yaml')).sort();
  const factFiles = ['facts.yaml', ...[...files.keys()].filter((file) => file.startsWith('facts/')).sort()];
  const dictionary = base?.dictionary ?? dictionaryOf(factFiles.map(read), problems);
  const kinds = base?.kinds ?? kindsOf(read('kinds.yaml'), problems);
  const structure = files.has('structure.yaml') ? read('structure.yaml') : null;
  const allLaws = base?.laws ?? withStructure(lawsOf(read('laws.yaml'), problems), structure, problems);
  // What is held against a register that has mistakes itself would only repeat them.
  const sound = (folder: string): boolean => !problems.some(({ file }) => file.startsWith(folder));
  const laws = sound('laws.yaml') ? allLaws : new Map<string, Law>();
  const periods = base?.periods ?? periodsOf(files.has('periods.yaml') ? read('periods.yaml') : null, laws, problems);
  const requirementFiles = [...files.keys()].filter((file) => file.startsWith('requirements/')).sort();
  const allRequirements = base?.requirements ?? requirementsOf(requirementFiles.map(read), laws, problems);
  const requirements = sound('requirements/') ? allRequirements : new Map<string, Requirement>();
  const questionFiles = names.filter((file) => file.startsWith(`${id}/questions/`));
  const questions = questionsOf(questionFiles.map(read), laws, kinds, problems);
  const parameterFiles = names.filter((file) => file === `${id}/params.yaml` || file.startsWith(`${id}/params/`));
  const parameters = parametersOf(parameterFiles.map(read), problems);
  const definitions: Definition[] = [];
  const rules: Rule[] = [];
  for (const file of names) {
    const parts = file.slice(id.length + 1).split('/');
    if (parts.length < 2 || ['questions', 'params'].includes(parts[0] ?? '')) continue;
    const source = read(file);
    if (source.value === undefined) continue;
    if (parts[0] === 'definitions') {
      const wrong = checkSchema(source, definitionSchema);
      problems.push(...wrong);
      if (wrong.length === 0) definitions.push({ ...(source.value as Omit<Definition, 'source'>), source });
      continue;
    }
    const wrong = checkSchema(source, ruleSchema);
    problems.push(...wrong);
    if (wrong.length > 0) continue;
    const rule = ruleOf(source, parts.at(-2) ?? '', laws, problems);
    checkRule(rule, rules, kinds, problems);
    rules.push(rule);
  }
  const named = [
    ...rules.map(({ requirement, source }) => ({ requirement, source, at: [] })),
    ...questions.map(({ question, source, index }) => ({ requirement: question.requirement, source, at: [index] })),
  ];
  // A folder without a register, such as a vendor's trial, has nothing to hold the ids against.
  if (requirements.size > 0) problems.push(...unknownRequirements(named, requirements));
  if (base === null && rules.length === 0 && problems.length === 0) {
    problems.push({ file: `${id}/`, line: 1, column: 1, message: '这个规则包中没有规则' });
  }
  rules.sort((a, b) => (a.id < b.id ? -1 : 1));
  const ofAll = ['kinds.yaml', 'laws.yaml', 'structure.yaml', 'periods.yaml'];
  const shared = base === null ? [...factFiles, ...ofAll, ...requirementFiles] : [];
  const hashed = [...shared, ...names].map(
    (file) => `${file}
${files.get(file)}`,
  );
  const readable: Pack = {
    id,
    hash: digest(hashed.join('\n\0')),
    rules,
    definitions,
    parameters,
    laws,
    dictionary,
    kinds,
    requirements,
    periods,
    questions: questions.map((one) => one.question),
  };
  return { pack: problems.length > 0 ? null : readable, problems, readable };
}

function ruleOf(source: Source, theme: string, laws: ReadonlyMap<string, Law>, problems: Problem[]): Rule {
  const raw = source.value as Rule & { readonly basis: readonly (Omit<Basis, 'lawTitle'> & Partial<Basis>)[] };
  const basis = raw.basis.map((entry, index): Basis => {
    const span = { from: entry.from ?? raw.versions[0]?.from ?? '', to: entry.to ?? raw.versions.at(-1)?.to ?? null };
    const wrong = citationProblem(entry, laws, span);
    if (wrong !== null) problems.push(source.problem(['basis', index, wrong.key], wrong.message, wrong.suggestion));
    return {
      ...basisOf(entry, laws),
      ...(entry.from === undefined ? {} : { from: entry.from }),
      ...(entry.to === undefined ? {} : { to: entry.to }),
    };
  });
  return {
    ...raw,
    theme,
    file: source.file,
    basis,
    for: raw.for ?? {},
    status: raw.status ?? 'active',
    overridable: raw.overridable ?? [],
    look: raw.look ?? [],
    versions: raw.versions.map((version) => ({ ...version, to: version.to ?? null })),
    instead: [],
    added: [],
    displaced: [],
    source,
  };
}

function checkRule(rule: Rule, others: readonly Rule[], kinds: Kinds, problems: Problem[]): void {
  const { source } = rule;
  const twin = others.find((other) => other.id === rule.id);
  if (twin !== undefined) problems.push(source.problem(['id'], `编号 ${rule.id} 已用于 ${twin.file}`));
  const name = source.file.split('/').at(-1);
  if (name !== `${rule.id}.yaml`) problems.push(source.problem(['id'], `文件名应是 ${rule.id}.yaml`));
  const keys = Object.keys(source.value as object);
  const ordered = ruleKeys.filter((key) => keys.includes(key));
  const misplaced = keys.find((key, index) => key !== ordered[index]);
  if (misplaced !== undefined) {
    problems.push(source.problem([misplaced], `键的顺序应是 ${ordered.join('、')}`));
  }
  rule.look.forEach((kind, index) => {
    if (kinds.length === 0 || kinds.some((known) => known.id === kind)) return;
    problems.push(
      source.problem(
        ['look', index],
        `文书种类“${kind}”不在 kinds.yaml 中`,
        nearest(
          kind,
          kinds.map((k) => k.id),
        ),
      ),
    );
  });
  problems.push(...versionMistakes(rule.versions, source, ['versions']));
  const bare = dayWithoutBasis(rule);
  if (bare !== null) problems.push(source.problem(['basis'], `${bare} 这一天没有可以引用的依据`));
  const names = rule.cases.map((one) => one.name);
  names.forEach((one, index) => {
    if (names.indexOf(one) !== index) problems.push(source.problem(['cases', index, 'name'], `用例“${one}”重名`));
  });
  for (const expected of ['pass', 'fail', 'cannot-tell'] as const) {
    if (rule.cases.some((one) => one.expect === expected)) continue;
    problems.push(source.problem(['cases'], `用例中缺少结果为 ${expected} 的一个`));
  }
}

/** The first day on which the rule judges but none of its basis is cited; looked for where a version begins or a citation ends. */
function dayWithoutBasis({ basis, versions }: Rule): string | null {
  const last = versions.at(-1)?.to ?? null;
  const days = [...versions.map((one) => one.from), ...basis.flatMap((one) => one.to ?? [])].sort();
  const cited = (day: string): boolean =>
    basis.some(({ from, to }) => (from === undefined || day >= from) && (to === undefined || day < to));
  return days.find((day) => (last === null || day < last) && !cited(day)) ?? null;
}

/** The dictionary of `facts.yaml` and the files of `facts/` by path; a path stands in one of them only. */
function dictionaryOf(sources: readonly Source[], problems: Problem[]): Dictionary {
  const dictionary = new Map<string, FactEntry>();
  for (const source of sources) {
    for (const [path, entry] of Object.entries((source.value ?? {}) as Record<string, Partial<FactEntry>>)) {
      if (dictionary.has(path)) problems.push(source.problem([path], `事实“${path}”已在另一个文件中`));
      dictionary.set(path, {
        path,
        type: entry.type ?? 'text',
        label: entry.label ?? path,
        from: entry.from ?? [],
        fields: entry.fields ?? {},
        ...(entry.after === undefined ? {} : { after: entry.after }),
        ...(entry.before === undefined ? {} : { before: entry.before }),
        ...(entry.numbered === undefined ? {} : { numbered: entry.numbered }),
      });
    }
  }
  // With a file that cannot be read no other is held against it.
  for (const source of sources.every(({ value }) => value !== undefined) ? sources : [])
    for (const path of Object.keys((source.value ?? {}) as object)) checkBounds(source, path, dictionary, problems);
  return dictionary;
}

/** What bounds a day must be days, and its number a text, of the dictionary. */
function checkBounds(source: Source, path: string, dictionary: Dictionary, problems: Problem[]): void {
  const entry = dictionary.get(path);
  if (entry === undefined) return;
  const typeAt = (other: string): string | undefined => {
    const cut = other.indexOf('[].');
    return cut < 0
      ? dictionary.get(other)?.type
      : dictionary.get(other.slice(0, cut + 2))?.fields[other.slice(cut + 3)]?.type;
  };
  const bounds = [...(entry.after ?? []), ...(entry.before ?? [])];
  for (const other of bounds.filter((one) => typeAt(one) !== 'day'))
    problems.push(source.problem([path], `“${other}”不是事实字典中的日期`));
  if (entry.numbered !== undefined && typeAt(entry.numbered) !== 'text')
    problems.push(source.problem([path], `“${entry.numbered}”不是事实字典中的文号`));
  if (entry.type !== 'day' && (bounds.length > 0 || entry.numbered !== undefined))
    problems.push(source.problem([path], '只有日期才能写 after、before、numbered'));
}

const kindKeys: ReadonlySet<string> = new Set<keyof Kind>(['id', 'label', 'order', 'titles']);

/** The kinds of document of kinds.yaml; a word that slipped out of its list would be a key. */
export function kindsOf(source: Source, problems: Problem[]): Kinds {
  if (!Array.isArray(source.value)) return [];
  for (const [index, kind] of (source.value as Kind[]).entries())
    for (const key of Object.keys(kind).filter((one) => !kindKeys.has(one)))
      problems.push(source.problem([index, key], `文书种类没有“${key}”这一项`, nearest(key, kindKeys)));
  return source.value as Kind[];
}
