import { expect, test } from 'vitest';
import { readUrging } from '../papers/enforcement/urging.ts';
import { readMeasureDecision } from '../papers/measure/decision.ts';
import { readSummary } from '../papers/summary.ts';
import { readerOf } from '../plain-text.ts';
import { readDecision } from './decision.ts';

/** Facts of a decision as their values, from the forms single services print; names and places are invented. */
const values = (text: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(readDecision(readerOf(text))).map(([path, fact]) => [path, fact.value]));

const END = `如不服本决定，可在收到本决定书之日起六十日内向青山县人民政府申请行政复议，或者六个月内向青山县人民法院提起行政诉讼。`;

test('the fire service names the party behind a second label and counts the days from the decision in hand', () => {
  const read = values(`青山县消防救援大队
行政处罚决定书
青消行罚决字〔2031〕第0012号
违法行为人（被处罚单位）青山县金樽娱乐有限公司，地址：青山县滨江路88号，法定代表人：孙某。
现查明2031年3月12日，该单位消火栓无水，未保持完好有效。以上事实有检查记录证实。
根据《中华人民共和国消防法》第六十条第一款第一项之规定，现决定给予罚款人民币壹万贰仟元整的行政处罚。
持本决定书在15日内到建设银行缴纳罚款。${END}
2031年4月2日`);
  expect(read['party.name']).toBe('青山县金樽娱乐有限公司');
  expect(read['decision.payment-days']).toBe(15);
});

test('parties counted in words and notes behind a name', () => {
  const head = '青山县建设局\n行政处罚决定书\n青建罚字〔2031〕18号\n';
  expect(values(`${head}当事人一：青山鸿图建设有限公司\n法定代表人：区某\n当事人二：梁某坚，男\n`)['party.name']).toBe(
    '青山鸿图建设有限公司',
  );
  expect(values(`${head}当事人：李某霞（网络账号“青山那些事儿”）\n住址：青山县城关镇\n`)['party.name']).toBe('李某霞');
});

test('a fine decided after the condition of the law was met is imposed', () => {
  const read = values(`青山县水利局
水行政处罚决定书
青水罚字〔2031〕第8号
当事人：青山县佳景旅游开发有限公司
你单位未编报水土保持方案，违反了《中华人民共和国水土保持法》第二十六条，依据该法第五十三条第（一）项，逾期不补办的，处五万元以上五十万元以下的罚款。因你单位逾期未补办，现决定对你单位处以罚款捌万元（¥80000元）。
罚款限于收到本决定书之日起十五日内缴到农业银行。${END}
青山县水利局
2031年8月26日`);
  expect(read['decision.fine']).toBe(80000);
  expect(read['decision.states-kind']).toBe(true);
});

test('what was done may be told in the clause that names the law, or by customs without the word', () => {
  const whole = (body: string) =>
    values(
      `青山县气象局\n行政处罚决定书\n青气罚〔2031〕1号\n当事人：青山县石化有限公司\n${body}\n${END}\n青山县气象局\n2031年3月29日`,
    );
  const decided = '决定给予罚款人民币捌仟元整。';
  expect(
    whole(`你单位因雷电防护装置未按期进行检测，违反《防雷减灾管理办法》第十九条的规定，${decided}`)[
      'decision.states-facts'
    ],
  ).toBe(true);
  expect(
    whole(`当事人于2031年3月7日入境，携带超量货币现钞未向海关申报。依照《甲条例》第十九条，${decided}`)[
      'decision.states-facts'
    ],
  ).toBe(true);
  expect(whole(`你单位的上述行为违反了《防雷减灾管理办法》第十九条的规定，${decided}`)['decision.states-facts']).toBe(
    false,
  );
});

test('what is to be given back is no gain left unconfiscated', () => {
  const read = (order: string) =>
    values(`青山县教育局\n行政处罚决定书\n青教罚〔2031〕3号\n当事人：青山县启航教育咨询有限公司
经查，你公司未经审批举办培训，违法所得18600元。依据《校外培训行政处罚暂行办法》第十七条，作出如下行政处罚：
一、${order}；
二、处罚款18600元。
限收到本决定书之日起15日内缴至银行。${END}\n青山县教育局\n2031年9月4日`)['decision.gains-refunded'];
  expect(read('责令停止举办，退还所收费用')).toBe(true);
  expect(read('责令停止举办')).toBeUndefined();
  expect(read('责令退还非法占用的土地')).toBeUndefined();
});

test('a printed note of the seal before the name is no part of the agency', () => {
  const read = values(`林业行政处罚决定书
青林罚决字〔2031〕第031号
被处罚人姓名：马某来 性别：男
经依法查明，你未经批准采伐杨树17株，违反了《中华人民共和国森林法》第五十六条。本机关决定处罚款6450元。${END}
行政机关（印章）青山县林业和草原局
2031年5月17日`);
  expect(read['decision.agency']).toBe('青山县林业和草原局');
});

test('an extension the decision tells of is read; one of a measure is none', () => {
  const read = (told: string) =>
    values(`青山县市场监督管理局\n行政处罚决定书\n青市监处罚〔2031〕9号\n当事人：青山县某某商店
2031年1月8日立案调查。${told}
经查，当事人违反了《甲条例》第二条。依据《甲条例》第三条，作出如下处罚：罚款2000元。`)['decision.extension-approved'];
  expect(read('因案情复杂，经本局负责人批准，延长办案期限三十日。')).toBe(true);
  expect(read('经批准，延长扣押期限三十日。')).toBeUndefined();
});

