import type { Block, Paper } from '../blocks.ts';
import type { CaseData, Inquiry } from '../model.ts';
import { longDate } from '../numbers.ts';
import { certificateList, officerList, recordSize, signed, span, titleOf } from './wording.ts';

const line = (text: string): Block => ({ type: 'text', text, indent: false });

/** Foot of a record: each page is signed by the person heard and by the officers (行政处罚法 55). */
function recordFoot(
  person: string,
  name: string,
  officers: readonly string[],
  date: string,
  blank: readonly number[] = [],
): (page: number, pages: number) => readonly string[] {
  return (page, pages) => {
    const own = blank.includes(page) ? '　　　　　　' : `⟦${name}⟧　⟦${longDate(date)}⟧`;
    return [
      `${person}（签名）：${own}`,
      `执法人员（签名）：${signed(officers)}　⟦${longDate(date)}⟧　　　　第 ${page} 页　共 ${pages} 页`,
    ];
  };
}

export function inspectionRecord(data: CaseData): Paper {
  const { agency, inspection, handlers, recorder, party } = data;
  const title = titleOf(agency, 'inspection-record');
  const names = handlers.map((one) => one.name);
  const rights = `我们是${agency.name}的行政执法人员${officerList(handlers)}，执法证件号码分别为${certificateList(handlers)}，现向你出示执法证件，请你过目确认。我们依法对你单位进行现场检查，请予配合。`;
  const head =
    agency.style === 'transport'
      ? [tableHead(data)]
      : [
          line(`检查时间：${span(inspection.date, inspection.from, inspection.to)}`),
          line(`检查地点：${inspection.place}`),
          line(`被检查人：${party.name}　　现场负责人：${inspection.person}　　职务：${inspection.post}`),
          line(`执法人员：${officerList(handlers)}　　执法证号：${certificateList(handlers)}`),
          line(`记录人：${recorder}${inspection.witness === undefined ? '' : `　　见证人：${inspection.witness}`}`),
        ];
  return {
    kind: 'inspection-record',
    title,
    date: inspection.date,
    size: recordSize(agency),
    foot: recordFoot('被检查人', inspection.person, names, inspection.date),
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      ...head,
      line(`告知事项：${party.kind === 'natural-person' ? rights.replaceAll('你单位', '你') : rights}`),
      line(
        '你依法享有陈述、申辩的权利；认为执法人员与本案有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避。你也有如实提供情况、协助检查的义务。以上内容是否清楚？是否申请回避？',
      ),
      line('回答：⟦已看过执法证件，清楚，不申请回避。⟧'),
      line('现场情况：'),
      ...inspection.findings.map((text): Block => ({ type: 'text', text })),
      { type: 'text', text: '（以下空白）', keep: true },
      line('核对意见：⟦以上笔录我已看过，与现场情况相符，属实。⟧'),
    ],
  };
}

function tableHead(data: CaseData): Block {
  const { inspection, handlers, recorder, party } = data;
  return {
    type: 'table',
    columns: [16, 34, 16, 34],
    rows: [
      [
        { text: '执法地点', label: true },
        { text: inspection.place },
        { text: '执法时间', label: true },
        { text: span(inspection.date, inspection.from, inspection.to) },
      ],
      [
        { text: '执法人员', label: true },
        { text: officerList(handlers) },
        { text: '执法证号', label: true },
        { text: certificateList(handlers) },
      ],
      [{ text: '当事人', label: true }, { text: party.name }, { text: '记录人', label: true }, { text: recorder }],
      [
        { text: '现场人员', label: true },
        { text: inspection.person },
        { text: '职务', label: true },
        { text: inspection.post },
      ],
    ],
  };
}

export function inquiryRecord(data: CaseData, inquiry: Inquiry, index: number): Paper {
  const { agency } = data;
  const title = titleOf(agency, 'inquiry-record');
  const officers = inquiry.officers ?? data.handlers;
  const recorder = inquiry.officers === undefined ? data.recorder : officerList(officers);
  const { person } = inquiry;
  const shown = `我们是${agency.name}的行政执法人员${officerList(officers)}，执法证件号码为${certificateList(officers)}，这是我们的执法证件，请你过目。`;
  const talk: readonly (readonly [string, string])[] = [
    [
      `${officers.length > 1 ? shown : shown.replace('我们是', '我是').replace('我们的', '我的')}`,
      '看过了，证件没有问题。',
    ],
    [
      `今天就${data.cause.replace(/案$/, '')}一事依法向你询问。你有陈述、申辩的权利；认为执法人员与本案有直接利害关系的，有权申请回避。你应当如实回答，作虚假陈述要承担法律责任。听清楚了吗？是否申请回避？`,
      '听清楚了，不申请回避。',
    ],
    ...inquiry.talk,
    ['以上你讲的是否属实？还有什么补充？', '属实，没有补充。'],
  ];
  return {
    kind: 'inquiry-record',
    title,
    date: inquiry.date,
    size: recordSize(agency),
    foot: recordFoot(
      '被询问人',
      person.name,
      officers.map((one) => one.name),
      inquiry.date,
      inquiry.unsignedPages,
    ),
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      line(`询问时间：${span(inquiry.date, inquiry.from, inquiry.to)}　　第${'一二三四五'[index]}次询问`),
      line(`询问地点：${inquiry.place}`),
      line(`询问人：${officerList(officers)}　　执法证号：${certificateList(officers)}　　记录人：${recorder}`),
      line(`被询问人：${person.name}　　性别：${person.sex}　　年龄：${person.age}岁　　联系电话：${person.phone}`),
      line(`身份证件号码：${person.idNumber}　　职务（与本案关系）：${person.post}`),
      line(`住址：${person.address}`),
      ...talk.flatMap(([question, answer]): Block[] => [
        { type: 'text', text: `问：${question}`, keep: true },
        { type: 'text', text: `答：${answer}` },
      ]),
      line('核对意见：⟦以上笔录我看过，和我说的一样。⟧'),
    ],
  };
}
