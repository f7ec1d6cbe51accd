import type { Random } from './random.ts';
import { caseOf, cell, goesOn, opinions, party, type RuledForm, ranks, row } from './ruled-cells.ts';
import { iso, numberOf, printDay } from './values.ts';

function filing(random: Random): RuledForm {
  const file = caseOf(random);
  const told = [
    { label: random.pick(ranks.handler), words: '建议立案调查。', hands: file.officers, day: file.day },
    { label: random.pick(ranks.unit), words: '拟同意立案。', hands: [file.unit], day: file.day },
    {
      label: random.pick(ranks.head),
      words: random.pick(['同意立案。', '☑同意立案 □不予立案']),
      hands: [file.head],
      day: file.later,
    },
  ];
  return {
    kind: 'filing-approval',
    title: random.pick(['立案审批表', '立案呈批表', '行政处罚立案审批表', '立案登记表']),
    rows: [
      row(random, '案由', '涉嫌经营超过保质期食品案'),
      row(random, '案件来源', random.pick(['监督检查', '☑监督检查 □投诉举报 □上级交办'])),
      ...party(random, file.party),
      row(
        random,
        random.pick(['案情摘要', '简要案情', '案件基本情况']),
        `检查发现${file.party.name}涉嫌经营超过保质期的食品。`,
      ),
      ...opinions(random, told),
      row(random, '备注', ''),
    ],
    truth: {
      'party.name': file.party.name,
      'case.source': '监督检查',
      'filing.proposed-on': iso(file.day),
      'filing.date': iso(file.later),
      'filing.approver': file.head,
      'filing.approved': true,
      'filing.handlers': file.officers,
    },
  };
}

function approval(random: Random): RuledForm {
  const file = caseOf(random);
  const fine = random.pick([5000, 8000, 20000, 50000]);
  const told = [
    { label: random.pick(ranks.handler), words: `建议罚款${fine}元。`, hands: file.officers, day: file.day },
    { label: random.pick(ranks.unit), words: '同意上报。', hands: [file.unit], day: file.day },
    { label: random.pick(ranks.law), words: '同意处理意见。', hands: [file.law], day: file.day },
    { label: random.pick(ranks.head), words: `同意罚款${fine}元。`, hands: [file.head], day: file.later },
  ];
  return {
    kind: 'decision-approval',
    title: random.pick(['行政处罚决定审批表', '案件处理审批表', '行政处罚审批表']),
    rows: [
      row(random, '案件名称', `${file.party.name}经营超过保质期食品案`),
      ...party(random, file.party),
      row(random, '违法事实', '经查，当事人经营超过保质期的食品，有现场检查笔录、照片为证。'),
      row(
        random,
        '处罚依据',
        '依据《中华人民共和国食品安全法》第一百二十四条第一款第（五）项，可以处五万元以上十万元以下罚款。',
      ),
      ...opinions(random, told),
    ],
    truth: {
      'party.name': file.party.name,
      'approval.approved': true,
      'approval.date': iso(file.later),
      'approval.approver': file.head,
      'approval.fine': fine,
    },
  };
}

