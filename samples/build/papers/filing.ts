import type { Cell, Paper } from '../blocks.ts';
import type { CaseData } from '../model.ts';
import { longDate } from '../numbers.ts';
import { headLabel, label, numberOf, officerList, opinion, signed, titleOf } from './wording.ts';

/** Rows that identify the party in a form of six columns. */
function partyRows(data: CaseData, code = data.party.code): Cell[][] {
  const { party } = data;
  if (party.kind === 'natural-person') {
    return [
      [
        label('当事人'),
        { text: party.name },
        label('性别'),
        { text: party.sex },
        label('联系电话'),
        { text: party.phone },
      ],
      [label('身份证号码'), { text: party.idNumber, span: 2 }, label('住址'), { text: party.address, span: 2 }],
    ];
  }
  return [
    [label('当事人'), { text: party.name, span: 3 }, label(headLabel(party)), { text: party.representative ?? '' }],
    [label('统一社会信用代码'), { text: code ?? '', span: 3 }, label('联系电话'), { text: party.phone }],
    [label('住所'), { text: party.address, span: 5 }],
  ];
}

export function sourceRegistration(data: CaseData): Paper {
  const { agency, source, handlers } = data;
  const title = titleOf(agency, 'source-registration');
  const number = numberOf(data, 'source-registration');
  return {
    kind: 'source-registration',
    title,
    number,
    date: source.foundOn,
    size: 12,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      { type: 'number', text: number, align: 'right' },
      {
        type: 'table',
        columns: [21, 15, 13, 16, 15, 20],
        rows: [
          [
            label('案件来源'),
            { text: source.kind, span: 2 },
            label('登记时间'),
            { text: longDate(source.foundOn), span: 2 },
          ],
          ...partyRows(data),
          [label('线索内容'), { text: source.text, span: 5, lines: 9 }],
          [
            label('登记人'),
            { text: [`登记人员：${signed([handlers[1].name])}`, `⟫${longDate(source.foundOn)}`], span: 5, lines: 3 },
          ],
          [label('处理意见'), opinion('线索指向明确，由执法人员进行核查。', agency.unitHead.name, source.foundOn, 5)],
        ],
      },
    ],
  };
}

export function filingApproval(data: CaseData): Paper {
  const { agency, filing, handlers, source } = data;
  const title = titleOf(agency, 'filing-approval');
  const number = numberOf(data, 'filing-approval');
  const code = data.contradictions?.codeInFiling ?? data.party.code;
  return {
    kind: 'filing-approval',
    title,
    number,
    date: filing.approvedOn,
    size: 12,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      { type: 'number', text: number, align: 'right' },
      {
        type: 'table',
        columns: [21, 15, 13, 16, 15, 20],
        rows: [
          [label('案由'), { text: data.cause, span: 5 }],
          [
            label('案件来源'),
            { text: source.kind, span: 2 },
            label('发现时间'),
            { text: longDate(source.foundOn), span: 2 },
          ],
          ...partyRows(data, code),
          [label('涉嫌违法简况'), { text: filing.facts, span: 5, lines: 7 }],
          [
            label('承办人意见'),
            {
              text: [
                `当事人的行为涉嫌违反${filing.violated}的规定，符合立案条件，建议立案调查，由${officerList(handlers)}承办。`,
                '',
                `⟫承办人签名：${signed(handlers.map((one) => one.name))}　　${longDate(filing.proposedOn)}`,
              ],
              span: 5,
            },
          ],
          [label('承办机构意见'), opinion('同意立案，报请批准。', agency.unitHead.name, filing.proposedOn, 5, 4)],
          [
            label('负责人审批意见'),
            {
              text: [
                `同意立案，由${agency.unit}${officerList(handlers)}承办。`,
                '',
                `⟫负责人签名：⟦${agency.deputy.name}⟧（${agency.deputy.post}）　　${longDate(filing.approvedOn)}`,
              ],
              span: 5,
              lines: 4,
            },
          ],
        ],
      },
    ],
  };
}