const SUMMARY = `青山县市场监督管理局
当场行政处罚决定书
青市监当罚〔2031〕31号
当事人：青山县益民蔬菜店
经查，当事人未明码标价，违反了《甲条例》第十三条。依据《甲条例》第四十二条，当场作出如下行政处罚：罚款人民币贰佰元整。
${END}
执法人员：张某强（执法证号：03050012）、李某娜（执法证号：03050013）`;

test('officers with their numbers in brackets are counted', () => {
  const read = readSummary(readerOf(`${SUMMARY}\n青山县市场监督管理局\n2031年4月11日`));
  expect(read['summary.officers']?.value).toEqual(['张某强', '李某娜']);
  expect(read['decision.date']?.value).toBe('2031-04-11');
});

test('the day on which a party signed for a decision made on the spot, above the foot of the agency', () => {
  const served = (line: string) =>
    readSummary(readerOf(`${SUMMARY}\n${line}\n青山县市场监督管理局\n2031年4月11日`))['decision.served-on']?.value;
  expect(served('被处罚人签收：王某  2031年4月11日')).toBe('2031-04-11');
  expect(served('当事人（签收）：王某  2031年4月13日')).toBe('2031-04-13');
  expect(served('被处罚人签收：王某  2031年4月1日')).toBeUndefined();
  expect(served('被处罚人签名：王某  2031年4月11日')).toBeUndefined();
  expect(served('被处罚人签收：')).toBeUndefined();
});

test('a form of the traffic police has no place for what was told before', () => {
  const told = (text: string) => readSummary(readerOf(text))['summary.told-before']?.value;
  expect(told(`${SUMMARY}\n青山县市场监督管理局\n2031年4月11日`)).toBe(false);
  expect(
    told(`${SUMMARY.replaceAll('市场监督管理局', '公安局交通警察大队')}\n青山县公安局交通警察大队\n2031年4月11日`),
  ).toBeUndefined();
});

test('the day below a sentence about service is the day of the decision', () => {
  const read = values(`青山海关
行政处罚决定书
青关缉违字〔2031〕5号
当事人：青山县某某贸易有限公司
经查，当事人申报不实，违反了《甲条例》第二条。依照《甲条例》第三条，决定科处罚款人民币1500元。
当事人不服本处罚决定的，可自本处罚决定书送达之日起60日内向东海海关申请行政复议，或者自本处罚决定书送达之日起6个月内向法院起诉。
2031年6月7日`);
  expect(read['decision.date']).toBe('2031-06-07');
});

test('days are counted for a fine only', () => {
  const warned = SUMMARY.replace('罚款人民币贰佰元整', '警告').replace(
    END,
    `罚款的履行方式：☐当场缴纳。☐自收到本决定书之日起十五日内缴至/。${END}`,
  );
  const read = readSummary(readerOf(`${warned}\n青山县市场监督管理局\n2031年4月11日`));
  expect(read['decision.payment-days']).toBeUndefined();
});

test('a seizure decision that says all is told when handed over; what it leaves out denies nothing', () => {
  const told = (rights: string) =>
    readMeasureDecision(
      readerOf(`青山县市场监督管理局
实施行政强制措施决定书
青市监强制〔2031〕17号
当事人：青山县好运商行
住所：青山县东街2号
经查，你单位涉嫌销售侵权商品，违反了《甲条例》第五十七条。依据《甲条例》第六十二条，决定扣押清单所列财物，期限为30日。
${rights}${END}
青山县市场监督管理局
2031年4月2日`),
    )['measure.told']?.value;
  expect(told('你单位对本决定有陈述、申辩的权利。')).toEqual(['reasons', 'basis', 'rights', 'remedies']);
  expect(told('')).toBeUndefined();
});

test('the day by which the decision was to be met is not the one the urging sets', () => {
  const urged = (until: string) =>
    readUrging(
      readerOf(`青山县市场监督管理局
行政处罚决定履行催告书
青市监罚催〔2031〕12号
青山县和顺食品有限公司：
本局于2031年1月6日作出《行政处罚决定书》（青市监处罚〔2031〕3号），罚款50000元。该决定书已送达。你单位应于2031年1月23日前缴纳。现催告你单位${until}缴纳罚款50000元。你单位享有陈述、申辩的权利。
青山县市场监督管理局
2031年7月30日`),
    )['urging.deadline']?.value;
  expect(urged('自收到本催告书之日起十日内')).toBeUndefined();
  expect(urged('于2031年8月20日前')).toBe('2031-08-20');
});

test('an article the conduct falls under and the decision then rests on is its basis', () => {
  const read = values(`青山县证券监管局
行政处罚决定书
〔2031〕15号
当事人：黎某，男，住址：青山县城关镇。
经查明，黎某于2031年5月10日至9月15日期间买入又卖出本公司股票。
黎某的上述行为违反了《证券法》第四十四条第一款的规定，构成《证券法》第一百八十九条所述违法行为。
依据《证券法》第一百八十九条的规定，我局决定：对黎某给予警告，并处以12万元罚款。
${END}
2031年10月29日`);
  expect(read['decision.states-basis']).toBe(true);
  expect(read['decision.states-article']).toBe(true);
  expect(read['decision.citations[]']).toMatchObject([
    { article: '44', paragraph: 1 },
    { article: '189', basis: true },
  ]);
});

test('the head of a bank behind the label of the financial supervisor', () => {
  const read = values(`国家金融监督管理总局青山监管分局行政处罚决定书
青金罚决字〔2031〕19号
被处罚当事人姓名或名称：
单位名称：青山农村商业银行股份有限公司
法定代表人（主要负责人）姓名：祝长河
住所：青山县城关镇迎宾大道66号
我分局决定对青山农村商业银行股份有限公司罚款人民币70万元。${END}
2031年9月11日`);
  expect(read['party.name']).toBe('青山农村商业银行股份有限公司');
  expect(read['party.representative']).toBe('祝长河');
});
