import type { PlannedRule } from './compile.ts';
import { ancestorsOf, manifestsOf, type PackManifest } from './manifest.ts';
import { RuleMistakes } from './mistakes.ts';
import { type Layer, loadLayer, manifestNamed, type ResolvedPack, resolvePacks, UnknownPack } from './resolve.ts';
import type { Problem } from './source.ts';

/** The packs of a rules folder. Each chain is read, laid together and compiled once, when it is first asked for. */
export interface PackShelf {
  readonly manifests: readonly PackManifest[];
  /**
   * The packs of these ids (`national` may be left out) with everything they rest on, sectors under provinces; throws
   * {@link UnknownPack} for an id that is not there and {@link RuleMistakes} for a pack with mistakes.
   */
  resolve(ids: readonly string[]): ResolvedPack;
  /** Every pack by itself over what it rests on, `national` first; reads all files, so that every mistake comes to light. */
  all(): readonly ResolvedPack[];
  /** Every rule of every pack once, by id, with the pack it belongs to: what there is to look up and to try out. */
  rules(): readonly ShelvedRule[];
}

export interface ShelvedRule {
  readonly planned: PlannedRule;
  readonly pack: ResolvedPack;
}

/** Takes the packs of a rules folder into view; their manifests are read at once, so are their mistakes. */
export function openShelf(files: ReadonlyMap<string, string>, national: ResolvedPack, problems: Problem[]): PackShelf {
  const manifests = manifestsOf(files, problems);
  const layers = new Map<string, Layer>();
  const resolved = new Map<string, ResolvedPack>([['', national]]);
  const layerOf = (manifest: PackManifest, mistakes: Problem[]): Layer | null => {
    const known = layers.get(manifest.id);
    if (known !== undefined) return known;
    const layer = loadLayer(files, manifest, national.pack, mistakes);
    if (layer !== null) layers.set(manifest.id, layer);
    return layer;
  };
  const chainOf = (ids: readonly string[]): readonly PackManifest[] => {
    const chain: PackManifest[] = [];
    const asked = ids.filter((id) => id !== 'national').map((id) => manifestNamed(id, manifests));
    for (const kind of ['sector', 'province'] as const) {
      for (const manifest of asked.filter((one) => one.kind === kind)) {
        for (const one of ancestorsOf(manifest, manifests) ?? []) if (!chain.includes(one)) chain.push(one);
      }
    }
    const provinces = asked.filter((one) => one.kind === 'province');
    if (provinces.length > 1)
      throw new UnknownPack(`只能指定一个省级规则包：${provinces.map((one) => one.id).join('、')}`);
    return chain;
  };
  const resolve = (ids: readonly string[], mistakes: Problem[]): ResolvedPack | null => {
    const chain = chainOf(ids);
    const key = chain.map((one) => one.id).join('+');
    const known = resolved.get(key);
    if (known !== undefined) return known;
    const parts = chain.map((manifest) => layerOf(manifest, mistakes));
    if (parts.includes(null)) return null;
    const made = resolvePacks(national.pack, parts as readonly Layer[], mistakes);
    if (made !== null) resolved.set(key, made);
    return made;
  };
  const all = (): readonly ResolvedPack[] => {
    const mistakes: Problem[] = [];
    const made = manifests.map((manifest) => resolve([manifest.id], mistakes));
    for (const twin of twins(manifests, layers)) mistakes.push(twin);
    if (mistakes.length > 0) throw new RuleMistakes(mistakes);
    return [national, ...made.filter((one) => one !== null)];
  };
  return {
    manifests,
    all,
    rules: () =>
      all()
        .flatMap((pack): ShelvedRule[] => {
          const own = ownFolder(pack, manifests);
          return pack.plan.rules.filter((one) => one.rule.file.startsWith(own)).map((planned) => ({ planned, pack }));
        })
        .sort((a, b) => (a.planned.rule.id < b.planned.rule.id ? -1 : 1)),
    resolve: (ids) => {
      const mistakes: Problem[] = [];
      const made = resolve(ids, mistakes);
      if (made === null) throw new RuleMistakes(mistakes);
      return made;
    },
  };
}

/** Folder of the narrowest pack of a chain. */
function ownFolder(pack: ResolvedPack, manifests: readonly PackManifest[]): string {
  const id = pack.chain.at(-1)?.id ?? '';
  return `${manifests.find((one) => one.id === id)?.folder ?? id}/`;
}

/** Rules of different packs that bear one id though they never meet in one chain. */
function* twins(manifests: readonly PackManifest[], layers: ReadonlyMap<string, Layer>): Generator<Problem> {
  const seen = new Map<string, string>();
  for (const { id } of manifests) {
    for (const rule of layers.get(id)?.pack.rules ?? []) {
      const other = seen.get(rule.id);
      if (other !== undefined) yield rule.source.problem(['id'], `编号 ${rule.id} 已用于 ${other}`);
      seen.set(rule.id, rule.file);
    }
  }
}
