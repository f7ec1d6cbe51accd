import { expect, test } from 'vitest';
import { kinds } from '../../../tests/kinds.ts';
import type { ListItem } from '../../record/types.ts';
import { extract } from '../extract.ts';
import { readerOf, textFile } from '../plain-text.ts';
import { readDecision } from './decision.ts';

const paper = (body: string, head = '当事人：甲市红旗砖厂\n地址：甲市东街1号', signed = '甲市水务局') =>
  readDecision(
    readerOf(`甲市水务局行政处罚决定书
甲水罚〔2031〕7号
${head}
经查，当事人于2031年2月1日擅自采砂，有现场笔录、询问笔录等证据证明。
${body}
罚款自收到本决定书之日起15日内缴至甲银行，逾期每日按罚款数额的3%加处罚款。
${signed}
2031年3月9日`),
  );
const imposed = (facts: ReturnType<typeof readDecision>) =>
  ((facts['decision.penalties[]']?.value ?? []) as readonly ListItem[]).map(({ kind, amount }) =>
    [kind, amount].filter((one) => one !== undefined).join(' '),
  );
const cited = (facts: ReturnType<typeof readDecision>) =>
  ((facts['decision.citations[]']?.value ?? []) as readonly ListItem[]).map(({ law, article }) => `${law} ${article}`);

test('gains taken from somebody named are no goods', () => {
  const facts = paper('依据《甲条例》第三条，决定没收张三违法所得1,290.36元，并处以3,871.08元罚款。');
  expect(imposed(facts)).toEqual(['没收违法所得 1290.36', '罚款 3871.08']);
  expect(facts['decision.confiscates-goods']?.value).toBe(false);
  expect(imposed(paper('依据《甲条例》第三条，决定没收违法生产的药品和违法所得。'))).toEqual(
    expect.arrayContaining(['没收违法所得', '没收非法财物']),
  );
});

test('the sum of a fine and of what is no fine is none', () => {
  const facts = paper(
    '依据《甲条例》第三条，责令退回资金62,143.72元，并处1.5倍罚款93,215.58元。\n以上退回资金和罚款合计155,359.30元。',
  );
  expect(facts['decision.fine']?.value).toBe(93215.58);
});

test('a fine on another that is decided apart is not imposed here', () => {
  const facts = paper('依据《甲条例》第三条，决定给予罚款2000元的行政处罚。对甲市东风厂罚款35万元的处罚另行决定。');
  expect(facts['decision.fine']?.value).toBe(2000);
});

test('a stop of practice and a ban from tenders are kinds of penalties', () => {
  expect(imposed(paper('依据《甲条例》第三条，决定给予停止执业三个月的行政处罚。'))).toEqual(['停止执业']);
  expect(imposed(paper('依据《甲条例》第三条，决定罚款500元，一年内禁止参加政府采购活动。'))).toEqual([
    '罚款 500',
    '限制开展生产经营活动',
  ]);
});

test('laws the party brings forward are not cited by the agency', () => {
  const listed = paper(
    '张三在听证及陈述申辩中提出：其一，按照《乙法》第三十三条应当不予处罚；其二，请求从轻。\n经复核，本局不予采纳。依据《甲条例》第三条，决定罚款500元。',
  );
  expect(cited(listed)).toEqual(['甲条例 3']);
  const told = paper('当事人称其有发票，认为应适用《乙法》第九条免予处罚。依据《甲条例》第三条，决定罚款500元。');
  expect(cited(told)).toEqual(['甲条例 3']);
  const silent = paper('当事人未提出陈述、申辩意见，依据《甲条例》第三条，决定罚款500元。');
  expect(cited(silent)).toEqual(['甲条例 3']);
});

test('articles go on behind a note in brackets', () => {
  const facts = paper('依据《甲条例》第三条（处一万元以上二万元以下的罚款）、第五条的规定，决定罚款500元。');
  expect(cited(facts)).toEqual(['甲条例 3', '甲条例 5']);
});

test('figures of full width are those of the same number', () => {
  const facts = readDecision(
    readerOf(
      '甲市水务局\n行政处罚决定书\n甲水罚〔２０３１〕２９０号\n当事人：张三\n依据《甲条例》第三条，决定罚款５００元。',
    ),
  );
  expect(facts['decision.number']?.value).toBe('甲水罚〔2031〕290号');
});

