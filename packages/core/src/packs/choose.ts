import { foldName } from '../kernel/names.ts';
import type { CaseRecord, Fact, FactValue, ListItem } from '../record/types.ts';
import { ancestorsOf, type PackManifest } from './manifest.ts';

/** Which packs a case is judged by besides the national one, and why, in Chinese. */
export interface PackChoice {
  readonly ids: readonly string[];
  readonly why: string;
}

type Facts = Readonly<Record<string, Fact | FactValue | null | undefined | object>>;

/**
 * The packs that follow from the case's agency, sector and place: what the agency's profile says goes before what the record says, and that before
 * what the name of the agency tells. Where names point to different packs none is chosen, and the reason says so.
 */
export function choosePacks(manifests: readonly PackManifest[], record: CaseRecord, profile: Facts = {}): PackChoice {
  const names = [
    ['执法主体档案的机关名称', textOf(profile['agency.name'])],
    ['记录中的机关名称', record.agency ?? null],
    ['决定书的机关名称', textOf(record.facts['decision.agency'])],
  ] as const;
  const sectors = manifests.filter((one) => one.kind === 'sector');
  const provinces = manifests.filter((one) => one.kind === 'province');
  const sector = chosen(
    sectors,
    [
      ['执法主体档案的领域', textOf(profile['agency.sector']), bySector],
      ['记录的领域', record.sector ?? null, bySector],
      ...names.map(([what, name]) => [what, name, byAgency] as const),
    ],
    '领域',
  );
  const province = chosen(
    provinces,
    [
      ['执法主体档案的区划', textOf(profile['agency.jurisdiction']), byPlace],
      ['记录的区划', record.jurisdiction ?? null, byPlace],
      ['执法主体档案的本级政府', textOf(profile['agency.government']), byPlace],
      ...names.map(([what, name]) => [what, name, byPlace] as const),
    ],
    '地方',
  );
  const [found] = sector.found;
  if (found !== undefined && found.applies.cites.length > 0 && !citesOne(record, found.applies.cites)) {
    const laws = found.applies.cites.map((law) => `《${law}》`).join('、');
    return {
      ids: province.found.map((one) => one.id),
      why: `${sector.why}，但未见引用${laws}，未选用；${province.why}`,
    };
  }
  if (found?.vertical === true) return { ids: [found.id], why: `${sector.why}；实行垂直领导，不用地方规则包` };
  return { ids: [...sector.found, ...province.found].map((one) => one.id), why: [sector.why, province.why].join('；') };
}

/** Whether the decision or the notice cites one of these laws. */
function citesOne(record: CaseRecord, laws: readonly string[]): boolean {
  return ['decision.citations[]', 'notice.citations[]'].some((path) => {
    const raw = record.facts[path];
    const list = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Fact).value : raw;
    if (!Array.isArray(list)) return false;
    return (list as readonly ListItem[]).some(
      (one) => typeof one === 'object' && laws.some((law) => String(one.law).includes(law)),
    );
  });
}

type Fits = (pack: PackManifest, text: string) => number;

function chosen(
  packs: readonly PackManifest[],
  clues: readonly (readonly [string, string | null, Fits])[],
  what: string,
): { readonly found: readonly PackManifest[]; readonly why: string } {
  for (const [clue, text, fits] of clues) {
    if (text === null || text === '') continue;
    const folded = foldName(text);
    const weights = packs.map((pack) => fits(pack, folded));
    const best = Math.max(0, ...weights);
    if (best === 0) continue;
    const matching = packs.filter((_, index) => weights[index] === best);
    // A pack that rests on another one that fits as well is the narrower of the two.
    const found = matching.filter(
      (one) => !matching.some((other) => other !== one && ancestorsOf(other, packs)?.includes(one)),
    );
    const titles = found.map((one) => one.title).join('、');
    if (found.length === 1) return { found, why: `${what}：${titles}（${clue}“${text}”）` };
    return { found: [], why: `${what}：${clue}“${text}”同时指向${titles}，未选用` };
  }
  return { found: [], why: `${what}：没有可用的规则包，只用上级规则` };
}

function bySector(pack: PackManifest, text: string): number {
  return [pack.id, pack.title, ...pack.applies.sectors].some((word) => foldName(word) === text) ? 1 : 0;
}

/** The longest word of the pack that the name holds; a word further back in the name says more of what the body is. */
function byAgency(pack: PackManifest, text: string): number {
  return Math.max(
    0,
    ...pack.applies.agencies.map((word) => (text.includes(word) ? text.lastIndexOf(word) + word.length : 0)),
  );
}

function byPlace(pack: PackManifest, text: string): number {
  if (/^\d{2,12}$/u.test(text)) return pack.applies.jurisdictions.some((code) => text.startsWith(code)) ? 1 : 0;
  return [...pack.applies.places, pack.title].some((place) => text.startsWith(place)) ? 1 : 0;
}

function textOf(raw: Facts[string]): string | null {
  if (typeof raw === 'object' && raw !== null && 'terms' in raw) {
    return textOf((raw.terms as readonly { readonly value: FactValue }[]).at(-1)?.value);
  }
  const value = typeof raw === 'object' && raw !== null && 'value' in raw ? raw.value : raw;
  return typeof value === 'string' && value !== '' ? value : null;
}
