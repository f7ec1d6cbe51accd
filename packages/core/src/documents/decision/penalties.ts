import type { ListItem } from '../../record/types.ts';
import { type Facts, factOf } from '../facts.ts';
import { canBePerson } from '../mending/surnames.ts';
import { finedParties } from './fined-parties.ts';
import { BUSINESS_END } from './names.ts';
import { nextHit, type Paper, type Span } from './paper.ts';
import type { Party } from './party.ts';
import type { Fine, Operative, Sanction } from './sanctions.ts';
import { namedTogether } from './shared-fines.ts';

interface Imposed extends Span {
  readonly kind: string;
  readonly amount: number | null;
  readonly to: string | undefined;
}

/** The facts of what is imposed, under `decision.` or `notice.`. */
export function penaltyFacts(
  paper: Paper,
  part: Operative,
  fines: readonly Fine[],
  sanctions: readonly Sanction[],
  parties: readonly Party[],
  prefix: 'decision' | 'notice',
): Facts {
  const facts: Facts = {};
  const total = totalOf(fines);
  if (total !== null) {
    facts[`${prefix}.fine`] = factOf(
      paper.reader,
      total.yuan,
      total.start,
      total.end,
      part.opened ? total.confidence : Math.min(total.confidence, 0.75),
    );
  }
  const single = fines.filter((fine) => !fine.total || fines.length === 1);
  const imposed: readonly Imposed[] = [
    ...single.map((fine) => ({ start: fine.start, end: fine.end, kind: '罚款', amount: fine.yuan, to: fine.party })),
    ...sanctions.map((sanction) => ({ ...sanction, amount: gainsOf(paper, sanction), to: undefined })),
  ].sort((a, b) => a.start - b.start);
  const [first] = imposed;
  if (first === undefined) return facts;
  const names = parties.slice(0, 50).map(({ name, label }): Spelled => [name, spellings(paper, name, label)]);
  const addressed = addressees(paper, imposed, parties[0]?.name);
  const seen = new Set<string>();
  const items: ListItem[] = [];
  const each = imposed.flatMap((one): readonly Imposed[] => {
    const together = one.to === undefined && one.kind !== '罚款' ? namedTogether(clauseTo(paper, one.start)) : null;
    return together?.map((to) => ({ ...one, to })) ?? [one];
  });
  for (const { start, end, kind, amount, to } of each) {
    const oneOf = parties.length > 1 ? (stranger(paper, start, names) ?? partyAt(paper, part, start, names)) : null;
    const named = to ?? oneOf ?? addressed.get(start) ?? null;
    const party = named === null ? null : inFull(named, names);
    // 罚款5000元;没收违法所得0元: the form tells that nothing is taken.
    if (amount === 0) continue;
    // 没收甲;没收乙 is one kind of penalty on one party; every fine counts by itself.
    if (kind !== '罚款' && seen.has(`${kind} ${party}`)) continue;
    seen.add(`${kind} ${party}`);
    const anchors = paper.reader.anchorOf(start, end);
    items.push({
      kind,
      ...(amount === null ? {} : { amount }),
      ...(party === null ? {} : { party }),
      anchors,
      origin: 'extracted',
    });
  }
  facts[`${prefix}.penalties[]`] = factOf(paper.reader, items, first.start, first.end);
  if (prefix === 'decision') Object.assign(facts, finedParties(paper, items, parties, first));
  return ofSeveral(facts, items, prefix);
}

/**
 * Several parties are told of a fine each, and none of the sum: thresholds and what was told hold for each (行政处罚法 art. 44, 63). The sum
 * of a decision is shown, for it is what is to be paid, and nothing is judged by it.
 */
function ofSeveral(facts: Facts, items: readonly ListItem[], prefix: 'decision' | 'notice'): Facts {
  const path = `${prefix}.fine`;
  const fined = new Set(items.flatMap(({ kind, party }) => (kind === '罚款' && party !== undefined ? [party] : [])));
  const { [path]: fine, ...rest } = facts;
  if (fined.size < 2 || fine === undefined) return facts;
  return prefix === 'notice' ? rest : { ...rest, [path]: { ...fine, confidence: Math.min(fine.confidence ?? 1, 0.6) } };
}

/** The one total of the fines: the sum printed as such where it agrees, else the sum of all. */
function totalOf(fines: readonly Fine[]): (Span & { yuan: number; confidence: number }) | null {
  const stated = fines.findLast((fine) => fine.total);
  const single = fines.filter((fine) => fine !== stated);
  const sum = Math.round(single.reduce((all, fine) => all + fine.yuan, 0) * 100) / 100;
  if (stated !== undefined) {
    const agrees = single.length === 0 || sum === stated.yuan;
    return { ...stated, confidence: stated.contradicts ? 0.4 : agrees ? 0.95 : 0.6 };
  }
  const [first] = single;
  const last = single.at(-1);
  if (first === undefined || last === undefined) return null;
  const contradicts = single.some((fine) => fine.contradicts);
  const confidence = contradicts ? 0.4 : single.length === 1 ? 0.95 : 0.85;
  return single.length === 1 ? { ...first, confidence } : { start: first.start, end: last.end, yuan: sum, confidence };
}

