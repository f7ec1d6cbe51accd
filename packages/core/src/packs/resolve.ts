import { digest } from '../kernel/digest.ts';
import { nearest } from '../kernel/nearest.ts';
import { checkCases } from './cases.ts';
import { compilePack, type Plan } from './compile.ts';
import { loadPack } from './load.ts';
import type { PackManifest } from './manifest.ts';
import { applyToParameters, applyToRules, type Override, overridesOf } from './overrides.ts';
import { type Problem, readSource } from './source.ts';
import type { Pack } from './types.ts';

/** One pack of a chain as its own files say it, before it is laid over the ones under it. */
export interface Layer {
  readonly manifest: PackManifest;
  readonly pack: Pack;
  readonly overrides: readonly Override[];
}

/** What a case is judged with: a chain of packs laid over one another. Frozen. */
export interface ResolvedPack {
  readonly pack: Pack;
  readonly plan: Plan;
  /** From the widest. */
  readonly chain: readonly { readonly id: string; readonly title: string }[];
}

/** Reads the files of one pack that extends others; null when there is any mistake. */
export function loadLayer(
  files: ReadonlyMap<string, string>,
  manifest: PackManifest,
  national: Pack,
  problems: Problem[],
): Layer | null {
  const before = problems.length;
  const file = `${manifest.folder}/overrides.yaml`;
  const text = files.get(file);
  let overrides: readonly Override[] = [];
  if (text !== undefined) {
    const source = readSource(file, text);
    problems.push(...source.problems);
    if (source.problems.length === 0) overrides = overridesOf(source, national.laws, problems);
  }
  const loaded = loadPack(files, manifest.folder, national);
  problems.push(...loaded.problems);
  return loaded.pack === null || problems.length > before ? null : { manifest, pack: loaded.pack, overrides };
}

/** Lays a chain of packs over the national one and compiles it; null when there is any mistake, all of which are listed. */
export function resolvePacks(national: Pack, layers: readonly Layer[], problems: Problem[]): ResolvedPack | null {
  const before = problems.length;
  let pack = national;
  for (const [index, layer] of layers.entries()) {
    const alone = layers.slice(0, index).every((one) => one.manifest.kind === layer.manifest.kind);
    pack = layOver(pack, layer, alone, problems);
  }
  if (problems.length > before) return null;
  const chain = [
    { id: national.id, title: '全国通用' },
    ...layers.map(({ manifest: { id, title } }) => ({ id, title })),
  ];
  const sorted = [...pack.rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const whole: Pack = {
    ...pack,
    id: chain.map((one) => one.id).join('+'),
    hash:
      layers.length === 0 ? national.hash : digest([national.hash, ...layers.map((one) => one.pack.hash)].join('\n')),
    rules: Object.freeze(sorted),
  };
  const { plan, problems: compiling } = compilePack(Object.freeze(whole));
  problems.push(...compiling);
  if (plan === null) return null;
  const foreign = problems.length;
  // The cases of the national rules were checked when they were loaded.
  const own = layers.flatMap((layer) => layer.pack.rules);
  problems.push(...checkCases({ ...plan, pack: { ...whole, rules: own } }));
  return problems.length > foreign ? null : Object.freeze({ pack: whole, plan, chain: Object.freeze(chain) });
}

function layOver(base: Pack, layer: Layer, alone: boolean, problems: Problem[]): Pack {
  const { manifest, pack, overrides } = layer;
  for (const rule of pack.rules) {
    const twin = base.rules.find((one) => one.id === rule.id);
    if (twin !== undefined) problems.push(rule.source.problem(['id'], `编号 ${rule.id} 已用于 ${twin.file}`));
  }
  for (const id of pack.parameters.keys()) {
    if (!base.parameters.has(id)) continue;
    problems.push({
      file: `${manifest.folder}/params.yaml`,
      line: 1,
      column: 1,
      message: `参数“${id}”在上级规则包中已有，改动它要写进 overrides.yaml`,
    });
  }
  for (const definition of pack.definitions) {
    if (!base.definitions.some((one) => one.id === definition.id)) continue;
    problems.push(definition.source.problem(['id'], `定义“${definition.id}”在上级规则包中已有，不能改写`));
  }
  return {
    ...base,
    rules: applyToRules(base.rules, pack.rules, overrides, manifest.title, problems),
    definitions: [...base.definitions, ...pack.definitions],
    questions: [...base.questions, ...pack.questions],
    parameters: applyToParameters(
      new Map([...base.parameters, ...pack.parameters]),
      base.rules,
      overrides,
      alone,
      problems,
    ),
  };
}

/** The pack of that id; an unknown one is the caller's mistake, named with the nearest known. */
export function manifestNamed(id: string, manifests: readonly PackManifest[]): PackManifest {
  const found = manifests.find((one) => one.id === id);
  if (found !== undefined) return found;
  const known = ['national', ...manifests.map((one) => one.id)];
  const hint = nearest(id, known);
  throw new UnknownPack(
    `没有编号为“${id}”的规则包；现有：${known.join('、')}${hint === undefined ? '' : `（${hint}）`}`,
  );
}

/** A pack was asked for that is not in the rules folder. Message in Chinese, for whoever asked. */
export class UnknownPack extends Error {
  override readonly name = 'UnknownPack';
}