test('an address a copy for publication leaves out may stand in the decision', () => {
  const body = '依据《甲条例》第三条，决定罚款500元。';
  expect(paper(body, '当事人：张某某，男')['decision.states-address']).toBeUndefined();
  expect(paper(body, '当事人：甲市红旗砖厂')['decision.states-address']?.value).toBe(false);
});

test('papers handed in within days are no payment', () => {
  const facts = readDecision(
    readerOf(
      '甲省住房和城乡建设厅行政处罚决定书\n甲建罚〔2031〕7号\n张三：\n经查，你未履行职责，有笔录为证。\n依据《甲条例》第三条，决定吊销你的注册证书。\n请你在收到本决定书之日起15日内，将注册证书交至我厅。\n如不服，可在60日内向我厅申请行政复议。\n甲省住房和城乡建设厅\n2031年3月9日',
    ),
  );
  expect(facts['decision.payment-days']).toBeUndefined();
  expect(facts['decision.review-authority']?.value).toBe('甲省住房和城乡建设厅');
});

test('officers named with their certificates', () => {
  const facts = paper(
    '本局执法人员李强（执法证号：13010017021）、吴萍（执法证号：13010017033）对当事人进行了检查。\n依据《甲条例》第三条，决定罚款500元。',
  );
  expect(facts['officers[]']?.value).toMatchObject([
    { name: '李强', certificate: '13010017021' },
    { name: '吴萍', certificate: '13010017033' },
  ]);
  expect(paper('执法人员依法对当事人进行检查。依据《甲条例》第三条，决定罚款500元。')['officers[]']).toBeUndefined();
  const bare = '执法人员李强13010017021吴萍13010017033在出示证件后检查。依据《甲条例》第三条，决定罚款500元。';
  expect(paper(bare)['officers[]']?.value).toMatchObject([
    { name: '李强', certificate: '13010017021' },
    { name: '吴萍', certificate: '13010017033' },
  ]);
});

test('a fine for every day that went on', () => {
  const facts = paper('每日罚款20万元，自2031年1月1日起共20日，依据《甲法》第三条，决定按日连续处罚400万元。');
  expect(facts['decision.fine']?.value).toBe(4000000);
});

test('an office of the securities regulator signs with its short name', () => {
  const facts = readDecision(
    readerOf(
      '中国证券监督管理委员会甲海监管局行政处罚决定书\n甲证监罚字〔2031〕9号\n当事人：张三，男。\n经查，张三违规，有笔录证明。\n依据《甲法》第三条，我局决定：对张三给予警告，并处以3万元罚款。\n甲海证监局\n2031年4月3日',
    ),
  );
  expect(facts['decision.agency']?.value).toBe('中国证券监督管理委员会甲海监管局');
});

test('what the party asks for in a list, and what stands behind the list', () => {
  const facts = paper(
    '你公司提出：1.已口头要求整改；2.请求按《乙法》第三十二条从轻。听证主持人认为理由部分成立。\n依据《甲条例》第三条，决定罚款500元。',
  );
  expect(cited(facts)).toEqual(['甲条例 3']);
});

test('a line broken within a word goes on in the next, wherever its margin is', () => {
  const facts = paper('上述行为违反了《甲条例》第二条的规定，决定给予罚\n款人民币壹万元整的行政处罚。');
  expect(facts['decision.fine']?.value).toBe(10000);
});

test('a fine after refusal to correct, and one by the head of cattle', () => {
  expect(paper('依据《甲条例》第三条，因你拒不改正，本机关决定对你罚款伍拾元整。')['decision.fine']?.value).toBe(50);
  const each = paper('依据《甲条例》第三条，决定对超载326羊单位，每羊单位处30元罚款，共计罚款9780元。');
  expect(imposed(each)).toEqual(['罚款 9780']);
});

test('how a fine is paid may stand behind a label', () => {
  const facts = readDecision(
    readerOf(
      '甲市水务局行政处罚决定书\n甲水罚〔2031〕7号\n当事人：甲市红旗砖厂\n依据《甲条例》第三条，决定罚款500元。\n缴纳方式：自收到本决定书之日起十五日内，到甲银行。\n甲市水务局\n2031年3月9日',
    ),
  );
  expect(facts['decision.payment-days']?.value).toBe(15);
});

