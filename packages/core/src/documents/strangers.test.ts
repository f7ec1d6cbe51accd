import { expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import { extract } from './extract.ts';
import { textFile } from './plain-text.ts';

const kindsIn = (text: string): string[] =>
  extract([textFile('case.txt', text)], kinds, { id: 'c' }).documents.map(({ kind }) => kind);

const REMEDIES =
  '如不服本决定，可在收到本决定书之日起六十日内向甲县人民政府申请行政复议，或者六个月内向甲县人民法院提起行政诉讼。';

test('a decision on wages, a tax or a dispute is no decision on seized goods', () => {
  expect(kindsIn(`甲县人力资源和社会保障局\n行政处理决定书\n甲人社监理〔2031〕4号\n${REMEDIES}`)).toEqual([
    'handling-decision',
  ]);
  expect(kindsIn(`国家税务总局甲县税务局\n税务处理决定书\n甲税处〔2031〕4号\n${REMEDIES}`)).toEqual([
    'handling-decision',
  ]);
  expect(kindsIn(`甲县人民政府\n处理决定书\n甲政处〔2031〕4号\n某某林地的权属争议,本机关决定归乙村所有。`)).toEqual([
    'handling-decision',
  ]);
  expect(
    kindsIn('甲县市场监督管理局\n处理决定书\n甲市监处〔2031〕4号\n本局于2031年1月2日扣押的面粉12袋,决定予以退还。'),
  ).toEqual(['measure-handling']);
});

test('a decision on wages that lost its heading is known by its words', () => {
  expect(
    kindsIn(`甲人社监理字〔2031〕第001号
被行政处理人：甲县某某建筑有限公司
认定的事实和证据：你单位拖欠王某等五名劳动者工资。你单位的行为违反了《中华人民共和国劳动法》第五十条之规定。
决定给予你单位下列行政处理：5日内支付工资30000元。
${REMEDIES}`),
  ).toEqual(['handling-decision']);
});

test('a review is neither a penalty nor a court', () => {
  expect(
    kindsIn(`甲府行复〔2031〕9号
申请人：某某公司
被申请人：甲县市场监督管理局
申请人不服被申请人作出的《行政处罚决定书》，于2031年1月2日向甲县人民政府申请行政复议，现已审理终结。
被申请人决定给予罚款5000元的行政处罚，到期不缴纳罚款的，每日加处罚款。`),
  ).toEqual(['review-decision']);
});

test('a case told for teaching is no paper of it', () => {
  const story = `2031年7月，执法人员发现甲县某某建材公司放行超限车辆，现责令立即停止违法行为，决定给予罚款15000元的行政处罚：罚款。${REMEDIES}`;
  expect(kindsIn(`[关键词]\n超限运输\n[基本案情]\n${story}\n[案件评析]\n本案提示源头单位守法。`)).toEqual(['unknown']);
  expect(kindsIn(`一、案情简介\n${story}\n二、典型意义\n本案有示范作用。`)).toEqual(['unknown']);
});

test('a decision this house knows nothing of is not guessed by its sentences', () => {
  expect(
    kindsIn(`甲县民政局
地名命名决定书
甲民地〔2031〕4号
经查，上述行为违反了《地名管理条例》第二条，现责令改正。依据该条例，决定如下。${REMEDIES}`),
  ).toEqual(['unknown']);
});

test('things found or unclaimed are announced, nobody is served', () => {
  expect(
    kindsIn(`甲县城市管理局
招领公告
本局于2031年3月2日暂扣电动三轮车一辆，当事人弃车离开，请自公告之日起六十日内携带有效证件前来认领，逾期将依法处理。
甲县城市管理局
2031年4月1日`),
  ).toEqual(['claim-announcement']);
});

test('an announcement that holds the decision tells what it decides, less surely than the decision', () => {
  const text = `青山县某某建材有限公司：
因你单位下落不明，现向你单位公告送达《行政处罚决定书》，文书号为：青交罚〔2031〕77号。自公告之日起，经过三十日即视为送达。文书内容如下：
一、2031年3月2日，执法人员检查发现你单位未采取必要措施防止货物扬撒，有询问笔录为证。
二、以上事实违反了《甲条例》第二十六条第二款，依据《甲条例》第六十八条第二款，决定给予罚款人民币壹仟元整的行政处罚。
三、罚款应自收到本决定书之日起十五日内缴纳。
四、如不服，可在六十日内向青山县人民政府申请行政复议，或者六个月内向青山县人民法院提起行政诉讼。
青山县交通运输局
2031年5月8日`;
  const { documents, record } = extract([textFile('case.txt', text)], kinds, { id: 'c' });
  expect(documents.map(({ kind }) => kind)).toEqual(['service-announcement']);
  expect(record.facts['decision.number']).toMatchObject({ value: '青交罚〔2031〕77号' });
  expect(record.facts['decision.fine']).toMatchObject({ value: 1000, confidence: 0.7 });
  expect(record.facts['decision.date']).toBeUndefined();
  expect(record.facts['services[]']).toMatchObject({
    value: [{ number: '青交罚〔2031〕77号', 'announced-on': '2031-05-08' }],
  });
});

const FRAME = '中国政府网 | 注册\n您当前的位置：首页 >处罚/强制 >办理结果\n';
const ROWS =
  '• [ 索引号 ]\n• 115/2031\n• [ 发文字号 ]\n• 甲农罚〔2031〕8号\n• 农业\n• 行政处罚\n• 甲区农业农村委\n• 有效\n';
const PARTY = '当事人名称：青山再生资源有限公司\n法定代表人：马某\n我局对你单位进行了调查，发现你单位未开展自行监测。';

test('a heading below the frame of a web page, with the party behind its number, is one', () => {
  expect(
    kindsIn(
      `${FRAME}${ROWS}甲区生态环境局行政处罚决定书甲环罚〔2031〕3号（青山再生资源有限公司）\n日期：2031-01-30\n${PARTY}`,
    ),
  ).toEqual(['penalty-decision']);
});

test('a heading printed twice below such a frame begins one paper', () => {
  expect(
    kindsIn(
      `${FRAME}${ROWS}甲区农业农村委员会行政处罚决定书（甲农罚〔2031〕8号）\n甲区农业农村委员会\n行政处罚决定书\n甲农罚〔20318\n${PARTY}`,
    ),
  ).toEqual(['penalty-decision']);
});

test('a decision without heading and number is known by its parts or by the penalty it gives the party', () => {
  expect(
    kindsIn(`被处罚单位：青山汽车零部件有限公司
法定代表人：陈某
一、环境违法事实、证据和陈述申辩意见、采纳情况及裁量理由
2031年9月1日，执法人员对青山汽车零部件有限公司进行了检查，废气处理设施未使用。`),
  ).toEqual(['penalty-decision']);
  expect(
    kindsIn(`青山建设集团有限公司：
2030年7月11日，你公司承建的项目坍塌。根据《中华人民共和国建筑法》第七十一条第一款规定，我部决定给予你单位责令停业整顿90日的行政处罚，自2031年5月8日开始执行。`),
  ).toEqual(['penalty-decision']);
});

test('a newspaper that tells of a decision is none', () => {
  expect(
    kindsIn(`外汇局网站近日公布的行政处罚决定书（甲外管罚〔2031〕2号）显示，青山银行存在违法事实。
依据《甲条例》第四十七条，决定给予处罚款人民币52万元的行政处罚：罚款。到期不缴纳罚款的，加处罚款。`),
  ).toEqual(['unknown']);
});

test('cases told to the public, or by a newspaper, are no papers of a case', () => {
  expect(
    kindsIn(`为做好执法工作,现将2031年第三批执法案例公示如下:
甲牌拖拉机未经检验案
决定文书号:甲农简罚〔2031〕4号、甲农简罚〔2031〕5号
处罚决定:当事人违反了《甲省农机条例》第二条。本机关作出如下处罚决定:1.责令当事人改正违法行为;2.处50元罚款。`),
  ).toEqual(['unknown']);
  expect(
    kindsIn(`外汇局网站公布的行政处罚决定书文(甲外管罚[2031]4号)显示,乙银行违反账户管理规定。依据《甲条例》第四十八条规定,外汇局甲市支局给予警告,处罚款5万元。
以下为行政处罚原文:`),
  ).toEqual(['unknown']);
  expect(
    kindsIn(`5月7日,甲水泥发布公告称,乙环保科技有限公司是由公司持股的公司,乙环保于近期收到丙市生态环境局出具的《行政处罚决定书》(丙环罚字[2031]5号)。
丙市生态环境局决定对乙环保作出50万元罚款的行政处罚。
甲水泥表示,收到本次处罚决定后将认真整改。本次行政处罚无重大影响。`),
  ).toEqual(['unknown']);
  for (const paper of ['《行政处罚决定书》', '责令改正违法行为决定书'])
    expect(
      kindsIn(`甲股份:子公司乙公司被责令整改
甲生物科技股份有限公司关于子公司收到${paper}的公告
2031年8月1日,甲生物科技股份有限公司(以下简称“公司”)子公司收到丙市生态环境局${paper},现将有关情况公告如下:
一、主要内容
公司违反了《大气污染防治法》第二十条的规定。决定对公司处以罚款50000元,现责令你单位接到本决定书之日起立即改正违法行为。
甲股份有限公司董事会
2031年8月2日`),
    ).toEqual(['unknown']);
});

test('an order to correct names its party with a label of its own and is dated by its making, not its publication', () => {
  const { documents } = extract(
    [
      textFile(
        'case.txt',
        `[ 成文日期 ] 2031-10-07 [ 发布日期 ] 2031-11-06
甲区生态环境局
责令改正违法行为决定书
甲环改〔2031〕4号
被责令改正单位:甲区乙科技有限公司
法定代表人:王五
我局于2031年9月2日对你单位进行检查时,发现你单位新增生产线未经批准。你单位的行为违反了《环境影响评价法》第二十五条,现责令你单位停止建设。`,
      ),
    ],
    kinds,
    { id: 'c' },
  );
  expect(documents.map(({ kind }) => kind)).toEqual(['correction-order']);
  expect(documents[0]?.facts['party.name']?.value).toBe('甲区乙科技有限公司');
  expect(documents[0]?.facts['correction.date']?.value).toBe('2031-10-07');
});

test('a decision without its heading that breaks off after the answer to the notice', () => {
  expect(
    kindsIn(`当事人名称:甲县乙农塑料制品有限公司
法定代表人或负责人:王五
地址:甲县北村
我局于2031年4月5日对你单位进行了调查,发现你单位实施了以下违法行为:
环保设施未经验收,已投入生产。
你单位的上述行为违反了《建设项目环境保护管理条例》第十九条第一款的规定。
我局于2031年7月1日以《行政处罚事先告知书》(甲环罚告字〔2031〕8号)告知你单位,你单位自收到告知书后,在法定期限内未提出陈述申辩及听证申请。`),
  ).toEqual(['penalty-decision']);
});

test('decisions announced to many are an announcement', () => {
  expect(
    kindsIn(`甲县又有多人被交警处理
下列违法行为人逾期未接受处理,依据《某程序规定》第三十六条,现将已裁决案件的行政处罚决定书公告如下,公告期限为六十天。
如不服处罚决定,可以在公告之日起60日内向甲县人民政府申请行政复议,或者在6个月内向甲县人民法院提起行政诉讼。公告期满,即视为送达。
甲县公安局交通警察大队
2031年11月21日`),
  ).toEqual(['service-announcement']);
});
