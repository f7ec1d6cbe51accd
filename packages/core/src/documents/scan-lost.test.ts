import { describe, expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import type { Fact } from '../record/types.ts';
import { extract } from './extract.ts';
import { textFile } from './plain-text.ts';
import { scan } from './scan/marked-page.ts';

const documents = (...pages: readonly string[]) =>
  extract(
    [
      {
        name: 'a.pdf',
        sha256: '',
        format: 'pdf' as const,
        pages: pages.map((marked, index) => ({ ...scan(marked), number: index + 1 })),
      },
    ],
    kinds,
    { id: 'x', laws: [] },
  ).documents;
const kindsOf = (...pages: readonly string[]): string[] => documents(...pages).map(({ kind }) => kind);
const read = (...pages: readonly string[]): Readonly<Record<string, Fact>> => documents(...pages)[0]?.facts ?? {};
const isKnown = (fact: Fact | undefined): boolean => fact !== undefined && (fact.confidence ?? 1) >= 0.5;

const decision = (...rows: readonly string[]): string =>
  ['临海市水利局', '行政处罚决定书', '临水罚〔2031〕7号', '当事人:临海市禾丰糖业有限公司', ...rows].join('\n');

describe('a paper whose heading was lost', () => {
  const body = `你厂2031年1月2日未经批准取水,违反了《取水许可管理办法》第四条的规定。拒不改正或者未作出的取水决定,责令停止违法行为。
二、处罚的依据、种类及其履行方式和期限
我局决定对你厂作出以平行下处罚:`;
  test('is known as a decision by what it says of itself and what it imposes', () => {
    expect(kindsOf(`${body}\n1.罚款贰万元。限于接到本行政处罚决定书之日起十五日内到银行缴纳。`)).toEqual([
      'penalty-decision',
    ]);
  });
  test('is none where it urges, tells of what is proposed or says nothing of itself', () => {
    expect(kindsOf(`${body}\n1.罚款贰万元。`)).not.toContain('penalty-decision');
    expect(
      kindsOf(
        `你厂应于收到行政处罚决定书之日起十五日内缴纳罚款贰万元,逾期不缴纳的加处罚款。现予催告,限你厂十日内履行。`,
      ),
    ).not.toContain('penalty-decision');
    expect(
      kindsOf(
        `关于延期缴纳罚款的申请:我厂收到行政处罚决定书之日起生产停顿,罚款贰万元逾期不缴纳的加处罚款,请求延期缴纳。`,
      ),
    ).not.toContain('penalty-decision');
  });
  test('is a decision not to penalise where its number or its heading says so', () => {
    const facts =
      '甲渔业公司\n经查,你公司2031年1月2日未经批准取水,情节轻微并已改正。以上事实有现场检查笔录、调查询问笔录和照片为凭。';
    expect(kindsOf(`临水不罚〔2031〕1号\n${facts}`)).toEqual(['no-penalty-decision']);
    expect(kindsOf(`临水罚〔2031〕1号\n${facts}`)).toEqual(['penalty-decision']);
    expect(kindsOf(`临海市水利局不予行政处罚决定书临水不罚\n[20311号\n${facts}`)).toEqual(['no-penalty-decision']);
  });
  test('is known as a record of what was said by its labels', () => {
    const rows = ['案由:未经批准取水', '陈述申辩时间:2031年4月5日', '陈述申辩地点:某某支队', '陈述申辩人:钱大有'];
    expect(kindsOf([...rows, '陈述申辩内容:请求从轻处罚。'].join('\n'))).toEqual(['statement-record']);
  });
});

test('the end of a sentence on the next page is no heading, whatever title it ends with', () => {
  const page = decision('经查,当事人未经批准取水。现决定罚款人民币5000元。', '缴款方式见本机关于送达该行政');
  expect(kindsOf(page, '处罚决定书当日一并送达某省统一平台缴款通知单)\n临海市水利局')).toEqual(['penalty-decision']);
});

describe('titles of laws on a picture', () => {
  const laws = (cited: string): unknown[] => {
    const list = (read(decision(`上述行为违反了${cited}的规定。`))['decision.citations[]']?.value ?? []) as readonly {
      law: string;
      confidence?: number;
    }[];
    return list.map(({ law, confidence }) => [law, (confidence ?? 1) >= 0.5]);
  };
  test('have a dash where 一一 was read, and one style of brackets', () => {
    expect(laws('《甲业准则第9号一一乙类事项》第六条')).toEqual([['甲业准则第9号——乙类事项', true]]);
    expect(laws('《甲省实施<乙法>办法》第六条')).toEqual([['甲省实施〈乙法〉办法', true]]);
  });
  test('are not the law within another title whose end was misread', () => {
    expect(laws('《甲省实施《中华人民共和国乙法六办法》第六条')).toEqual([]);
    expect(laws('《中华人民共和国乙法》第六条')).toEqual([['中华人民共和国乙法', true]]);
  });
  test('are not known where a stroke stands for some of their words', () => {
    expect(laws('《中华人民共和|丙法》第六条')).toEqual([[expect.any(String), false]]);
  });
});

test('an address ends where the body begins, even where its line happens to reach the margin', () => {
  const { 'party.address': address } = read(
    decision(
      '地址:临海市海门区港湾外大街甲2号22层A24',
      '依照《中华人民共和国水法》等规定,我局对你公司取水情况开展检查。',
    ),
  );
  expect(address?.value).toBe('临海市海门区港湾外大街甲2号22层A24');
  const torn = read(decision('地址:临海市东街甲2号《取水许可证》'))['party.address'];
  expect(isKnown(torn)).toBe(false);
});

test('a mark of dirt behind a sum makes it no factor; an item worked out by itself is not the sum of all', () => {
  const facts = read(
    decision('决定处罚如下:对甲地处以每平方米21元的罚款,共计罚款3600元*对乙地处以每平方米11元的罚款,共计罚款900元。'),
  );
  expect(facts['decision.fine']?.value).toBe(4500);
  const product = read(decision('决定处罚如下:罚款2000元*3=6000元。'));
  expect(product['decision.fine']?.value).toBe(6000);
});

test('a full stop read as a letter ends the sentence', () => {
  const facts = read(
    [
      '临海市水利局',
      '准予延续取水许可决定书',
      '临水许〔2031〕9号',
      '甲厂:',
      '准予延续,有效期自2031年3月1日至2036年2月28',
      '日o',
      '临海市水利局',
      '2031年2月2日',
    ].join('\n'),
  );
  expect(facts['licence.expires-on']?.value).toBe('2036-02-28');
});

describe('forms whose blanks were lost', () => {
  const rows = [
    '受送达人钱小云',
    '送达文书行政处罚决定书(临水罚〔2031〕7号)',
    '送达时间2031年4月18日',
    '送达地点临海市南门街22号',
  ];
  test('give what stands behind the label that opens a row', () => {
    const facts = read(['送达回证', ...rows, '送达方式直接送达'].join('\n'));
    expect(facts['party.name']?.value).toBe('钱小云');
    expect(facts['services[]']?.value).toEqual([
      expect.objectContaining({ document: 'penalty-decision', date: '2031-04-18', method: 'direct' }),
    ]);
  });
  test('are read so only where they have no colons, on pictures and in copies of forms alike', () => {
    const colons = read(
      ['送达回证', '受送达人:钱小云', '送达时间:2031年4月18日', '送达地点临海市南门街22号'].join('\n'),
    );
    expect(colons['party.name']?.value).toBe('钱小云');
    const text = extract([textFile('a.txt', ['送达回证', ...rows].join('\n'))], kinds, { id: 'x', laws: [] });
    expect(text.documents[0]?.facts['party.name']?.value).toBe('钱小云');
  });
  test('have a label with its colon right behind the value of another', () => {
    const rows = ['听证报告书', '案件名称:甲厂取水案', '听证时间:2031年7月12日9时30分至11时'];
    const facts = read([...rows, '听证主持人:尉迟小亮听证员:易安记录员:管小平'].join('\n'));
    expect(facts['hearing.host']?.value).toBe('尉迟小亮');
  });
  test('an alternative label behind a stroke is no part of the value', () => {
    const facts = read(
      '行政处罚告知笔录\n执行告知单位临海市公安局告知人石大勇、钱小云\n被告知人/单位名称临海市禾丰糖业有限公司法定代表人冷小霜\n告知内容:\n2031年7月2日,你单位在凌晨2时后继续营业,拟对你单位作出责令停业整顿的行政处罚。\n被告知人:冷小霜\n2031年7月5日15时30分',
    );
    expect(facts['party.name']?.value).toBe('临海市禾丰糖业有限公司');
  });
});

test('the first sentence of a body names whose case it is, though the margin breaks it', () => {
  const body = '决定对你公司作出罚款人民币5000元的行政处罚。\n你公司应于收到本处罚决定书之日起15日内缴纳罚款。';
  const facts = read(
    `临海市禾丰糖业有限公司(以下简称“你公司”)采取规避监管\n的方式取水一案,经临海市水政监察支队现场调查,现已\n审查终结。我局依法查明,你公司违反了取水许可的规定。\n${body}`,
  );
  expect(facts['party.name']?.value).toBe('临海市禾丰糖业有限公司');
});

test('an address over the margin may go on with 二期; a day or a heading does not', () => {
  const long = '地址临海市海门区港湾街道甲社区航站四路2038号物流园区货运村';
  const address = (next: string): unknown =>
    read(decision(long, next, '经查,当事人未经批准取水。'))['party.address']?.value;
  expect(address('二期A楼322')).toBe(`${long.slice(2)}二期A楼322`);
  expect(address('二、违法事实')).toBe(long.slice(2));
  expect(address('二〇三一年四月五日')).toBe(long.slice(2));
});

test('no agency begins with a bracket, with 位于, or ends with what was done at the time', () => {
  const rows =
    '临海渔业公司临水罚〔2031〕7号(临海渔业公司某某分公司)\n临海市水利局行政处罚决定书\n当事人:临海渔业公司某某分公司\n经查,当事人未经批准取水。';
  expect(read(rows)['decision.agency']?.value).toBe('临海市水利局');
  const torn = read(`${rows.replace('临海市水利局', '')}\n1.本机关对当事人\n位于海门区横山村的临时搅拌站现场检查时所`);
  expect(torn['decision.agency']).toBeUndefined();
});
