import type { Random } from './random.ts';
import { agencyOf, dayOf, iso, label, numberOf, partyOf, personOf, printDay, printSum } from './values.ts';

export interface Variation {
  readonly kind: string;
  readonly pages: readonly string[];
  /** Facts as a person would read them, by path; a list of scalars for `list[].field`. */
  readonly truth: Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>;
}

const acts = [
  {
    what: '经营超过保质期的食品',
    law: '中华人民共和国食品安全法',
    broke: '第三十四条第（十）项',
    basis: '第一百二十四条第一款第（五）项',
    basisKey: '中华人民共和国食品安全法 124.1.5',
    brokeKey: '中华人民共和国食品安全法 34..10',
    range: '五万元以上十万元以下',
  },
  {
    what: '未对从业人员进行安全生产教育和培训',
    law: '中华人民共和国安全生产法',
    broke: '第二十八条第一款',
    basis: '第九十七条第（三）项',
    basisKey: '中华人民共和国安全生产法 97..3',
    brokeKey: '中华人民共和国安全生产法 28.1.',
    range: '10万元以下',
  },
  {
    what: '未按照排污许可证规定排放污染物',
    law: '中华人民共和国水污染防治法',
    broke: '第十条',
    basis: '第八十三条第（二）项',
    basisKey: '中华人民共和国水污染防治法 83..2',
    brokeKey: '中华人民共和国水污染防治法 10..',
    range: '十万元以上一百万元以下',
  },
  {
    what: '未取得道路运输经营许可擅自从事道路运输经营',
    law: '中华人民共和国道路运输条例',
    broke: '第十条第一款',
    basis: '第六十三条',
    basisKey: '中华人民共和国道路运输条例 63..',
    brokeKey: '中华人民共和国道路运输条例 10.1.',
    range: '3万元以上10万元以下',
  },
  {
    what: '未经批准占用土地建厂房',
    law: '中华人民共和国土地管理法',
    broke: '第四十四条第一款',
    basis: '第七十七条第一款',
    basisKey: '中华人民共和国土地管理法 77.1.',
    brokeKey: '中华人民共和国土地管理法 44.1.',
    range: '每平方米100元以上1000元以下',
  },
] as const;

const partyLabels = [
  '当事人',
  '被处罚人',
  '被处罚单位',
  '当事人名称',
  '被处罚单位名称',
  '受处罚人名称',
  '当事人（姓名或名称）',
];
const headLabels = ['法定代表人', '法定代表人（负责人）', '主要负责人', '负责人', '法定代表人（主要负责人）'];
const addressLabels = ['地址', '住所', '住所（住址）', '住所地', '经营场所'];
const codeLabels = ['统一社会信用代码', '社会信用代码', '统一社会信用代码（注册号）'];

function partyBlock(random: Random, party: ReturnType<typeof partyOf>): string {
  const rows = [
    label(random, partyLabels) + party.name,
    label(random, codeLabels) + party.code,
    label(random, addressLabels) + party.address,
    label(random, headLabels) + party.person,
  ];
  if (random.chance(0.2)) return `${rows[0]}  ${rows[1]}\n${rows[2]}  ${rows[3]}`;
  if (random.chance(0.2)) return `${rows[0]}\n${rows[3]}  职务：经理  联系电话：13800001111\n${rows[1]}\n${rows[2]}`;
  return rows.join('\n');
}

/** A decision of the ordinary procedure in one of many layouts. */
export function decision(random: Random): Variation {
  const agency = agencyOf(random);
  const party = partyOf(random);
  const act = random.pick(acts);
  const day = dayOf(random);
  const number = numberOf(random, agency, random.pick(['罚', '罚决', '处罚', '行罚决']), day.year);
  const fine = random.pick([500, 3000, 5780, 10000, 18504, 20000, 50000, 126000, 246000]);
  const days = random.pick(['六十日', '60日', '60日', '六十（60）日']);
  const months = random.pick(['六个月', '6个月']);
  const pay = random.pick(['十五日', '15日']);
  const title = random.pick(['行政处罚决定书', '行 政 处 罚 决 定 书', '行政处罚决定书（单位）', '处罚决定书']);
  const you = random.pick(['你单位', '当事人', '你公司']);
  const our = random.pick(['本局', '我局', '本机关']);
  const head = random.pick([
    `${agency.name}\n${title}\n${number.printed}`,
    `${agency.name}${title}\n${number.printed}`,
    `${agency.name}\n${title}\n文号：${number.printed}`,
    `${title}\n${number.printed}`,
    `${agency.name}${title}（${number.printed}）`,
  ]);
  const verb = random.pick([
    `${our}决定对${you}作出如下行政处罚：\n罚款${printSum(random, fine)}。`,
    `决定给予${you}罚款${printSum(random, fine)}的行政处罚。`,
    `${our}责令${you}改正违法行为，并决定处罚如下：\n1.警告；\n2.罚款${printSum(random, fine)}。`,
    `${our}决定对${you}处以罚款${printSum(random, fine)}。`,
    `${our}对${you}作出以下行政处罚：\n一、处罚款人民币${printSum(random, fine).replace(/^人民币/, '')}。`,
  ]);
  const told = dayOf(random, day.year);
  const body = [
    `经查，${you}于${printDay(random, told, true)}${act.what}。以上事实有现场检查笔录、询问笔录等证据证实。`,
    `${you}的上述行为违反了《${act.law}》${act.broke}的规定。`,
    `依据《${act.law}》${act.basis}${random.chance(0.4) ? `“处${act.range}的罚款”` : `（处${act.range}的罚款）`}的规定，${verb}`,
    `${you}应当自收到本决定书之日起${pay}内，将罚款缴至中国工商银行${agency.court.slice(0, 3)}支行，账号1001002003。逾期不缴纳罚款的，每日按罚款数额的${random.pick(['百分之三', '3%'])}加处罚款。`,
    random.pick([
      `如不服本决定，可以在收到本决定书之日起${days}内向${agency.government}申请行政复议，也可以在收到本决定书之日起${months}内依法向${agency.court}提起行政诉讼。`,
      `如对本处罚决定不服，可自收到本决定书之日起${days}内，向${agency.government}申请行政复议；或者自收到本决定书之日起${months}内，向${agency.court}起诉。`,
      `如果不服本处罚决定，可以依法在${days}内向${agency.government}申请行政复议，或者在${months}内依法向${agency.court}提起行政诉讼，但本决定不停止执行。`,
    ]),
  ];
  const ending = random.pick([
    `${agency.name}\n${printDay(random, day)}`,
    `${agency.name}（印章）\n${printDay(random, day)}`,
    `                    ${agency.name}\n                    ${printDay(random, day)}`,
    `${agency.name}  ${printDay(random, day)}`,
  ]);
  return {
    kind: 'penalty-decision',
    pages: [`${head}\n${partyBlock(random, party)}\n${body.join('\n')}\n${ending}`],
    truth: {
      'decision.number': number.value,
      'decision.date': iso(day),
      'decision.agency': agency.name,
      'decision.fine': fine,
      'decision.review-days': 60,
      'decision.litigation-months': 6,
      'decision.payment-days': 15,
      'decision.court': agency.court,
      'decision.review-authority': agency.government,
      'party.name': party.name,
      'party.code': party.code,
      'party.address': party.address,
      'party.representative': party.person,
      'decision.citations[]': [act.brokeKey, act.basisKey],
    },
  };
}

