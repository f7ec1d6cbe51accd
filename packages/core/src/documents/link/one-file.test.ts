// What the papers of one file say of one thing. All invented.

import { expect, test } from 'vitest';
import { kinds } from '../../../tests/kinds.ts';
import type { Fact } from '../../record/types.ts';
import { extract } from '../extract.ts';
import { textFile } from '../plain-text.ts';

function factsOf(...pages: readonly string[]): Readonly<Record<string, Fact | undefined>> {
  return extract([textFile('卷.txt', ...pages)], kinds, { id: 'c' }).record.facts as Record<string, Fact>;
}
const others = (fact: Fact | undefined) => (fact?.alternatives ?? []).map(({ value }) => value);

const decision = (words = '') => `甲县农业农村局
行政处罚决定书
甲农罚〔2030〕5号
当事人：张小川 性别：男 身份证号：110101199003070011
住址：甲县丙村
2030年3月1日查明当事人在禁渔期捕捞。${words}
当事人违反了《中华人民共和国渔业法》第三十条第一款的规定，依据《中华人民共和国渔业法》第三十八条第一款的规定，决定罚款人民币叁仟元整（￥3000.00）。
甲县农业农村局
2030年4月1日`;
const filing = (name: string, id: string) =>
  `立案审批表\n案由：在禁渔期捕捞\n当事人：${name} 性别：男 身份证号：${id}\n案情简介：2030年3月1日巡查发现张小川在禁渔期捕捞。\n负责人意见：同意立案。吴平 2030年3月4日`;
const list = (name: string) =>
  `查封（扣押）财物清单\n当事人：${name}\n1 | 渔网 | 1张\n当事人签名：${name} 2030年3月1日`;
const closing = (head: string) =>
  `结案审批表\n当事人：张小川\n法定代表人：${head}\n执行情况：罚款已缴清。\n负责人意见：同意结案。吴平 2030年5月4日`;

test('lists of goods contradict the name only where it is written nearly alike: others may have held the goods', () => {
  expect(others(factsOf(decision(), list('张小州'))['party.name'])).toEqual(['张小州']);
  expect(others(factsOf(decision(), list('李大山'))['party.name'])).toEqual([]);
  expect(others(factsOf(decision(), filing('李大山', '110101199003070011'))['party.name'])).toEqual(['李大山']);
});

test('the card of the party is the same on the form that filed the case', () => {
  expect(others(factsOf(decision(), filing('张小川', '110101199003070038'))['party.id-number'])).toEqual([
    '110101199003070038',
  ]);
  expect(others(factsOf(decision(), filing('张小川', '110101199003070011'))['party.id-number'])).toEqual([]);
});

test('a firm may change its head; a head written wrong is the same', () => {
  const firm = decision().replace(
    '张小川 性别：男 身份证号：110101199003070011',
    '甲县乙丙渔业有限公司\n法定代表人：王海川',
  );
  const end = (head: string) => closing(head).replace('张小川', '甲县乙丙渔业有限公司');
  expect(others(factsOf(firm, end('王海州'))['party.representative'])).toEqual(['王海州']);
  expect(others(factsOf(firm, end('李大山'))['party.representative'])).toEqual([]);
});

const seizure = (remedies: string, day = '6') => `甲县农业农村局
查封（扣押）决定书
甲农扣〔2030〕5号
当事人：张小川
地址：甲县丙村
因你涉嫌在禁渔期捕捞，根据《中华人民共和国渔业法》第四十八条第一款的规定，决定对你的渔网1张予以扣押，期限三十日。${remedies}
甲县农业农村局
2030年3月${day}日`;
const scene = `现场笔录
时间：2030年3月6日9时10分至10时00分
地点：甲河
当事人：张小川
检查人员：王小山、李青
检查人员告知当事人享有陈述、申辩和申请回避的权利。决定对渔网1张予以扣押。
当事人签名：张小川 2030年3月6日`;

