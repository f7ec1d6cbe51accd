import { checkCases } from './cases.ts';
import { compilePack } from './compile.ts';
import { ancestorsOf, manifestsOf } from './manifest.ts';
import { type Layer, loadLayer } from './resolve.ts';
import type { Problem } from './source.ts';
import type { Pack } from './types.ts';

/**
 * Where the national rules have mistakes: the mistakes further on, in their conditions and cases and in the packs that rest on them, so that one
 * run lists all. What would only follow from the mistakes known so far is left out: conditions are not looked into while what they are made of has
 * mistakes, and overrides are not laid over rules that could not all be read.
 */
export function furtherMistakes(
  files: ReadonlyMap<string, string>,
  readable: Pack,
  known: readonly Problem[],
): readonly Problem[] {
  const found: Problem[] = [];
  const grounds = /^(?:facts|kinds)(?:\.yaml$|\/)/u;
  const parts = new RegExp(`^${readable.id}/(?:definitions/|params\\.yaml$|params/)`, 'u');
  const grounded = !known.some(({ file }) => grounds.test(file) || parts.test(file));
  const compile = (pack: Pack): void => {
    const { plan, problems } = compilePack(pack);
    found.push(...problems);
    if (plan !== null) found.push(...checkCases(plan));
  };
  if (grounded) compile(readable);
  const manifests = manifestsOf(files, found);
  const layers = new Map<string, Layer | null>();
  for (const manifest of manifests) layers.set(manifest.id, loadLayer(files, manifest, readable, found));
  for (const manifest of grounded ? manifests : []) {
    const chain = (ancestorsOf(manifest, manifests) ?? []).map((one) => layers.get(one.id) ?? null);
    const own = chain.at(-1);
    if (own == null || chain.includes(null)) continue;
    const packs = [readable, ...(chain as readonly Layer[]).map((one) => one.pack)];
    compile({
      ...readable,
      rules: own.pack.rules,
      definitions: packs.flatMap((one) => one.definitions),
      parameters: new Map(packs.flatMap((one) => [...one.parameters])),
    });
  }
  return found;
}
