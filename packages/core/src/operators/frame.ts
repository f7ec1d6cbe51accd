import type { WorkCalendar } from '../kernel/calendar.ts';
import { type DayNumber, dayNumber } from '../kernel/day.ts';
import type { Truth } from '../kernel/truth.ts';
import { leastConfidence } from '../record/confidence.ts';
import { hasDocument } from '../record/papers.ts';
import type { Anchor, CaseRecord, Dated, Fact, FactValue, ListItem, Profile } from '../record/types.ts';

/** Other papers' values less sure than this are shown beside the first, and no rule is judged under them. */
const leastReading = 0.3;

/** The readings of a fact under which rules are judged, besides its value. */
export function otherReadings(fact: Fact): readonly FactValue[] {
  return (fact.alternatives ?? []).flatMap(({ value, confidence = 1 }) => (confidence < leastReading ? [] : [value]));
}

/** The paths a plan reads, each with a number, so that every path is looked up once a record. */
export class SlotTable {
  readonly paths: string[] = [];
  private readonly numbers = new Map<string, number>();

  slot(path: string): number {
    const known = this.numbers.get(path);
    if (known !== undefined) return known;
    this.numbers.set(path, this.paths.length);
    this.paths.push(path);
    return this.paths.length - 1;
  }
}

const unknown: readonly Anchor[] = [];

/**
 * One record while it is judged: each path is read once, each day parsed once, each shared condition answered once.
 * A frame is reused from record to record; what an older record left behind is told apart by its epoch.
 */
export class Frame {
  record: CaseRecord = { id: '', complete: false, facts: {}, documents: [] };
  readonly calendar: WorkCalendar;
  /** Element of the list being walked, if any. */
  item: ListItem | null = null;
  /** Day that selected the version of the rule being judged; dates its parameters. */
  day = 0;
  /** Slots whose papers disagree, of those read so far. */
  readonly conflicts: number[] = [];

  private epoch = 0;
  private readonly paths: readonly string[];
  private readonly values: (FactValue | null)[];
  private readonly valueEpochs: Uint32Array;
  private readonly days: (number | null)[];
  private readonly dayEpochs: Uint32Array;
  private readonly memo: Truth[];
  private readonly memoEpochs: Uint32Array;
  private readonly memoDays: Float64Array;
  private agency: Profile = {};
  /** Whether the profile says anything: most lookups of what a record lacks need not ask an empty one. */
  private profiled = false;
  private readonly own: readonly boolean[];
  private readonly chosen = new Map<string, FactValue>();
  /** Papers nobody could name are taken for none of those asked for. */
  private assuming = false;

  constructor(paths: readonly string[], memoSize: number, calendar: WorkCalendar) {
    this.paths = paths;
    this.calendar = calendar;
    this.own = paths.map((path) => ownPaths.has(path));
    this.values = paths.map(() => null);
    this.days = paths.map(() => null);
    this.valueEpochs = new Uint32Array(paths.length);
    this.dayEpochs = new Uint32Array(paths.length);
    this.memo = Array.from({ length: memoSize }, () => null);
    this.memoEpochs = new Uint32Array(memoSize);
    this.memoDays = new Float64Array(memoSize);
  }

  /** Takes up the next record; agency facts (`agency.*`) come from the profile where the record has none. */
  begin(record: CaseRecord, agency: Profile): void {
    this.record = record;
    this.agency = agency;
    this.profiled = false;
    for (const _ in agency) {
      this.profiled = true;
      break;
    }
    this.item = null;
    this.conflicts.length = 0;
    if (this.chosen.size > 0) this.chosen.clear();
    this.epoch++;
  }

  /** Value of a slot; null when not known, too unsure, or absent. */
  value(slot: number): FactValue | null {
    if (this.valueEpochs[slot] === this.epoch) return this.values[slot] ?? null;
    this.valueEpochs[slot] = this.epoch;
    const value = this.load(slot);
    this.values[slot] = value;
    return value;
  }

  /** Value of a slot of the agency's profile on the day that dates the rule being judged; null when the profile has none for it. */
  valueOn(slot: number): FactValue | null {
    const path = this.paths[slot] ?? '';
    const dated = this.record.facts[path] == null ? this.agency[path] : null;
    if (!isDated(dated)) return this.value(slot);
    const term = dated.terms.find(
      ({ since, until }) =>
        (since === null || this.day >= (dayNumber(since) ?? Number.POSITIVE_INFINITY)) &&
        (until === null || this.day < (dayNumber(until) ?? Number.NEGATIVE_INFINITY)),
    );
    return term?.value ?? null;
  }

  /** Days on which what the agency's profile says changes. */
  agencyChanges(): readonly DayNumber[] {
    return Object.values(this.agency).flatMap((raw) =>
      isDated(raw)
        ? raw.terms.flatMap(({ since, until }) => [dayNumber(since) ?? [], dayNumber(until) ?? []].flat())
        : [],
    );
  }

  /** Value of a slot as a day number; null when not known or no day. */
  dayOf(slot: number): number | null {
    if (this.dayEpochs[slot] === this.epoch) return this.days[slot] ?? null;
    this.dayEpochs[slot] = this.epoch;
    const day = dayNumber(this.value(slot));
    this.days[slot] = day;
    return day;
  }

