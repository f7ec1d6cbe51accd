import { createResource, createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { DaysAsked, DaysReply, LawList } from '../../../server/contract/index.ts';
import { ask, reasonOf } from '../../api.ts';

export type Unit = DaysAsked['unit'];

export interface Form {
  from: string;
  time: string;
  limit: string;
  unit: Unit;
  law: string;
  article: string;
  spans: { first: string; last: string }[];
  roll: boolean;
  back: boolean;
}

/** The form of the calculator, its laws, and the last answer or what is wrong with the question. */
export function createDays() {
  const [laws] = createResource(() => ask<LawList>('GET', '/laws'));
  const [form, setForm] = createStore<Form>({
    from: '',
    time: '09:00',
    limit: '90',
    unit: 'days',
    law: 'cn.apl',
    article: '60',
    spans: [],
    roll: false,
    back: false,
  });
  const [answer, setAnswer] = createSignal<DaysReply | null>(null);
  const [mistake, setMistake] = createSignal<string | null>(null);
  const [back, setBack] = createSignal(false);
  const count = async (): Promise<void> => {
    try {
      setAnswer(await ask<DaysReply>('POST', '/days', questionOf(form)));
      setBack(form.back);
      setMistake(null);
    } catch (error) {
      setAnswer(null);
      setMistake(reasonOf(error));
    }
  };
  return { laws, form, setForm, answer, mistake, countedBack: back, count };
}

function questionOf(form: Form): DaysAsked {
  const byLaw = form.law !== '';
  return {
    from: form.unit === 'hours' ? `${form.from}T${form.time}` : form.from,
    limit: form.limit === '' ? -1 : Number(form.limit),
    unit: form.unit,
    suspend: form.spans.filter((span) => span.first !== '' && span.last !== '').map((span) => [span.first, span.last]),
    roll: form.roll && !byLaw,
    back: form.back,
    ...(byLaw ? { law: form.law } : {}),
    ...(byLaw && form.article !== '' ? { article: Number(form.article) } : {}),
  };
}
