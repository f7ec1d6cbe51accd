import type { Block, Paper } from '../blocks.ts';
import type { CaseData } from '../model.ts';
import { capitals, grouped, longDate } from '../numbers.ts';
import {
  certificateList,
  headLabel,
  label,
  numberOf,
  officerList,
  opinion,
  pageFoot,
  proposed,
  signed,
  titleOf,
  we,
} from './wording.ts';

/** What the file holds to prove the facts, one sentence each; the report, the notice and the decision list the same. */
export function proofs(data: CaseData): string[] {
  const list = [
    `${titleOf(data.agency, 'inspection-record')}一份（${longDate(data.inspection.date)}制作），证明现场检查发现的情况；`,
    ...data.inquiries.map(
      (one) =>
        `对${one.person.name}的${titleOf(data.agency, 'inquiry-record')}一份（${longDate(one.date)}制作），证明违法行为的经过；`,
    ),
    `${titleOf(data.agency, 'identity-proof')}一份，证明当事人的主体资格；`,
    ...(data.appraisal === undefined
      ? []
      : [
          `${data.appraisal.lab}出具的${titleOf(data.agency, 'appraisal-report')}（编号${data.appraisal.number}）一份，证明样品的检验结果；`,
        ]),
    ...data.evidence.map(
      (one) =>
        `${one.name}${one.copy ? '复印件' : ''}一份，证明${one.proves.replace(/^证明/, '').replace(/。$/, '')}；`,
    ),
  ];
  const last = list.length - 1;
  return list.map((text, index) => `${index + 1}.${index === last ? text.replace(/；$/, '。') : text}`);
}

export const partyLines = (data: CaseData, name = data.party.name): string[] => {
  const { party } = data;
  if (party.kind === 'natural-person') {
    return [
      `当事人：${name}`,
      `性别：${party.sex}　　出生日期：${longDate(party.birth)}`,
      `身份证号码：${party.idNumber}`,
      `住址：${party.address}`,
    ];
  }
  return [
    `当事人：${name}`,
    `统一社会信用代码：${party.code}`,
    `住所：${party.address}`,
    `${headLabel(party)}：${party.representative}`,
  ];
};

const text = (words: string): Block => ({ type: 'text', text: words });
const flat = (words: string): Block => ({ type: 'text', text: words, indent: false });
const heading = (words: string): Block => ({ type: 'heading', text: words });

export function investigationReport(data: CaseData): Paper {
  const { agency, handlers } = data;
  const title = titleOf(agency, 'investigation-report');
  const filed = longDate(data.contradictions?.filingDateInReport ?? data.filing.approvedOn);
  const names = handlers.map((one) => one.name);
  const day = longDate(data.investigation.date);
  return {
    kind: 'investigation-report',
    title,
    date: data.investigation.date,
    size: 13,
    foot: pageFoot,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      flat(`案由：${data.cause}`),
      flat(`调查人员：${officerList(handlers)}　　执法证号：${certificateList(handlers)}`),
      heading('一、当事人基本情况'),
      ...partyLines(data, data.contradictions?.partyInReport).map(flat),
      heading('二、案件来源和调查经过'),
      text(
        `${data.source.text}${we(agency)}于${filed}批准立案（${numberOf(data, 'filing-approval')}）。执法人员于${longDate(data.inspection.date)}进行现场检查并制作笔录，${data.inquiries.map((one) => `于${longDate(one.date)}询问${one.person.name}`).join('，')}，收集了书证、照片等证据，并责令当事人改正。案件现已调查终结。`,
      ),
      heading('三、查明的违法事实'),
      ...data.facts.map(text),
      heading('四、相关证据'),
      text('认定上述事实的证据有：'),
      ...proofs(data).map(text),
      heading('五、案件性质'),
      text(
        `当事人的上述行为违反了${data.violated}的规定。事实清楚，证据确凿、充分，属于行政违法，未发现涉嫌犯罪需要移送司法机关的情形。`,
      ),
      heading('六、裁量情况'),
      text(data.discretion),
      text(gravity(data)),
      heading('七、处理建议和依据'),
      text(`依据${data.basis}的规定，建议对当事人作出如下行政处罚：`),
      ...proposed(data).map(text),
      flat(`调查人员（签名）：${signed(names)}　　⟦${day}⟧`),
      flat(`承办机构负责人意见：⟦同意，报送审核。⟧　签名：⟦${agency.unitHead.name}⟧　⟦${day}⟧`),
    ],
  };
}

/** The head's approval of the decision (行政处罚法 57). */
export function decisionApproval(data: CaseData): Paper {
  const { agency, handlers, approval } = data;
  const title = titleOf(agency, 'decision-approval');
  const fine = approval.fine ?? data.fine;
  const penalties = data.penalties.map((one) =>
    one.replaceAll(grouped(data.fine), grouped(fine)).replaceAll(capitals(data.fine), capitals(fine)),
  );
  const heard =
    data.hearing !== undefined
      ? `已于${longDate(data.hearing.heldOn)}举行听证，听证报告附后。`
      : data.response.kind === 'waiver'
        ? '当事人书面放弃陈述、申辩。'
        : data.response.kind === 'silent'
          ? '当事人未提出陈述、申辩意见。'
          : `当事人于${longDate(data.response.date)}提出陈述、申辩，已经复核。`;
  return {
    kind: 'decision-approval',
    title,
    date: approval.date,
    size: 12,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      {
        type: 'table',
        columns: [20, 30, 20, 30],
        rows: [
          [label('案由'), { text: data.cause, span: 3 }],
          [label('当事人'), { text: data.party.name }, label('立案日期'), { text: longDate(data.filing.approvedOn) }],
          [
            label('告知和听取意见'),
            {
              text: `${titleOf(agency, 'penalty-notice')}（${numberOf(data, 'penalty-notice')}）于${longDate(data.notice.servedOn)}送达。${heard}`,
              span: 3,
              lines: 3,
            },
          ],
          [
            label('承办人意见'),
            {
              text: [
                `当事人违反了${data.violated}的规定，依据${data.basis}，建议作出行政处罚：`,
                ...penalties,
                `⟫承办人签名：${signed(handlers.map((one) => one.name))}　　${longDate(approval.date)}`,
              ],
              span: 3,
            },
          ],
          [label('承办机构意见'), opinion('同意承办人意见。', agency.unitHead.name, approval.date, 3, 4)],
          [
            label('负责人审批意见'),
            opinion(`同意作出行政处罚，罚款人民币${grouped(fine)}元。`, agency.chief.name, approval.date, 3),
          ],
        ],
      },
    ],
  };
}

/** Whether the heads must discuss the case together (行政处罚法 57 paragraph 2). */
const gravity = (data: CaseData): string =>
  data.major === true || data.discussion !== undefined
    ? '本案属于情节复杂或者重大违法行为，建议提请机关负责人集体讨论决定。'
    : '本案不属于情节复杂或者重大违法行为。';
