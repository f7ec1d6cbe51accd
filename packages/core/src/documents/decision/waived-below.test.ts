import { expect, test } from 'vitest';
import { readerOf } from '../plain-text.ts';
import { readNotice } from './notice.ts';

const notice = (foot: string) => {
  const facts = readNotice(
    readerOf(
      `甲县烟草专卖局\n行政处罚事先告知书\n甲烟罚告〔2031〕第45号\n乙便利店：\n经查，你店未在当地批发企业进货，违反了《甲条例》第二十三条的规定，依据《甲条例》第五十六条的规定，拟作出罚款人民币686元的行政处罚。\n你店有权进行陈述和申辩，请在收到本告知书之日起三个工作日内提出，逾期视为放弃。\n甲县烟草专卖局\n2031年5月6日\n${foot}`,
    ),
  );
  return [facts['statement.waived-in-writing']?.value, facts['notice.served-on']?.value];
};

test.each([
  ['当事人意见：我不陈述申辩，接受处罚。 冯小英 2031年5月6日', true, '2031-05-06'],
  ['当事人意见：自愿放弃陈述、申辩的权利。冯小英 2031年5月7日', true, '2031-05-07'],
  ['我单位放弃陈述申辩。冯小英 2031年5月7日', true, '2031-05-07'],
  ['当事人意见：□提出陈述申辩 ☑不提出陈述申辩 冯小英 2031年5月7日', true, '2031-05-07'],
  ['当事人意见：☑提出陈述申辩 □不提出陈述申辩 冯小英 2031年5月7日', undefined, undefined],
  ['当事人意见：要求陈述申辩。冯小英 2031年5月7日', undefined, undefined],
  ['当事人意见：不陈述申辩。', undefined, undefined],
  ['当事人意见：', undefined, undefined],
  ['当事人签收：冯小英 2031年5月7日', undefined, '2031-05-07'],
])('what the party wrote at the foot of the notice: %s', (foot, waived, served) => {
  expect(notice(foot)).toEqual([waived, served]);
});
