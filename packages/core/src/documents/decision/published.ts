import type { Fact, ListItem } from '../../record/types.ts';
import { type Facts, factOf } from '../facts.ts';
import type { Reader } from '../pages.ts';
import { readDecision } from './decision.ts';
import { kindOf } from './names.ts';
import { openPaper, type Paper } from './paper.ts';
import type { Party } from './party.ts';
import { penaltyFacts } from './penalties.ts';
import { finesOf, sanctionsOf } from './sanctions.ts';
import { isPublishedTable } from './table.ts';
import { type PublishedRow, publishedRows } from './table-rows.ts';

/** What is published tells of the decision; it does not contradict it, for names are shortened and hidden there. */
const told = 0.7;

/** Facts of the decision that its publication repeats; what a decision has to state is asked of the decision alone. */
const REPEATED =
  /^(?:party\.(?:name|code|kind|representative)|decision\.(?:number|date|agency|fine|highest-fine|confiscated-gains|penalties\[\]|citations\[\]))$/;

/** What the table or abstract published of a decision tells of it: whom it falls on, what it imposes, by which law. */
export function decidedFacts(reader: Reader): Facts {
  const rows = publishedRows(reader);
  if (rows.length > 0) return rowFacts(reader, rows);
  return isPublishedTable(reader) ? retold(reader) : {};
}

/** What another paper than the decision tells of whom, what and by which law, as a fine for every day that goes on does. */
export function retold(reader: Reader): Facts {
  return Object.fromEntries(
    Object.entries(readDecision(reader))
      .filter(([path]) => REPEATED.test(path))
      .map(([path, fact]): [string, Fact] => [path, { ...fact, confidence: Math.min(fact.confidence ?? 1, told) }]),
  );
}

function rowFacts(reader: Reader, rows: readonly PublishedRow[]): Facts {
  const paper = openPaper(reader);
  const each = rows.map((row) => penaltiesOf(paper, row, rows.length > 1));
  const items = each.flatMap(
    (facts) => (facts['decision.penalties[]']?.value as readonly ListItem[] | undefined) ?? [],
  );
  const fines = each.flatMap((facts) => facts['decision.fine'] ?? []);
  const [first] = rows;
  const facts: Facts = {};
  const put = (
    path: string,
    value: string | number | readonly ListItem[],
    at: { start: number; end: number },
  ): void => {
    facts[path] = factOf(reader, value, at.start, at.end, told);
  };
  if (first === undefined) return facts;
  if (first.party !== null) {
    const name = reader.print(first.party.start, first.party.end);
    const kind = kindOf(name, []);
    put('party.name', name, first.party);
    if (kind !== null) put('party.kind', kind, first.party);
  }
  const numbers = new Set(rows.flatMap(({ number }) => number?.value ?? []));
  if (first.number !== null && (numbers.size === 1 || rows[0] === first))
    put('decision.number', first.number.value, first.number);
  if (first.date !== null) put('decision.date', first.date.value, first.date);
  if (first.agency !== null) put('decision.agency', reader.print(first.agency.start, first.agency.end), first.agency);
  if (items.length > 0 && first.penalty !== null) put('decision.penalties[]', items, first.penalty);
  const sum = fines.reduce((all, { value }) => all + (typeof value === 'number' ? value : 0), 0);
  if (fines.length > 0 && first.penalty !== null)
    facts['decision.fine'] = factOf(
      reader,
      Math.round(sum * 100) / 100,
      first.penalty.start,
      first.penalty.end,
      fines.length > 1 ? 0.6 : told,
    );
  return facts;
}

/** What the cell of one row imposes; `named`: on whom, where there are several rows. */
function penaltiesOf(paper: Paper, { party, penalty }: PublishedRow, named: boolean): Facts {
  if (penalty === null || party === null) return {};
  const part = { ...penalty, opened: true };
  const name = paper.reader.print(party.start, party.end);
  const own: Party = { name, span: party, kind: null, fields: [] };
  const facts = penaltyFacts(paper, part, finesOf(paper, part, false), sanctionsOf(paper, part), [own], 'decision');
  const list = facts['decision.penalties[]'];
  if (list === undefined || !named) return facts;
  const items = (list.value as readonly ListItem[]).map((item) => ({ party: name, ...item }));
  return { ...facts, 'decision.penalties[]': { ...list, value: items } };
}
