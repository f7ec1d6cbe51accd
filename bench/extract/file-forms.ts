import type { Variation } from './penalty-forms.ts';
import type { Random } from './random.ts';
import { agencyOf, dayOf, iso, label, numberOf, partyOf, personOf, printDay } from './values.ts';

/** Form on which a case is filed. */
export function filing(random: Random): Variation {
  const party = partyOf(random);
  const proposed = dayOf(random);
  const approved = { ...proposed, day: Math.min(28, proposed.day + 1) };
  const people = [personOf(random), personOf(random), personOf(random)];
  const sign = random.pick(['签名：', '（签名）：', '签字：']);
  const title = random.pick(['立案审批表', '立案登记表', '立案呈批表', '行政处罚立案审批表', '案件立案审批表']);
  const text = [
    title,
    `${label(random, ['案由', '案件名称'])}涉嫌经营超过保质期食品案`,
    `${label(random, ['案件来源'])}日常检查`,
    `${label(random, ['当事人'])}${party.name}`,
    `${label(random, ['案情简介', '案件基本情况', '简要案情', '涉嫌违法简况'])}${printDay(random, proposed, true)}检查发现该单位经营超过保质期的食品，涉嫌违法。`,
    `${label(random, ['承办人意见', '经办人意见', '承办人员意见'])}建议立案调查。${sign}${people[0]}  ${printDay(random, proposed, true)}`,
    `${label(random, ['审核意见', '承办机构意见', '部门意见'])}拟同意立案。${sign}${people[1]}  ${printDay(random, proposed, true)}`,
    `${label(random, ['审批意见', '负责人审批意见', '负责人意见', '领导审批意见'])}同意立案。${sign}${people[2]}  ${printDay(random, approved, true)}`,
  ];
  return {
    kind: 'filing-approval',
    pages: [text.join('\n')],
    truth: {
      'filing.date': iso(approved),
      'filing.proposed-on': iso(proposed),
      'filing.approver': people[2] ?? '',
      'filing.approved': true,
      'party.name': party.name,
    },
  };
}

function clock(random: Random): { printed: string; from: string; to: string } {
  const hour = random.whole(8, 16);
  const [a, b] = [random.whole(0, 59), random.whole(0, 59)];
  const two = (value: number): string => String(value).padStart(2, '0');
  const printed = random.pick([
    `${hour}时${a}分至${hour + 1}时${b}分`,
    `${two(hour)}:${two(a)}至${two(hour + 1)}:${two(b)}`,
    `${hour}时${two(a)}分—${hour + 1}时${two(b)}分`,
  ]);
  return { printed, from: `${two(hour)}:${two(a)}`, to: `${two(hour + 1)}:${two(b)}` };
}

/** Record of an inquiry or an inspection. */
export function record(random: Random): Variation {
  const inquiry = random.chance(0.5);
  const day = dayOf(random);
  const time = clock(random);
  const officers = [personOf(random), personOf(random)];
  const certificates = [`${random.whole(10000000, 99999999)}`, `${random.whole(10000000, 99999999)}`];
  const person = personOf(random);
  const title = inquiry
    ? random.pick(['询问笔录', '调查询问笔录', '询问（调查）笔录'])
    : random.pick(['现场检查笔录', '现场检查（勘验）笔录', '现场笔录', '现场检查记录', '行政检查记录']);
  const asked = inquiry ? label(random, ['被询问人', '被询问人姓名']) : label(random, ['现场负责人', '被检查人']);
  const officerLabel = inquiry ? ['询问人', '询问人员', '执法人员'] : ['检查人员', '检查人', '执法人员'];
  const people = random.pick([
    `${label(random, officerLabel)}${officers.join('、')}  执法证号：${certificates.join('、')}`,
    `${label(random, officerLabel)}${officers[0]}（执法证号：${certificates[0]}）、${officers[1]}（执法证号：${certificates[1]}）`,
  ]);
  const list = inquiry ? 'inquiries[]' : 'inspections[]';
  const text = [
    title,
    `${label(random, inquiry ? ['询问时间', '时间'] : ['检查时间', '现场检查时间', '时间'])}${printDay(random, day, true)}${time.printed}`,
    `${label(random, inquiry ? ['询问地点', '地点'] : ['检查地点', '地点'])}某县解放路8号`,
    asked + person,
    people,
    `记录人：${officers[1]}`,
    inquiry
      ? '问：我们是某县市场监督管理局的执法人员，这是我们的执法证件，请你看清。答：看清了。问：你有权申请回避。答：不申请。以上笔录我看过，属实。'
      : '检查情况：执法人员出示执法证件后进行检查，告知当事人有权申请回避、陈述、申辩。现场发现过期食品十二瓶。以上笔录已阅，无误。',
    `${inquiry ? '被询问人' : '被检查人'}（签名）：${person}  ${printDay(random, day, true)}`,
    `执法人员（签名）：${officers.join('  ')}`,
  ];
  return {
    kind: inquiry ? 'inquiry-record' : 'inspection-record',
    pages: [text.join('\n')],
    truth: {
      [`${list}.date`]: [iso(day)],
      [`${list}.started`]: [`${iso(day)}T${time.from}+08:00`],
      [`${list}.ended`]: [`${iso(day)}T${time.to}+08:00`],
      [`${list}.officers`]: officers,
      [`${list}.certificates`]: certificates,
      [`${list}.person`]: [person],
      [`${list}.person-signed`]: ['true'],
    },
  };
}