test('the decision handed over on the spot tells its part, the record the rest', () => {
  const remedies = '如不服，可以在六十日内向甲县人民政府申请行政复议，或者在六个月内向甲县人民法院提起行政诉讼。';
  const told = (...pages: readonly string[]) => factsOf(...pages)['measure.told']?.value;
  expect(told(scene)).toEqual(['rights']);
  expect(told(scene, seizure(remedies))).toEqual(['rights', 'reasons', 'basis', 'remedies']);
  expect(told(scene, seizure(''))).toEqual(['rights', 'reasons', 'basis']);
  expect(told(scene, seizure(remedies, '8'))).toEqual(['rights']);
});

test('the answer to what the party said stands in the decision', () => {
  const answer = (words: string) => factsOf(decision(words))['statement.reviewed']?.value;
  expect(answer('当事人于2030年3月20日申辩，经复核，理由不成立，不予采纳。')).toBe(true);
  expect(answer('当事人未陈述、申辩。')).toBeUndefined();
  expect(answer('当事人的申辩未经复核。')).toBeUndefined();
});

test('two sums side by side on a receipt leave open what was paid', () => {
  const paid = (words: string) =>
    factsOf(`甲省罚没收据\nNo 0031187742\n2030年4月18日\n缴款人：张小川\n合计人民币（大写）：${words} ¥3000.00`)[
      'payment.amount'
    ];
  expect(paid('叁仟元整')).toMatchObject({ value: 3000, confidence: 0.9 });
  expect(paid('叁佰元整')?.confidence).toBe(0.4);
});

const served = (name: string, title = '送达的法律文书') =>
  `送达回执\n${title}：行政处罚决定书（甲农罚〔2030〕5号）副本\n受送达人：${name}\n送达地点：甲河派出所\n送达方式：直接送达\n受送达人签名：${name} 2030年4月2日\n送达人：王小山、李青`;

test('a copy served on somebody else is no other party, a name written wrong on the receipt is', () => {
  expect(others(factsOf(decision(), served('李大山'))['party.name'])).toEqual([]);
  expect(others(factsOf(decision(), served('张小州'))['party.name'])).toEqual(['张小州']);
  expect(factsOf(decision(), served('张小川'))['services[]']?.value).toMatchObject([
    { document: 'penalty-decision', number: '甲农罚〔2030〕5号', recipient: '张小川' },
  ]);
});

test('an answer of the place of detention is no decision, wherever its heading is known or not', () => {
  const answer = (title: string) =>
    `${title}\n甲县公安局：\n根据你局甲公行罚决字〔2030〕5号行政处罚决定书，被拘留人张小川已于2030年4月2日投送我所执行拘留，期限五日。\n甲县拘留所\n2030年4月2日`;
  const kindsOf = (title: string) =>
    extract([textFile('11执行.txt', answer(title))], kinds, { id: 'c' }).documents.map(({ kind }) => kind);
  expect(kindsOf('行政拘留执行回执')).toEqual(['detention-receipt']);
  expect(kindsOf('移交看管回执')).toEqual(['unknown']);
});

test('who signs for the notice on the notice itself needs no receipt for it', () => {
  const notice = (foot: string) =>
    factsOf(
      `行政处罚告知笔录\n告知人：王小山、李青\n被告知人：张小川\n2030年3月1日张小川殴打他人，违反了《中华人民共和国治安管理处罚法》第四十三条第一款之规定，拟给予罚款三百元的行政处罚。\n问：你是否提出陈述和申辩？\n答：不提出。\n${foot}`,
    )['notice.served-on']?.value;
  expect(notice('被告知人：张小川（捺印） 2030年3月8日')).toBe('2030-03-08');
  expect(notice('被告知人 张小川 2030年3月8日14时10分')).toBe('2030-03-08');
  expect(notice('被告知人：\n2030年3月8日')).toBeUndefined();
});