  /** Places of the value in a slot; those of its elements for a list. */
  anchorsOf(slot: number): readonly Anchor[] {
    const path = this.paths[slot] ?? '';
    const raw = this.record.facts[path] ?? this.agency[path];
    if (raw === null || raw === undefined || typeof raw !== 'object' || isDated(raw)) return unknown;
    const own = isFact(raw) ? raw.anchors : undefined;
    if (own !== undefined && own.length > 0) {
      // Where papers disagree, every place counts.
      const others = isFact(raw) ? (raw.alternatives ?? []).flatMap((other) => other.anchors) : [];
      return others.length === 0 ? own : [...own.slice(0, 2), ...others];
    }
    const value = isFact(raw) ? raw.value : raw;
    if (!Array.isArray(value)) return unknown;
    let found: Anchor[] | null = null;
    for (const item of value as readonly (ListItem | string)[]) {
      if (typeof item === 'string' || item.anchors === undefined) continue;
      found ??= [];
      found.push(...item.anchors);
    }
    return found ?? unknown;
  }

  /** Answer of a shared condition, worked out once a record. */
  once(index: number, work: (frame: Frame) => Truth): Truth {
    if (this.memoEpochs[index] === this.epoch) return this.memo[index] ?? null;
    const result = work(this);
    this.memoEpochs[index] = this.epoch;
    this.memo[index] = result;
    return result;
  }

  /** The same for a condition that reads dated numbers: kept for rules dated by the same day. */
  onceADay(index: number, work: (frame: Frame) => Truth): Truth {
    if (this.memoEpochs[index] === this.epoch && this.memoDays[index] === this.day) return this.memo[index] ?? null;
    const result = work(this);
    this.memoEpochs[index] = this.epoch;
    this.memoDays[index] = this.day;
    this.memo[index] = result;
    return result;
  }

  /** The fact as it stands in the record or profile, with anchors and alternatives; null when absent. */
  fact(path: string): Fact | null {
    const raw = this.record.facts[path] ?? this.agency[path] ?? ownField(this.record, path);
    if (raw === null || raw === undefined || isDated(raw)) return null;
    return isFact(raw) ? raw : { value: raw };
  }

  /** Whether a document of that kind is in the file; unknown while the file is not whole or a page is unread. */
  hasDocument(kinds: readonly string[]): Truth {
    const found = hasDocument(this.record, kinds);
    return found === null && this.assuming ? false : found;
  }

  /**
   * What comes out if no paper without a name is one of those asked for; null where that is not the only thing open: a page is unread, or the file is not
   * whole.
   */
  withoutUnnamed(work: () => Truth): Truth {
    const { complete, unread, documents } = this.record;
    if (!complete || (unread?.length ?? 0) > 0 || !documents.some(({ kind }) => kind === 'unknown')) return null;
    this.assuming = true;
    this.epoch++;
    const result = work();
    this.assuming = false;
    this.epoch++;
    return result;
  }

  /** Judges again with one reading of each disagreeing paper; an empty map goes back to the first readings. */
  choose(readings: ReadonlyMap<number, FactValue>): void {
    this.chosen.clear();
    for (const [slot, value] of readings) this.chosen.set(this.paths[slot] ?? '', value);
    this.conflicts.length = 0;
    this.epoch++;
  }

  private load(slot: number): FactValue | null {
    const path = this.paths[slot] ?? '';
    const raw = this.record.facts[path];
    if (typeof raw === 'boolean' || typeof raw === 'string' || typeof raw === 'number') return raw;
    if (raw === undefined && !this.profiled && this.own[slot] !== true) return null;
    return this.loadRare(slot, path, raw ?? this.agency[path] ?? ownField(this.record, path));
  }

  private loadRare(slot: number, path: string, raw: Profile[string] | undefined): FactValue | null {
    if (raw === null || raw === undefined || isDated(raw)) return null;
    if (typeof raw !== 'object' || !isFact(raw)) return raw;
    const chosen = this.chosen.get(path);
    if (chosen !== undefined) return chosen;
    if (raw.confidence !== undefined && raw.confidence < leastConfidence) return null;
    if (raw.alternatives !== undefined && otherReadings(raw).length > 0 && !this.conflicts.includes(slot))
      this.conflicts.push(slot);
    return raw.value;
  }
}

function isDated(raw: Profile[string] | undefined): raw is Dated {
  return typeof raw === 'object' && raw !== null && 'terms' in raw;
}

export function isFact(raw: Fact | FactValue): raw is Fact {
  return typeof raw === 'object' && !Array.isArray(raw);
}

const ownPaths = new Set(['case.type', 'case.procedure', 'agency.name']);

/** Facts that a record carries as fields of its own: those of `ownPaths`. */
function ownField(record: CaseRecord, path: string): FactValue | undefined {
  switch (path) {
    case 'case.type':
      return record.caseType;
    case 'case.procedure':
      return record.procedure;
    case 'agency.name':
      return record.agency;
    default:
      return undefined;
  }
}