test('names in Latin letters keep their form, numbers lose a 第 before them, nothing taken is no penalty', () => {
  const facts = readDecision(
    readerOf(
      '甲海关行政处罚决定书\n第甲关缉罚字〔2031〕第03号\n当事人：OCEAN STAR CO., LTD.\n依据《甲条例》第三条，决定处罚如下：\n罚款500元;没收违法所得0元。\n甲海关\n2031年3月9日',
    ),
  );
  expect(facts['party.name']?.value).toMatch(/LTD/);
  expect(facts['decision.number']?.value).toBe('甲关缉罚字〔2031〕第03号');
  expect(imposed(facts)).toEqual(['罚款 500']);
});

test('a firm with its particulars in brackets fills a line without a colon', () => {
  const facts = readDecision(
    readerOf(
      '甲市水务局行政处罚决定书\n甲水罚〔2031〕7号\n甲市红旗监理有限公司（统一社会信用代码：91330106MAAY4CL12W，法定代表人：车军，地址：甲市东街）\n2031年2月1日，我局检查时发现隐患，你公司违反了《甲条例》第二条。依据《甲条例》第三条，决定罚款500元。\n甲市水务局\n2031年3月9日',
    ),
  );
  expect(facts['party.name']?.value).toBe('甲市红旗监理有限公司');
});

test('sums that fall on several in turn', () => {
  const facts = readDecision(
    readerOf(
      '甲证监局行政处罚决定书\n〔2031〕5号\n当事人：雪域矿业股份有限公司（以下简称雪域矿业），住所：甲市。\n经查明，雪域矿业违规，有笔录证明。\n依据《甲法》第三条，我局决定：\n对雪域矿业责令改正，给予警告，并处以100万元罚款；对王旺、冯涛、史敏给予警告，并分别处以60万元、40万元、30万元罚款。\n甲证监局\n2031年7月19日',
    ),
  );
  const items = (facts['decision.penalties[]']?.value ?? []) as readonly ListItem[];
  expect(facts['decision.fine']?.value).toBe(2300000);
  expect(items.map(({ kind, amount, party }) => `${kind} ${amount ?? ''} ${party}`)).toEqual([
    '警告  雪域矿业股份有限公司',
    '罚款 1000000 雪域矿业股份有限公司',
    '警告  王旺',
    '警告  冯涛',
    '警告  史敏',
    '罚款 600000 王旺',
    '罚款 400000 冯涛',
    '罚款 300000 史敏',
  ]);
});

test('labels in brackets of their own', () => {
  const facts = readDecision(
    readerOf(
      '甲市网信办\n行政处罚决定书\n【甲网罚字〔2031〕2号】\n【当事人】甲市聆听科技有限公司\n【住所地】甲市东街\n【违法事实】经查，你公司违规，有笔录证明。\n【处罚决定】依据《甲法》第三条，决定罚款八万元。\n甲市网信办\n2031年4月9日',
    ),
  );
  expect(facts['party.name']?.value).toBe('甲市聆听科技有限公司');
  expect(facts['party.address']?.value).toBe('甲市东街');
});

test('a law under a label that says it is the basis, and one behind a line that ends on 依据', () => {
  const labelled = readDecision(
    readerOf(
      '税务行政处罚决定书\n甲税罚〔2031〕3号\n被处罚对象名称：甲市老陈菜馆\n违法事实及处罚依据：你单位未按期申报。《甲法》第六十二条。\n罚款金额（大写）：伍拾元整\n甲税务局\n2031年7月2日',
    ),
  );
  expect(labelled['decision.states-basis']?.value).toBe(true);
  const torn = paper('你单位违反了《甲条例》第二条的规定，依据\n《甲条例》第三条的规定，决定罚款500元。');
  expect(torn['decision.citations[]']?.value).toMatchObject([{ article: '2' }, { article: '3', basis: true }]);
});

test('what follows the decision on how to mend one’s credit is another paper', () => {
  const { documents } = extract(
    [
      textFile(
        '1.txt',
        '甲市水务局行政处罚决定书\n甲水罚〔2031〕7号\n当事人：张三\n经查，当事人擅自采砂。\n依据《甲条例》第三条，决定罚款500元。\n甲市水务局\n2031年3月9日\n行政处罚信息信用修复告知书\n张三：\n依据《乙办法》第五条，你可以申请信用修复。',
      ),
    ],
    kinds,
    { id: 'c' },
  );
  expect(documents.map(({ kind }) => kind)).toEqual(['penalty-decision', 'credit-repair-notice']);
});