/** Receipt of service. */
export function receipt(random: Random): Variation {
  const agency = agencyOf(random);
  const party = partyOf(random);
  const day = dayOf(random);
  const number = numberOf(random, agency, '罚', day.year);
  const method = random.pick([
    ['直接送达', 'direct'],
    ['留置送达', 'left'],
    ['邮寄送达', 'mail'],
    ['☑直接送达 □留置送达 □邮寄送达', 'direct'],
  ] as const);
  const text = [
    random.pick(['送达回证', '送 达 回 证', '文书送达回执', '行政处罚文书送达回证']),
    `${label(random, ['送达文书名称', '送达文书名称及文号', '送达文书'])}《行政处罚决定书》${number.printed}`,
    `${label(random, ['受送达人', '受送达单位'])}${party.name}`,
    `${label(random, ['送达方式'])}${method[0]}`,
    `${label(random, ['送达地点'])}${party.address}`,
    `${label(random, ['送达时间', '送达日期', '收件日期'])}${printDay(random, day, true)}`,
    `${random.pick(['受送达人签名', '收件人签名', '受送达人（签名）', '收件人'])}：${party.person}`,
    `送达人：${personOf(random)}、${personOf(random)}`,
  ];
  return {
    kind: 'service-receipt',
    pages: [text.join('\n')],
    truth: {
      'services[].date': [iso(day)],
      'services[].method': [method[1]],
      'services[].number': [number.value],
      'services[].document': ['penalty-decision'],
      'services[].recipient-signed': ['true'],
    },
  };
}

/** Decision to seal or seize. */
export function measure(random: Random): Variation {
  const agency = agencyOf(random);
  const party = partyOf(random);
  const day = dayOf(random);
  const number = numberOf(random, agency, random.pick(['查扣', '强制', '扣']), day.year);
  const seizure = random.chance(0.5);
  const text = [
    agency.name,
    random.pick([
      seizure ? '扣押决定书' : '查封决定书',
      '实施行政强制措施决定书',
      '行政强制措施决定书',
      '查封（扣押）决定书',
    ]),
    number.printed,
    `当事人：${party.name}`,
    `统一社会信用代码：${party.code}`,
    `地址：${party.address}`,
    `经查，你单位涉嫌生产不符合安全标准的产品。依据《中华人民共和国产品质量法》第十八条第一款第（四）项的规定，本局决定对你单位的有关物品（见清单）实施${seizure ? '扣押' : '查封'}，期限为${random.pick(['三十日', '30日', '三十（30）日'])}。`,
    `如不服本决定，可以在收到本决定书之日起六十日内向${agency.government}申请行政复议，或者在六个月内向${agency.court}提起行政诉讼。`,
    `${agency.name}（印章）`,
    printDay(random, day),
  ];
  return {
    kind: 'seizure-decision',
    pages: [text.join('\n')],
    truth: {
      'measure.number': number.value,
      'measure.date': iso(day),
      'measure.kind': seizure ? 'seizure' : 'sealing',
      'measure.term-days': 30,
      'measure.agency': agency.name,
      'party.name': party.name,
    },
  };
}