function record(random: Random): RuledForm {
  const { officers, party: who, day, agency } = caseOf(random);
  const certificates = [`${random.whole(10000000, 99999999)}`, `${random.whole(10000000, 99999999)}`];
  const signed = random.chance(0.8);
  const date = printDay(random, day, true);
  const people = random.pick([
    [
      [cell('询问人', 1, 'begins'), cell('姓名'), cell(officers[0]), cell('执法证号'), cell(certificates[0] ?? '', 2)],
      [goesOn, cell('姓名'), cell(officers[1]), cell('执法证号'), cell(certificates[1] ?? '', 2)],
    ],
    [[cell('询问人'), cell(officers.join('、'), 2), cell('执法证号'), cell(certificates.join('、'), 2)]],
    [[cell('询问人'), cell(officers.join('\n'), 2), cell('执法证号'), cell(certificates.join('\n'), 2)]],
  ]);
  return {
    kind: 'inquiry-record',
    title: random.pick(['询问笔录', '调查询问笔录', '询问（调查）笔录']),
    rows: [
      row(random, random.pick(['询问时间', '时间']), `${date}9时10分至10时5分`),
      row(random, random.pick(['询问地点', '地点']), `${agency.name}办公室`),
      ...people,
      [cell('被询问人'), cell(who.person), cell('性别'), cell('女'), cell('年龄'), cell('40')],
      [
        cell(
          '问：现出示执法证件，请过目。你有权申请回避，是否申请？\n答：看清了，不申请回避。\n以上笔录看过，属实。',
          6,
        ),
      ],
      random.pick([
        [cell('被询问人签名'), cell(signed ? who.person : '', 2), cell('日期'), cell(signed ? date : '', 2)],
        [cell(`被询问人（签名）：${signed ? `${who.person}      ${date}` : '            年   月   日'}`, 6)],
      ]),
      [cell('询问人签名'), cell(officers.join('  '), 2), cell('日期'), cell(date, 2)],
    ],
    truth: {
      'inquiries[].date': [iso(day)],
      'inquiries[].started': [`${iso(day)}T09:10+08:00`],
      'inquiries[].officers': officers,
      'inquiries[].certificates': certificates,
      'inquiries[].person': [who.person],
      'inquiries[].person-signed': [String(signed)],
    },
  };
}

function receipt(random: Random): RuledForm {
  const { officers, party: who, day, agency } = caseOf(random);
  const number = numberOf(random, agency, '罚', day.year);
  const signed = random.chance(0.8);
  const date = printDay(random, day, true);
  const columns = random.chance(0.3);
  const rows = columns
    ? [
        row(random, '受送达人', who.name),
        ['送达文书名称', '文号', '送达地点', '送达日期', '送达方式', '送达人'].map((words) => cell(words)),
        [
          cell('行政处罚决定书'),
          cell(number.printed),
          cell(who.address),
          cell(date),
          cell('直接送达'),
          cell(officers.join('\n')),
        ],
        row(random, '受送达人签名', signed ? who.person : ''),
      ]
    : [
        row(random, '送达文书名称及文号', `《行政处罚决定书》${number.printed}`),
        row(random, '受送达人', who.name),
        [cell('送达时间'), cell(date, 2), cell('送达方式'), cell('☑直接送达 □留置送达', 2)],
        row(random, '送达地点', who.address),
        row(random, '受送达人签名或盖章', signed ? `${who.person}\n>${date}` : '\n>年   月   日'),
        row(random, '送达人', officers.join('  ')),
        row(random, '备注', ''),
      ];
  return {
    kind: 'service-receipt',
    title: random.pick(['送达回证', '文书送达回证', '送达回执']),
    rows,
    truth: {
      'services[].document': ['penalty-decision'],
      'services[].number': [number.value],
      'services[].date': [iso(day)],
      'services[].method': ['direct'],
      'services[].officers': officers,
      'services[].recipient-signed': [String(signed)],
    },
  };
}

function closing(random: Random): RuledForm {
  const file = caseOf(random);
  const number = numberOf(random, file.agency, '罚', file.day.year);
  const told = [
    { label: random.pick(ranks.handler), words: '建议结案。', hands: file.officers, day: file.day },
    { label: random.pick(ranks.head), words: '同意结案。', hands: [file.head], day: file.later },
  ];
  return {
    kind: 'closing-approval',
    title: random.pick(['结案审批表', '行政处罚结案审批表', '案件结案审批表']),
    rows: [
      ...party(random, file.party),
      [cell('处罚决定书文号'), cell(number.printed, 2), cell('决定日期'), cell(printDay(random, file.day, true), 2)],
      row(random, random.pick(['处理结果', '处罚内容']), '罚款5000元。'),
      row(random, '执行情况', '罚款已缴清。'),
      ...opinions(random, told),
    ],
    truth: {
      'party.name': file.party.name,
      'closing.approved': true,
      'closing.date': iso(file.later),
      'closing.states-execution': true,
      'decision.number': number.value,
      'decision.fine': 5000,
    },
  };
}

/** Forms with ruled cells as agencies lay them out, invented. */
export const ruledForms: readonly ((random: Random) => RuledForm)[] = [filing, approval, record, receipt, closing];
