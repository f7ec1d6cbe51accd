import { type CaseRecord, dayNumber, dayText, type FactValue, type ListItem } from '@anjuan/core';

/** Repeatable random numbers (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const flags = [
  'filing.approved',
  'filing.states-source',
  'filing.states-facts',
  'filing.handlers-signed',
  'notice.states-facts',
  'notice.states-reasons',
  'notice.states-basis',
  'notice.states-penalty',
  'notice.tells-statement',
  'notice.tells-hearing',
  'decision.states-address',
  'decision.states-facts',
  'decision.states-evidence',
  'decision.states-basis',
  'decision.has-seal',
  'decision.states-performance',
  'decision.states-review',
  'decision.states-litigation',
  'investigation.signed',
  'investigation.states-facts',
  'legal-review.signed',
  'discussion.states-conclusion',
  'closing.approved',
  'hearing.public',
  'hearing.states-debate',
  'hearing.party-signed',
  'preservation.approved',
  'preservation.has-list',
];
const papers = [
  'filing-approval',
  'inspection-record',
  'inquiry-record',
  'investigation-report',
  'legal-review',
  'penalty-notice',
  'service-receipt',
  'discussion-record',
  'penalty-decision',
  'publication-record',
  'payment-receipt',
  'closing-approval',
  'file-index',
  'cover',
];

/** Invented records, about one value in a hundred missing and one in thirty wrong. */
export function makeRecords(count: number, seed = 20_260_101): readonly CaseRecord[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, index) => makeRecord(index, next));
}

function makeRecord(index: number, next: () => number): CaseRecord {
  const facts: Record<string, FactValue> = {};
  const put = (path: string, value: FactValue): void => {
    if (next() > 0.01) facts[path] = value;
  };
  const yes = (): boolean => next() > 0.03;
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const filed = (dayNumber('2025-01-06') ?? 0) + between(0, 360);
  let day = filed;
  const step = (path: string, low: number, high: number): number => {
    day += next() > 0.02 ? between(low, high) : -between(1, 3);
    put(path, dayText(day));
    return day;
  };
  for (const flag of flags) put(flag, yes());
  put('filing.date', dayText(filed));
  put('party.name', `临河县第${index}号商贸有限公司`);
  put('party.kind', next() > 0.4 ? 'organisation' : 'natural-person');
  put('preservation.used', next() > 0.8);
  put('preservation.date', dayText(filed + 1));
  put('preservation.handled-on', dayText(filed + between(5, 12)));
  step('investigation.report-date', 10, 35);
  step('notice.date', 2, 8);
  step('notice.served-on', 0, 5);
  put('hearing.requested', next() > 0.7);
  put('hearing.requested-on', dayText(day + between(1, 8)));
  step('hearing.held-on', 12, 16);
  step('legal-review.date', 1, 4);
  step('discussion.date', 0, 3);
  const decided = step('decision.date', 0, 28);
  step('decision.served-on', 0, 11);
  put('publication.date', dayText(decided + between(1, 12)));
  put('payment.date', dayText(day + between(1, 17)));
  put('closing.date', dayText(day + between(18, 40)));
  const fine = between(2, 200) * 500;
  put('notice.fine', next() > 0.03 ? fine : fine - 500);
  put('decision.fine', fine);
  put('payment.amount', next() > 0.02 ? fine : fine + 500);
  const names = ['王一', '李二', '赵三', '周四', '吴五'];
  const people = (): string[] => (next() > 0.02 ? [pick(names, next), '郑六'] : ['郑六']);
  const recordOf = (): ListItem => ({
    date: dayText(filed + between(1, 9)),
    person: '陈七',
    officers: people(),
    'shows-certificates': yes(),
    'tells-rights': yes(),
    'tells-recusal': yes(),
  });
  put('inspections[]', Array.from({ length: between(1, 3) }, recordOf));
  put('inquiries[]', Array.from({ length: between(1, 4) }, recordOf));
  put(
    'officers[]',
    Array.from({ length: between(2, 4) }, (_, n) => ({ name: names[n] ?? '', certificate: `B${n}0${index}` })),
  );
  put(
    'evidence[]',
    Array.from({ length: between(2, 9) }, (_, n) => ({
      name: `证据${n}`,
      'is-copy': true,
      'confirmed-against-original': next() > 0.01,
    })),
  );
  put(
    'services[]',
    Array.from({ length: 2 }, () => ({ method: 'direct', 'recipient-signed': next() > 0.02 })),
  );
  return {
    id: `r${index}`,
    complete: true,
    caseType: 'penalty',
    procedure: next() > 0.15 ? 'ordinary' : 'summary',
    facts,
    documents: papers
      .filter(() => next() > 0.02)
      .map((kind, n) => ({ id: `d${n}`, kind, title: kind, file: 'f.pdf', pages: [n + 1, n + 1] })),
  };
}

function pick<T>(list: readonly T[], next: () => number): T {
  return list[Math.floor(next() * list.length)] as T;
}
