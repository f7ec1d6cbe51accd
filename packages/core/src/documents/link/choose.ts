import { foldName } from '../../kernel/names.ts';
import type { Alternative, Fact } from '../../record/types.ts';
import { papersOnGoods } from '../papers/goods.ts';
import { isMisreading } from '../scan/misread.ts';
import type { ExtractedDocument } from '../types.ts';
import { otherDecisions, partiesOf } from './several.ts';

/** What a value is worth that may be another's, misread on a picture: both are shown, and nothing is told of it. */
const misreading = 0.4;
/** The same of one whose words were hardly read: it is shown, and nothing is judged by it. */
const unclear = 0.2;
/** Values less sure than this contradict nobody. */
const sureEnough = 0.75;

/** Kinds whose word on a fact comes first, by path or its first part; after them the order of the file. */
const decisive: Readonly<Record<string, readonly string[]>> = {
  party: ['penalty-decision', 'filing-approval', 'penalty-notice', 'identity-proof', 'investigation-report'],
  'filing.date': ['filing-approval'],
  'decision.number': ['penalty-decision', 'summary-decision', 'no-penalty-decision'],
  'decision.date': ['penalty-decision', 'summary-decision', 'no-penalty-decision'],
  'decision.fine': ['penalty-decision', 'summary-decision'],
  'notice.date': ['penalty-notice', 'hearing-notice-of-right'],
  notice: ['penalty-notice', 'hearing-notice-of-right'],
  'enforcement.by': ['enforcement-decision', 'enforcement-application'],
  'hearing.host': ['hearing-record', 'hearing-notice'],
  approval: ['decision-approval', 'investigation-report'],
  'case.cause': ['filing-approval', 'cover', 'investigation-report'],
  'case.source': ['source-registration', 'filing-approval'],
  'case.found-on': ['source-registration', 'filing-approval'],
};

/** Facts on which papers that state different values contradict each other. Wordings, addresses and readings by rank of paper do not. */
const contradicting: ReadonlySet<string> = new Set([
  'party.name',
  'party.code',
  'party.id-number',
  'filing.date',
  'decision.number',
  'decision.date',
  'decision.fine',
  'party.representative',
  'notice.date',
  'case.cause',
  'hearing.host',
]);

/** Papers of the scene and of goods may name whoever was there or held them, receipts whoever was served beside the party, as the victim is. */
const ofTheScene: ReadonlySet<string> = new Set([
  'service-receipt',
  'service-announcement',
  'inspection-record',
  ...papersOnGoods,
]);
/** Papers that tell the party's particulars for their own sake. */
const ofTheParty: ReadonlySet<string> = new Set([
  'penalty-decision',
  'penalty-notice',
  'hearing-notice-of-right',
  'summary-decision',
  'no-penalty-decision',
  'filing-approval',
]);

/** Whether the paper may well speak of somebody else: then only what hardly differs is the same one written wrong. */
function mayBeAnother(path: string, kind: string): boolean {
  if (path === 'party.representative') return !ofTheParty.has(kind);
  return path.startsWith('party.') && ofTheScene.has(kind);
}

interface Stated {
  readonly document: ExtractedDocument;
  readonly fact: Fact;
}

/**
 * One value for each path from all documents that state it (ids of those read from pictures: `scanned`); differing ones of facts that must agree become
 * alternatives, but for what a decision against another party says.
 */
export function chooseFacts(
  all: readonly ExtractedDocument[],
  scanned: ReadonlySet<string> = new Set(),
): Record<string, Fact> {
  const others = otherDecisions(all);
  const documents = all.filter((document) => !others.includes(document));
  const besides = partiesOf(documents);
  const stated = new Map<string, Stated[]>();
  for (const document of documents) {
    for (const [path, fact] of Object.entries(document.facts)) {
      if (path.endsWith('[]')) continue;
      const list = stated.get(path);
      if (list === undefined) stated.set(path, [{ document, fact }]);
      else list.push({ document, fact });
    }
  }
  const facts: Record<string, Fact> = {};
  for (const [path, all] of stated) {
    const ranked = rank(path, all);
    const first = ranked[0];
    if (first === undefined) continue;
    const alternatives = contradicting.has(path)
      ? differing(path, first, ranked.slice(1), stated, scanned, others, besides)
      : [];
    facts[path] = alternatives.length === 0 ? merged(path, ranked) : { ...first.fact, alternatives };
  }
  return facts;
}