/** The papers of a licence between application and decision. */
export function licence(random: Random): Variation {
  const agency = agencyOf(random);
  const party = partyOf(random);
  const day = dayOf(random);
  const step = random.pick(['acceptance', 'supplement', 'refusal', 'extension', 'grant'] as const);
  const act = { acceptance: '许受', supplement: '许补', refusal: '许不', extension: '许延', grant: '许准' }[step];
  const number = numberOf(random, agency, act, day.year);
  const titles = {
    acceptance: ['行政许可申请受理通知书', '受理通知书', '行政许可受理决定书'],
    supplement: ['申请材料补正告知书', '申请材料补正通知书', '行政许可补正告知书'],
    refusal: ['不予行政许可决定书', '不予许可决定书'],
    extension: ['行政许可决定延期通知书', '延长行政许可期限通知书', '行政许可延期决定通知书'],
    grant: ['准予行政许可决定书', '行政许可决定书'],
  }[step];
  const asked = printDay(random, { ...day, day: 1 }, true);
  const body = {
    acceptance: `你单位提出的关于食品经营许可的申请，材料齐全、符合法定形式，根据《中华人民共和国行政许可法》第三十二条第一款第（五）项的规定，决定予以受理。`,
    supplement: `你单位于${asked}提出的食品经营许可申请，经审查，申请材料不齐全，请补正以下材料：\n1.经营场所平面图；\n2.食品安全管理制度。`,
    refusal: `你单位于${asked}提出的食品经营许可申请，经审查，经营场所布局不符合食品安全要求，根据《中华人民共和国行政许可法》第三十八条第二款的规定，决定不予行政许可。如不服本决定，可以在六十日内申请行政复议，或者在六个月内向${agency.court}提起行政诉讼。`,
    extension: `你单位于${asked}提出的食品经营许可申请，由于情况复杂，根据《中华人民共和国行政许可法》第四十二条第一款的规定，经本机关负责人批准，将许可决定期限延长${random.pick(['10个工作日', '十个工作日', '十日'])}。`,
    grant: `你单位于${asked}提出的食品经营许可申请，经审查，符合法定条件、标准，根据《中华人民共和国行政许可法》第三十八条第一款的规定，决定准予行政许可。`,
  }[step];
  const truth: Variation['truth'] = {
    acceptance: { 'acceptance.date': iso(day), 'acceptance.accepted': true },
    supplement: { 'application.supplement-told-on': iso(day), 'application.supplement-states-all': true },
    refusal: {
      'decision.date': iso(day),
      'decision.number': number.value,
      'licence.granted': false,
      'decision.states-reasons': true,
    },
    extension: {
      'licence.extension-told-on': iso(day),
      'licence.extension-days': 10,
      'licence.extension-states-reasons': true,
    },
    grant: {
      'decision.date': iso(day),
      'decision.number': number.value,
      'licence.granted': true,
      'decision.agency': agency.name,
    },
  }[step];
  return {
    kind: {
      acceptance: 'licence-acceptance',
      supplement: 'supplement-notice',
      refusal: 'licence-refusal',
      extension: 'licence-extension-notice',
      grant: 'licence-decision',
    }[step],
    pages: [
      [
        agency.name,
        random.pick(titles),
        number.printed,
        `${party.name}：`,
        body,
        agency.name,
        printDay(random, day),
      ].join('\n'),
    ],
    truth: { ...truth, 'party.name': party.name },
  };
}

/** Paper that urges payment. */
export function urging(random: Random): Variation {
  const agency = agencyOf(random);
  const party = partyOf(random);
  const day = dayOf(random);
  const basis = numberOf(random, agency, '罚', day.year);
  const number = numberOf(random, agency, random.pick(['催', '罚催', '强催']), day.year);
  const fine = random.pick([5000, 20000, 50000]);
  const text = [
    random.pick(['催告书', '履行行政处罚决定催告书', '行政强制执行事先催告书', '缴纳罚款催告书']),
    number.printed,
    `${party.name}：`,
    `本机关于${printDay(random, { ...day, month: 1 }, true)}对你单位作出行政处罚决定（${basis.printed}），决定罚款${fine}元，你单位逾期未履行。依据《中华人民共和国行政强制法》第五十四条，请你单位自收到本催告书之日起十日内将罚款${fine}元、加处罚款${fine}元缴至工商银行，账号1001。你单位有权进行陈述和申辩。`,
    agency.name,
    printDay(random, day),
  ];
  return {
    kind: 'payment-urging',
    pages: [text.join('\n')],
    truth: {
      'urging.date': iso(day),
      'urging.for-money': true,
      'enforcement.principal': fine,
      'decision.number': basis.value,
      'party.name': party.name,
    },
  };
}
