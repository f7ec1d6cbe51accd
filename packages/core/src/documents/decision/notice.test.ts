import { describe, expect, test } from 'vitest';
import type { Fact, ListItem } from '../../record/types.ts';
import { readerOf } from '../plain-text.ts';
import * as layouts from './layouts.ts';
import { isName } from './names.ts';
import { readNotice } from './notice.ts';

type Values = Readonly<Record<string, unknown>>;

function values(facts: Readonly<Record<string, Fact>>): Values {
  return Object.fromEntries(Object.entries(facts).map(([path_, fact]) => [path_, plain(fact.value)]));
}

function plain(value: Fact['value']): unknown {
  if (!Array.isArray(value)) return value;
  return (value as readonly ListItem[]).map((item) => {
    const { anchors, origin, confidence, ...fields } = item;
    return Object.values(fields).join(' ');
  });
}

const notice = (text: string): Values => values(readNotice(readerOf(text)));

describe('notices', () => {
  test('market: what is proposed and which rights are told', () => {
    expect(notice(layouts.marketNotice)).toMatchObject({
      'party.name': '青山县和顺食品有限公司',
      'notice.number': '青市监罚告〔2026〕15号',
      'notice.date': '2026-03-02',
      'notice.fine': 50000,
      'notice.fine-is-range': false,
      'notice.penalties[]': ['没收违法所得 60', '罚款 50000'],
      'notice.statement-days': 5,
      'notice.hearing-days': 5,
      'notice.tells-statement': true,
      'notice.tells-hearing': true,
      'notice.states-contact': true,
      'notice.has-seal': true,
    });
  });

  test('作如下处罚 opens the list as 作出如下处罚 does', () => {
    const text = layouts.marketNotice.replace('本局拟对你单位作出如下处罚', '拟责令停止经营，并作如下处罚');
    expect(notice(text)['notice.penalties[]']).toEqual(['没收违法所得 60', '罚款 50000']);
  });

  test('a law pointed back to is the basis', () => {
    const told = (words: string) =>
      notice(
        `甲县文化局\n行政处罚告知书\n甲文告〔2030〕5号\n乙书店：\n你店发行侵权图书，违反《中华人民共和国著作权法》第五十三条，${words}拟给予罚款6000元。你店可在五日内陈述、申辩。\n甲县文化局\n2030年4月1日`,
      )['notice.states-basis'];
    expect(told('依据该条规定，')).toBe(true);
    expect(told('')).toBe(false);
  });

  test('the kind of party printed before its name is no name', () => {
    expect(isName('个体工商户')).toBe(false);
    expect(isName('甲县个体工商户协会')).toBe(true);
  });

  test('a notice that only gives the span the law allows', () => {
    const text = layouts.marketNotice.replace(/1\.没收违法所得60元；\n.*\n.*\n/, '处五万元以上十万元以下罚款。\n');
    const facts = notice(text);
    expect(facts['notice.fine']).toBeUndefined();
    expect(facts['notice.fine-is-range']).toBe(true);
  });

  test('days for the defence are working days only where the notice says so', () => {
    expect(notice(layouts.marketNotice)).toMatchObject({ 'notice.statement-in-working-days': true });
    const plain = notice(layouts.marketNotice.replaceAll('个工作日内', '日内'));
    expect(plain['notice.statement-days']).toBe(5);
    expect(plain['notice.statement-in-working-days']).toBeUndefined();
  });

  test('a notice without the hearing', () => {
    const text = layouts.marketNotice.replace('，并可要求听证', '').replace('，未要求听证', '');
    expect(notice(text)).toMatchObject({ 'notice.tells-statement': true, 'notice.tells-hearing': false });
  });
});
