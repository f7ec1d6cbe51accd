import { dayOf } from './days.ts';
import { both, type Each, either, flag, type Item, itemFlag, servedAtAll, type Truth } from './facts.ts';
import { ordinary, seenOr } from './kinds.ts';

/** The drawn rules over lists: each element is judged. */
export const listRules: readonly Each[] = [
  {
    id: 'CPL-90-2',
    types: ['penalty', 'compulsory-enforcement'],
    from: dayOf('2022-01-01'),
    dated: 'date',
    list: 'services[]',
    where: (item) => (item.method === undefined ? null : item.method === 'electronic'),
    when: servedAtAll,
    keeps: (item) =>
      item.date === undefined || item['arrived-on'] === undefined ? null : item.date === item['arrived-on'],
  },
  {
    id: 'EVR-10-1',
    ...ordinary,
    dated: 'date',
    list: 'inquiries[]',
    when: seenOr('inquiries[]', 'inquiry-record'),
    keeps: (item) => both(itemFlag(item, 'officers-signed'), itemFlag(item, 'person-signed')),
  },
  {
    id: 'EVR-15-1',
    ...ordinary,
    from: dayOf('2002-10-01'),
    dated: 'date',
    list: 'inspections[]',
    when: seenOr('inspections[]', 'inspection-record'),
    keeps: (item) => itemFlag(item, 'officers-signed'),
  },
  {
    id: 'G118-2.5-4',
    ...ordinary,
    dated: 'date',
    list: 'inquiries[]',
    when: seenOr('inquiries[]', 'inquiry-record'),
    keeps: (item) => itemFlag(item, 'tells-recusal'),
  },
  {
    id: 'G118-3.8-5',
    types: ['penalty', 'compulsory-enforcement'],
    from: dayOf('2018-12-05'),
    dated: 'date',
    list: 'services[]',
    where: (item) => (item.method === undefined ? null : item.method === 'left' || item.method === 'announcement'),
    when: servedAtAll,
    keeps: (item, facts) => {
      if (item.recorded === true) return true;
      const recordings = facts['recordings[]'] as readonly Item[] | undefined;
      let seen: Truth = false;
      for (const recording of recordings ?? []) {
        if (recording.step === 'service') return true;
        if (recording.step === undefined) seen = null;
      }
      return either(seen, flag(facts, 'recording.not-needed-explained'));
    },
  },
];