function rank(path: string, all: readonly Stated[]): readonly Stated[] {
  const order = decisive[path] ?? decisive[path.split('.')[0] ?? ''] ?? [];
  const place = (one: Stated): number => {
    const found = order.indexOf(one.document.kind);
    return found < 0 ? order.length : found;
  };
  return [...all].sort((a, b) => place(a) - place(b) || (b.fact.confidence ?? 1) - (a.fact.confidence ?? 1));
}

/** For a yes-or-no fact that several papers of one kind answer, a no of one is not undone by a yes of another, unless the paper states the thing itself. */
function merged(path: string, ranked: readonly Stated[]): Fact {
  const [first] = ranked;
  if (first === undefined) throw new Error(`no fact for ${path}`);
  // The form on which the decision is approved outweighs the consent to what was proposed before.
  if (typeof first.fact.value !== 'boolean' || ranked.length === 1 || path === 'approval.approved') return first.fact;
  const yes = ranked.find((one) => one.fact.value === true);
  return (yes ?? first).fact;
}

function differing(
  path: string,
  first: Stated,
  others: readonly Stated[],
  stated: ReadonlyMap<string, readonly Stated[]>,
  scanned: ReadonlySet<string>,
  apart: readonly ExtractedDocument[],
  besides: readonly string[],
): Alternative[] {
  if ((first.fact.confidence ?? 1) < sureEnough && !scanned.has(first.document.id)) return [];
  const alternatives: Alternative[] = [];
  const known = [String(first.fact.value)];
  const elsewhere = apart.flatMap(({ facts }) => (facts[path] === undefined ? [] : [String(facts[path].value)]));
  const aliases = [...elsewhere, ...(path === 'party.name' ? [...aliasesOf(stated), ...besides] : [])];
  for (const other of others) {
    const onPicture = scanned.has(other.document.id) || scanned.has(first.document.id);
    const unsure = Math.min(first.fact.confidence ?? 1, other.fact.confidence ?? 1) < sureEnough;
    if (unsure && !onPicture) continue;
    const value = String(other.fact.value);
    if ([...known, ...aliases].some((one) => sameValue(path, one, value))) continue;
    if (mayBeAnother(path, other.document.kind) && !known.some((one) => isMisreading(foldName(one), foldName(value))))
      continue;
    const misread = onPicture && known.some((one) => isMisreading(foldName(one), foldName(value)));
    known.push(value);
    alternatives.push({
      value: other.fact.value,
      anchors: other.fact.anchors ?? [],
      ...(unsure ? { confidence: unclear } : misread ? { confidence: misreading } : {}),
    });
  }
  return alternatives;
}

/** The owner of a business may stand where its name is asked for. */
function aliasesOf(stated: ReadonlyMap<string, readonly Stated[]>): string[] {
  const heads = stated.get('party.representative') ?? [];
  return heads.map((one) => String(one.fact.value));
}

function sameValue(path: string, left: string, right: string): boolean {
  const a = foldName(left);
  const b = foldName(right);
  if (a === b) return true;
  if (path === 'case.cause') return alike(a, b);
  if (path !== 'party.name' && path !== 'party.representative')
    return path === 'decision.number' && bareNumber(a) === bareNumber(b);
  // Masked, shortened or explained names are no other person: 张某, 某某公司, 甲公司（法定代表人：乙）.
  if (/[某*×＊]|X{2,}/u.test(a) || /[某*×＊]|X{2,}/u.test(b)) return true;
  return a.includes(b) || b.includes(a);
}

const CAUSE_WORDS = /涉嫌|行为|违法|案件|案$|一案|当事人|的|、|,|\(|\)/gu;

/** Causes are worded anew in each paper: only ones that hardly share a pair of characters name different acts. */
function alike(left: string, right: string): boolean {
  const pairsOf = (text: string): Set<string> => {
    const bare = text.replace(CAUSE_WORDS, '');
    return new Set([...bare].slice(0, -1).map((character, at) => character + (bare[at + 1] ?? '')));
  };
  const [a, b] = [pairsOf(left), pairsOf(right)];
  if (a.size === 0 || b.size === 0) return true;
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared / Math.min(a.size, b.size) >= 0.2;
}

/** 第 and leading zeros make no other number: 〔2025〕第7号, 〔2025〕07号. */
function bareNumber(number: string): string {
  return number.replace(/第/gu, '').replace(/\)0+(\d)/gu, ')$1');
}
