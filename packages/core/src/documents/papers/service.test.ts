import { expect, test } from 'vitest';
import { readRules } from '../../node.ts';
import type { ListItem } from '../../record/types.ts';
import { readerOf } from '../plain-text.ts';
import { withoutEmpty } from '../scan/boxes.ts';
import { readServiceReceipt } from './service.ts';

const { pack } = await readRules();
const services = (text: string) =>
  ((readServiceReceipt(pack.kinds)(readerOf(text))['services[]']?.value ?? []) as readonly ListItem[]).map((item) => [
    item.document,
    item.number,
    item.date,
    item.method,
    item.recipient,
    item['recipient-signed'],
    (item.officers as readonly string[] | undefined)?.join(' '),
  ]);
const wanted = ['penalty-decision', '（江）应急罚〔2025〕44号', '2025-09-24', 'direct', '冯国强', true, '高远 苏晴'];

test('labels beside their values', () => {
  const text =
    '送达回证\n送达文书名称及文号  《行政处罚决定书》（江）应急罚〔2025〕44号\n受送达人  甲公司\n送达时间  2025年9月24日16时\n送达方式  直接送达\n收件人  （签名或盖章）冯国强  2025年9月24日\n送达人  高远  苏晴  2025年9月24日\n见证人\n备注';
  expect(services(text)).toEqual([wanted]);
});

test('the day and the place behind one label', () => {
  const day = (label: string) =>
    services(
      `送达回执\n送达文书：行政处罚决定书 （江）应急罚〔2025〕44号\n受送达人：甲公司\n${label}：2025年9月24日 二路6号\n送达方式：直接送达\n收件人签名：冯国强\n送达人：高远 苏晴`,
    )[0]?.[2];
  expect(day('送达时间、地点')).toBe('2025-09-24');
  expect(day('送达地点及时间')).toBe('2025-09-24');
});

test('labels at the head of columns that narrow cells broke', () => {
  const text =
    '文书送达回执\n受送达单位（个人）  甲公司\n送达文书名称、文号\n收件人签名或\n者盖章\n送达地点  送达日期\n送达\n方式\n送达\n人\n行政处罚决定书（单位）（江）应急\n罚〔2025〕44号\n冯国强\n江口县工业园区\n二路6号\n2025年9月\n24日\n直接\n送达\n高远\n苏晴\n江口县应急管理局（印章）\n备注：';
  expect(services(text)).toEqual([wanted]);
});

test('a form nobody filled in tells nothing', () => {
  const text = '文书送达回执\n送达文书名称、文号\n收件人签名或者盖章\n送达地点  送达日期\n送达方式\n送达人\n备注：';
  expect(services(text)).toEqual([]);
});

test('the way ticked is told where boxes stand behind what they choose', () => {
  const text =
    '送达回证\n受送达人  甲公司\n送达时间  2025年9月24日\n送达方式  直接送达□  留置送达☑  邮寄送达□\n送达人  高远';
  expect(services(text).map((one) => one[3])).toEqual(['left']);
});

test('a consent ticked behind its words is one, and the refusal beside it is left out', () => {
  expect(withoutEmpty('同意立案☑ 不同意立案□ 签名:甲')).not.toContain('不同意');
  expect(withoutEmpty('□同意 ☑不同意')).toBe('☑不同意');
  expect(withoutEmpty('意见:同意□ 不同意√')).toBe('意见: 不同意√');
});

test('a bracket within a title is part of it; the day stands where the signature does', () => {
  const text =
    '送达回证\n送达文书名称及文号  行政处罚事先（听证）告知书（甲环罚告〔2031〕12号）\n受送达人  甲公司\n送达方式  直接送达\n受送达人签名或盖章及收到日期  冯国强 2031年4月27日\n送达人  高远 苏晴 2031年4月27日\n备注';
  expect(services(text)).toEqual([
    ['penalty-notice', '甲环罚告〔2031〕12号', '2031-04-27', 'direct', '冯国强', true, '高远 苏晴'],
  ]);
});

test('a row of heads with the row of values below, and a label with its own value behind', () => {
  const text =
    '送达回执\n受送达人：甲公司\n送达文件名称及文件编号 送达地点 送达方式 送达日期 收件人签名\n行政处罚决定书 （江）应急罚〔2025〕44号 二路6号 直接送达 2025年9月24日 冯国强\n送达人：高远、苏晴';
  expect(services(text)).toEqual([wanted]);
});