/** A notice before a penalty. */
export function notice(random: Random): Variation {
  const agency = agencyOf(random);
  const party = partyOf(random);
  const act = random.pick(acts);
  const day = dayOf(random);
  const number = numberOf(random, agency, random.pick(['罚告', '罚先告', '处罚告', '听告']), day.year);
  const fine = random.pick([500, 3000, 10000, 20000, 50000, 126000]);
  const title = random.pick([
    '行政处罚告知书',
    '行政处罚事先告知书',
    '行政处罚事先（听证）告知书',
    '违法行为通知书',
    '行政处罚先行告知书',
  ]);
  const text = [
    `${agency.name}`,
    title,
    number.printed,
    `${party.name}：`,
    `${random.pick(['经查', '经调查'])}，你单位${act.what}，违反了《${act.law}》${act.broke}的规定。`,
    `依据《${act.law}》${act.basis}的规定，${random.pick(['本局拟对你单位作出如下处罚', '我局拟对你单位处以', '本机关拟作出以下行政处罚'])}：罚款${printSum(random, fine)}。`,
    random.pick([
      '如对上述处罚有异议，你单位可在收到本告知书之日起五日内提出陈述、申辩；并有权自收到本告知书之日起五个工作日内要求听证。逾期视为放弃。',
      '根据《中华人民共和国行政处罚法》第四十四条、第六十三条的规定，你单位有权进行陈述、申辩，并可要求听证。自收到本告知书之日起五日内未行使陈述、申辩权，未要求听证的，视为放弃此权利。',
    ]),
    `联系人：${personOf(random)}  联系电话：0123-4567890`,
    `${agency.name}`,
    printDay(random, day),
  ];
  return {
    kind: 'penalty-notice',
    pages: [text.join('\n')],
    truth: {
      'notice.number': number.value,
      'notice.date': iso(day),
      'notice.fine': fine,
      'notice.tells-statement': true,
      'notice.tells-hearing': true,
      'notice.statement-days': 5,
      'party.name': party.name,
    },
  };
}

/** A decision on the spot. */
export function summary(random: Random): Variation {
  const agency = agencyOf(random);
  const person = personOf(random);
  const day = dayOf(random);
  const fine = random.pick([20, 50, 100, 200]);
  const number = numberOf(random, agency, random.pick(['当罚', '罚当', '简罚']), day.year);
  const officers = [personOf(random), personOf(random)];
  const title = random.pick([
    '当场行政处罚决定书',
    '行政（当场）处罚决定书（个人）',
    '当场处罚决定书',
    '行政处罚决定书（简易程序）',
    '简易程序行政处罚决定书',
  ]);
  const at = `${random.whole(8, 17)}时${random.whole(0, 59)}分`;
  const text = [
    title,
    number.printed,
    `${label(random, ['当事人', '被处罚人'])}${person}  性别：男  身份证号：11010519491231002X`,
    '住址：某县解放路9号',
    `违法事实及证据：${printDay(random, day, true)}${at}，在某县人民路占道经营。证据：现场照片。`,
    `以上事实违反了《某省城市市容和环境卫生管理条例》第十四条第一款的规定，依据该条例第五十一条的规定，决定给予罚款${printSum(random, fine)}的行政处罚。`,
    '罚款的履行方式：√当场缴纳 □自收到本决定书之日起15日内缴至银行。',
    '处罚前已口头告知当事人拟作出处罚的事实、理由和依据，并告知当事人依法享有的陈述权和申辩权。',
    `如不服本决定，可以在六十日内向${agency.government}申请行政复议，或者在六个月内向${agency.court}提起行政诉讼。`,
    `当事人签名：${person}`,
    `执法人员签名：${officers.join('、')}`,
    `${agency.name}（印章）`,
    printDay(random, day),
  ];
  return {
    kind: 'summary-decision',
    pages: [text.join('\n')],
    truth: {
      'decision.number': number.value,
      'decision.date': iso(day),
      'decision.fine': fine,
      'party.name': person,
      'summary.officers': officers,
      'collection.on-the-spot': true,
    },
  };
}