/** The sum right after 没收违法所得, in its clause. */
export function gainsOf(paper: Paper, sanction: Sanction): number | null {
  if (sanction.kind !== '没收违法所得') return null;
  const hit = nextHit(paper.amounts, sanction.end);
  if (hit === undefined || hit.start - sanction.end > 14 || hit.bound) return null;
  return /[;。,]|罚款/.test(paper.text.slice(sanction.end, hit.start)) ? null : hit.yuan;
}

/** The words of the clause before a penalty and those that begin it. */
function clauseTo(paper: Paper, start: number): string {
  return paper.text.slice(Math.max(paper.clauseStart(start), start - 60), start + 4);
}

/** The full name of one the paper calls by a short one. */
function inFull(name: string, parties: readonly Spelled[]): string {
  return parties.find(([, spelled]) => spelled.includes(name))?.[0] ?? name;
}

/** 对某公司给予警告…;对张某罚款…: whom each penalty names, where several are named though one block of particulars stands. */
function addressees(
  paper: Paper,
  imposed: readonly (Span & { readonly to: string | undefined })[],
  first: string | undefined,
): ReadonlyMap<number, string> {
  const whom = new Map<number, string>();
  let last: string | null = null;
  for (const { start } of imposed) {
    const clause = clauseTo(paper, start);
    const named = [...clause.matchAll(NAMED)].at(-1);
    last = (named === undefined ? null : (given(named[2]) ?? whose(named[1] ?? '', first))) ?? last;
    if (last !== null) whom.set(start, last);
  }
  return new Set([...whom.values(), ...imposed.flatMap(({ to }) => to ?? [])]).size > 1 ? whom : new Map();
}

/** 对某公司给予警告, 给予王五行政拘留. */
const NAMED =
  /对([一-龥()*·]{2,30}?)(?:责令|给予|处以|处罚|罚款|警告|作出|予以|并处|处)|给予([一-龥*·]{2,4}?)(?=行政拘留|拘留|罚款|警告)/g;

/** Whom the clause names as the one the penalty falls on, where he is none of the parties whose particulars were read. */
function stranger(paper: Paper, start: number, parties: readonly Spelled[]): string | null {
  const named = [...clauseTo(paper, start).matchAll(NAMED)].at(-1);
  const name = named === undefined ? null : (given(named[2]) ?? whose(named[1] ?? '', undefined));
  if (name === null || parties.some(([, spelled]) => spelled.some((one) => name.includes(one) || one.includes(name))))
    return null;
  return BUSINESS_END.test(name) || (name.length <= 4 && canBePerson(name)) ? name : null;
}

/** The person right behind 给予. */
function given(name: string | undefined): string | null {
  return name !== undefined && /^(?![你该其])/.test(name) && canBePerson(name) ? name : null;
}

const OFFICE =
  /^(?:你|其|该)?(?:单位|公司|企业)?的?(?:(?:时任)?(?:法定代表人|(?:主要|直接)?负责人|直接负责的主管人员|其他直接责任人员|直接责任人(?:员)?|主管人员|实际控制人|总?经理|董事长|经营者)(?:兼)?){1,2}/;

/** 单位 is the party the paper addresses, 其法定代表人张三 is 张三; null for what names nobody. */
function whose(name: string, first: string | undefined): string | null {
  const person = name.replace(OFFICE, '');
  if (person !== name) return /^[一-龥*×·]{2,4}$/.test(person) && canBePerson(person) ? person : null;
  if (/^(?:你|该|违法)?(?:单位|公司|企业)$/.test(name)) return first ?? null;
  return /^(?:你|当事人|其|该|上述|违法|单位|本)|行为/.test(name) ? null : name;
}

const LOOK_BACK = 600;

/** A party's name and all ways the paper writes it. */
type Spelled = readonly [string, readonly string[]];

/** Which of several parties the penalty falls on: the last one named before it, in full or by a short name. */
function partyAt(paper: Paper, part: Operative, at: number, parties: readonly Spelled[]): string | null {
  const before = paper.text.slice(Math.max(part.start, at - LOOK_BACK), at);
  let best: { name: string; at: number } | null = null;
  for (const [name, spellings] of parties) {
    for (const spelling of spellings) {
      const found = before.lastIndexOf(spelling);
      if (found !== -1 && (best === null || found > best.at)) best = { name, at: found };
    }
  }
  return best?.name ?? null;
}

/** 张某(某公司负责人) is 张某 where the penalty falls on him. */
function spellings(paper: Paper, name: string, label: string | undefined): string[] {
  const bare = /^(.{2,}?)[（(][^（()）]*[)）]$/u.exec(name)?.[1];
  // 当事人一:某公司 … 对当事人一处罚款: the label of one of several stands for the name.
  const numbered = label !== undefined && /[一二三四五六\d]\)?$/u.test(label) ? [label] : [];
  return [name, ...(bare === undefined ? [] : [bare]), ...numbered, ...shortNames(paper, name)];
}

/** Short names the paper defines right after the full one: 某某保险有限公司(以下简称某某保险). */
function shortNames(paper: Paper, name: string): string[] {
  const names: string[] = [];
  for (let at = paper.text.indexOf(name); at !== -1; at = paper.text.indexOf(name, at + name.length)) {
    const note = paper.text.slice(at + name.length, at + name.length + 30);
    const short = /^\((?:以下|下)?(?:简称|称)为?:?[“"《]?([^“”"《》()]{2,16})[”"》]?\)/.exec(note)?.[1];
    if (short !== undefined) names.push(short);
  }
  return names;
}
