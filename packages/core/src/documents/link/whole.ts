import { foldName } from '../../kernel/names.ts';
import type { Fact } from '../../record/types.ts';
import { isMisreading } from '../scan/misread.ts';

interface Paper {
  readonly kind: string;
  readonly mayBe?: readonly string[];
  readonly facts?: Readonly<Record<string, Fact>>;
}

const closing: ReadonlySet<string> = new Set(['cover', 'file-index', 'archive-note', 'closing-approval']);
const manyKinds = 6;

/** The paper a case ends in, whatever its type. */
const concluding: readonly string[] = [
  'penalty-decision',
  'no-penalty-decision',
  'licence-decision',
  'licence-refusal',
  'licence-ending',
  'seizure-decision',
  'enforcement-decision',
  'substitute-decision',
  'enforcement-application',
  'crime-transfer',
];

/** Papers of how a case came up and was looked into. */
const early: readonly string[] = [
  'source-registration',
  'filing-approval',
  'inspection-record',
  'inquiry-record',
  'evidence',
  'identity-proof',
  'sampling-record',
  'appraisal-report',
  'seizure-decision',
  'preservation-notice',
  'measure-record',
  'investigation-report',
];

/** Papers of how a penalty is decided on, and of a file of its execution, which begins with them. */
const late: readonly string[] = ['penalty-decision', 'penalty-notice', 'decision-approval', 'discussion-record'];
const executing: readonly string[] = ['payment-urging', 'enforcement-application', 'enforcement-decision'];

/** Papers that come of what was decided. */
const following: readonly string[] = [
  'service-receipt',
  'service-announcement',
  'publication-record',
  'payment-receipt',
  'payment-urging',
  'instalment-approval',
  'detention-receipt',
  'confiscation-disposal',
  'measure-lifting',
  'measure-return',
  'measure-handling',
  'licence-certificate',
];

const sureEnough = 0.75;

/**
 * Whether the papers are meant as a whole case file: bound or closed as one, or many kinds of paper about a decision and what came of it; not a
 * decision alone, not forms of several people's cases in one bundle.
 */
export function isCaseFile(documents: readonly Paper[]): boolean {
  const kinds = new Set(documents.map((document) => document.kind));
  if (!concernsOne(documents)) return false;
  // A form of the archive alone binds nothing; neither does the form that closes the case beside its decision.
  const bound = [...closing].some((kind) => kinds.has(kind) && kinds.size > (kind === 'closing-approval' ? 2 : 1));
  const has = (some: readonly string[]): boolean => some.some((kind) => kinds.has(kind));
  // The form that closes the case at the end of papers that begin with the notice: the second half of a file.
  const opened = kinds.has('cover') || kinds.has('file-index') || has(early);
  if (!opened && has(late) && !has(executing)) return false;
  return bound || (has(concluding) && has(following) && kinds.size >= manyKinds);
}

/** Whether it is a whole file of which every page was read and every paper is named, by its kind or by a heading of its own. */
export function isWhole(documents: readonly Paper[], unread: number): boolean {
  const named = ({ kind, mayBe }: Paper): boolean => kind !== 'unknown' || mayBe !== undefined;
  return unread === 0 && isCaseFile(documents) && documents.every(named);
}

/** Whether half the papers that name a party name the same one, as those of one case do but for the odd witness and slip of the pen. */
function concernsOne(documents: readonly Paper[]): boolean {
  const names = documents.flatMap((document) => nameIn(document) ?? []);
  const most = Math.max(0, ...names.map((name) => countOf(name, names)));
  return 2 * most >= names.length;
}

/**
 * The papers of one case: all of them where they concern one party, else those that name the party of the paper the case ends in. What names nobody may
 * then be anybody's.
 */
export function papersOfOne<T extends Paper>(documents: readonly T[]): readonly T[] {
  if (concernsOne(documents)) return documents;
  const named = documents.filter((document) => nameIn(document) !== null);
  const names = named.flatMap((document) => nameIn(document) ?? []);
  const ending = named.find(({ kind }) => concluding.includes(kind));
  const party =
    (ending === undefined ? null : nameIn(ending)) ??
    [...names].sort((a, b) => countOf(b, names) - countOf(a, names))[0] ??
    '';
  return named.filter((document) => mayBeSame(nameIn(document) ?? '', party));
}

function nameIn({ facts }: Paper): string | null {
  const name = facts?.['party.name'];
  return typeof name?.value === 'string' && (name.confidence ?? 1) >= sureEnough ? foldName(name.value) : null;
}

function countOf(name: string, names: readonly string[]): number {
  return names.filter((other) => mayBeSame(name, other)).length;
}

function mayBeSame(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one) || /[某*×＊]/u.test(one + other) || isMisreading(one, other);
}
