import type { Cell, Paper } from '../blocks.ts';
import type { CaseData } from '../model.ts';
import { capitals, grouped, longDate } from '../numbers.ts';
import { label, numberOf, officerList, opinion, signed, titleOf } from './wording.ts';

/** 张某某 for natural persons: what is published hides personal data. */
const masked = (data: CaseData): string =>
  data.party.kind === 'natural-person'
    ? `${data.party.name.charAt(0)}某${data.party.name.length > 2 ? '某' : ''}`
    : data.party.name;

export function publicationRecord(data: CaseData): Paper | null {
  const { agency, publication, decision } = data;
  if (publication === undefined) return null;
  const title = titleOf(agency, 'publication-record');
  return {
    kind: 'publication-record',
    title,
    date: publication.date,
    size: 12,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      {
        type: 'table',
        columns: [24, 76],
        rows: [
          [label('行政处罚决定书文号'), { text: numberOf(data, 'penalty-decision') }],
          [label('当事人'), { text: masked(data) }],
          [label('违法行为'), { text: data.cause.replace(/案$/, '') }],
          [label('处罚依据'), { text: data.basis }],
          [label('处罚内容'), { text: data.penalties }],
          [label('处罚机关'), { text: agency.name }],
          [label('决定日期'), { text: longDate(decision.date) }],
          [label('公示平台'), { text: agency.platform }],
          [label('公示日期'), { text: longDate(publication.date) }],
          [label('信息处理'), { text: '已隐去法定代表人以外自然人的住址、身份证号码、联系电话、银行账号等个人信息。' }],
          [
            label('办理人'),
            {
              text: [
                `公示操作人：⟦${data.handlers[1].name}⟧　　审核人：⟦${agency.unitHead.name}⟧`,
                `⟫${longDate(publication.date)}`,
              ],
              lines: 3,
            },
          ],
        ],
      },
      { type: 'text', text: '（附平台公示页面打印件一份，页面显示的公示日期与本表一致）', align: 'center' },
    ],
  };
}

export function paymentReceipt(data: CaseData): Paper | null {
  const { agency, payment, party } = data;
  if (payment === undefined) return null;
  const title = titleOf(agency, 'payment-receipt');
  const total = data.fine + (data.gains ?? 0);
  const lines: Cell[][] = [
    [label('罚款'), label('1'), { text: grouped(data.fine), align: 'right' }],
    ...(data.gains === undefined
      ? []
      : [[label('没收违法所得'), label('1'), { text: grouped(data.gains), align: 'right' } as Cell]]),
  ];
  return {
    kind: 'payment-receipt',
    title,
    number: payment.receipt,
    date: payment.date,
    size: 12,
    blocks: [
      { type: 'agency', text: agency.government.replace('人民政府', '') },
      { type: 'title', text: title },
      { type: 'text', text: `（财政部门监制）　　票据号码：${payment.receipt}`, align: 'center' },
      {
        type: 'table',
        columns: [22, 34, 20, 24],
        rows: [
          [label('缴款日期'), { text: longDate(payment.date) }, label('执收单位'), { text: agency.name }],
          [label('缴款人'), { text: party.name, span: 3 }],
          [
            label('处罚决定书文号'),
            { text: data.contradictions?.numberInReceipt ?? numberOf(data, 'penalty-decision'), span: 3 },
          ],
        ],
      },
      {
        type: 'table',
        columns: [50, 20, 30],
        rows: [[label('项目名称'), label('数量'), label('金额（元）')], ...lines],
      },
      {
        type: 'table',
        columns: [22, 78],
        rows: [
          [label('金额合计'), { text: `人民币（大写）${capitals(total)}　　￥${grouped(total)}` }],
          [label('收款银行'), { text: `${agency.bank}（代收机构）　业务专用章` }],
          [label('备注'), { text: '当事人自行到银行缴款，罚缴分离。' }],
        ],
      },
    ],
  };
}

export function closingApproval(data: CaseData): Paper {
  const { agency, closing, handlers, payment } = data;
  const title = titleOf(agency, 'closing-approval');
  const paid =
    payment === undefined
      ? '当事人已履行行政处罚决定，罚款已缴清。'
      : `当事人于${longDate(payment.date)}缴清罚${data.gains === undefined ? '' : '没'}款，票据号码${payment.receipt}。`;
  return {
    kind: 'closing-approval',
    title,
    date: closing.date,
    size: 12,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      {
        type: 'table',
        columns: [20, 30, 20, 30],
        rows: [
          [label('案由'), { text: data.cause, span: 3 }],
          [label('当事人'), { text: data.party.name }, label('承办人'), { text: officerList(handlers) }],
          [
            label('立案日期'),
            { text: longDate(data.filing.approvedOn) },
            label('决定书文号'),
            { text: numberOf(data, 'penalty-decision') },
          ],
          [label('处理结果'), { text: data.penalties, span: 3 }],
          [label('执行情况'), { text: `${paid}违法行为已改正，经复查符合要求。`, span: 3, lines: 3 }],
          [
            label('承办人意见'),
            {
              text: [
                '案件已执行完毕，建议结案，案卷归档。',
                '',
                `⟫承办人签名：${signed(handlers.map((one) => one.name))}　　${longDate(closing.proposedOn)}`,
              ],
              span: 3,
            },
          ],
          [label('承办机构意见'), opinion('同意结案，报请批准。', agency.unitHead.name, closing.proposedOn, 3, 4)],
          [label('负责人审批意见'), opinion('同意结案。', agency.deputy.name, closing.date, 3, 4)],
        ],
      },
    ],
  };
}
