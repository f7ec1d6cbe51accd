import { expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import { readDecision } from './decision/decision.ts';
import { extract } from './extract.ts';
import { readerOf, textFile } from './plain-text.ts';

const HEADS =
  '行政相对人名称 | 行政处罚决定书文号 | 违法行为类型 | 违法事实 | 处罚依据 | 处罚类别 | 处罚内容 | 罚款金额(万元) | 暂扣或吊销证照名称及编号 | 处罚决定日期 | 处罚有效期 | 处罚机关 |';
const ROW =
  '李四 | 甲林草罚决〔2031〕第012号 | 擅自改变林地用途 | 2031年3月占用林地300平方米修建道路，于2031年4月2日立案。 | 《中华人民共和国森林法》第七十三条第一款 | 罚款 | 处以罚款0.6万元 | 0.6 | | 2031-05-09 | 2034-05-09 | 甲县林业和草原局 |';

const values = (text: string): readonly Record<string, unknown>[] =>
  extract([textFile('copy.txt', text)], kinds, { id: 'c' }).documents.map(({ kind, facts }) => ({
    kind,
    ...Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value])),
  }));

test('a published table of one row under its heads is read by its columns', () => {
  const [decision] = values(`| 索引号 | 001 | 发布日期 | 2031-06-01 |\n${HEADS}\n${ROW}`);
  expect(decision).toMatchObject({
    kind: 'penalty-decision',
    'party.name': '李四',
    'decision.number': '甲林草罚决〔2031〕第012号',
    'decision.fine': 6000,
    'decision.date': '2031-05-09',
    'decision.agency': '甲县林业和草原局',
  });
  const penalties = decision?.['decision.penalties[]'] as readonly { kind: string }[];
  expect(penalties.map(({ kind }) => kind)).toEqual(['罚款']);
});

test('a row that breaks off still tells whose it is', () => {
  const [decision] = values(`${HEADS}\n${ROW.slice(0, ROW.indexOf('《中华'))}《中华人民共和国森林法》第七十三条`);
  expect(decision).toMatchObject({ 'party.name': '李四', 'decision.number': '甲林草罚决〔2031〕第012号' });
  expect(decision).not.toHaveProperty('decision.agency');
});

test('of several rows nobody can say whose the case is', () => {
  const other = ROW.replace('李四', '王五').replace('012', '013');
  for (const one of values(`${HEADS}\n${ROW}\n${other}`)) expect(one).not.toHaveProperty('party.name');
});

const STACKED = `行政处罚决定书文号:
|
甲自然资罚字〔2031〕6号
|
违法行为类型:
|
非法占地
|
违法事实:
|
经查实,当事人甲市乙镇公共服务办公室未经依法批准占地2000平方米建设停车场,违反了《中华人民共和国土地管理法》第四十四条的规定。
|
处罚依据:
|
根据《中华人民共和国土地管理法》第七十七条
|
处罚类别:
|
罚款
|
行政相对人名称:
|
甲市乙镇公共服务办公室
|
行政相对人代码:
|
统一社会信用代码 |
工商登记码 |
组织机构代码 |
11110000000013338W |
|
|
法定代表人:
|
刘三
|
处罚内容:
|
对非法占用1000平方米耕地处以每平方米20元的罚款,共计罚款20000元。对非法占用1000平方米一般农用地处以每平方米10元的罚款,共计罚款10000元。`;

test('a table with every cell in a line of its own, its party below the story', () => {
  const facts = readDecision(readerOf(STACKED));
  expect(facts['party.name']?.value).toBe('甲市乙镇公共服务办公室');
  expect(facts['party.representative']?.value).toBe('刘三');
  expect(facts['party.code']?.value).toBe('11110000000013338W');
  expect(facts['decision.number']?.value).toBe('甲自然资罚字〔2031〕6号');
  expect(facts['decision.fine']?.value).toBe(30000);
});

test('sums of items and the sum of all are told apart', () => {
  const fine = (words: string): unknown =>
    readDecision(
      readerOf(
        `行政处罚决定书\n甲自然资罚〔2031〕7号\n当事人:李四\n经查,当事人非法占地。依据《甲条例》第三条,决定处罚如下:\n${words}`,
      ),
    )['decision.fine']?.value;
  const items = '1.对占用耕地处以每平方米20元的罚款,共计罚款20000元;2.对占用林地处以每平方米10元的罚款,共计罚款1000元';
  expect(fine(`${items}。`)).toBe(21000);
  expect(fine(`${items};以上两项合计罚款21000元。`)).toBe(21000);
  expect(fine('对占用耕地处每平方米20元的罚款20000元,对占用林地处每平方米10元的罚款1000元,共计罚款21000元。')).toBe(
    21000,
  );
});

test('rows of a table that last beyond the decision, and its agency under the longer label', () => {
  const facts = readDecision(
    readerOf(`行政相对人名称 | 甲县红旗饮片厂 |
法定代表人 | 曾三 |
行政处罚决定书文号 | 甲药监罚〔2031〕9号 |
违法行为类型 | 生产劣药 |
处罚类别 | 没收违法所得、罚款 |
处罚内容 | 1.没收违法所得:900.5元;2.罚款2000元 |
没收违法所得、没收非法财物的金额(元) | 900.5元 |
暂扣或吊销证照名称及编号 | |
处罚决定日期 | |
处罚有效期 | 2099-12-31 |
作出行政处罚决定的行政机关 | 甲省药品监督管理局 |`),
  );
  expect(facts['decision.date']).toBeUndefined();
  expect(facts['decision.number']?.value).toBe('甲药监罚〔2031〕9号');
  expect(facts['decision.agency']?.value).toBe('甲省药品监督管理局');
  const penalties = facts['decision.penalties[]']?.value as readonly { kind: string }[];
  expect(penalties.map(({ kind }) => kind)).toEqual(['没收违法所得', '罚款']);
});

test('rows whose cells stand one below the other are laid side by side', () => {
  const cells = (words: readonly string[]): string => `|\n${words.map((word) => `${word} |`).join('\n')}\n`;
  const [decision] = values(
    `行政处罚结果公开\n|||||||||\n|\n单位名称：甲区城市管理行政执法局 |\n|||||||||\n${cells(['序号', '权力编码', '项目 名称', '处罚 文号', '立案时间', '被处罚人', '案由（具体）', '处罚依据', '处罚结果及执行情况', '决定书时间'])}${cells(['1', 'CF-0141', '擅自挖掘城市道路', '甲城管简罚决〔2031〕8号', '2031.3.11', '林某', '林某于2031年3月11日擅自挖掘人行道。', '《甲市城市道路挖掘管理办法》第二十三条第（一）项', '责令限期改正，处以人民币壹佰玖拾元整的罚款。', '2031.3.12'])}附：相关行政职权目录`,
  );
  expect(decision).toMatchObject({
    kind: 'penalty-decision',
    'party.name': '林某',
    'decision.number': '甲城管简罚决〔2031〕8号',
    'decision.fine': 190,
    'decision.date': '2031-03-12',
  });
});
