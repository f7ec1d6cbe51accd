import type { Block, Cell, Paper } from '../blocks.ts';
import type { Appraisal, CaseData, Goods, Preservation } from '../model.ts';
import { longDate } from '../numbers.ts';
import {
  certificateList,
  issuedOn,
  label,
  numberOf,
  officerList,
  opinion,
  signed,
  titleOf,
  we,
  you,
} from './wording.ts';

const goodsRows = (goods: readonly Goods[]): Cell[][] => [
  [label('序号'), label('名称'), label('规格型号'), label('数量'), label('备注')],
  ...goods.map((one, index) => [
    label(String(index + 1)),
    { text: one.name },
    { text: one.model },
    label(one.quantity),
    { text: one.note },
  ]),
];

export function preservationPapers(data: CaseData, kept: Preservation): Paper[] {
  const { agency, handlers, party } = data;
  const names = handlers.map((one) => one.name);
  const number = numberOf(data, 'preservation-notice');
  const who = party.representative ?? party.name;
  const table: Block = { type: 'table', columns: [9, 30, 26, 15, 20], rows: goodsRows(kept.goods) };
  const approval = titleOf(agency, 'preservation-approval');
  const notice = titleOf(agency, 'preservation-notice');
  const list = titleOf(agency, 'preservation-list');
  const handling = titleOf(agency, 'preservation-handling');
  return [
    {
      kind: 'preservation-approval',
      title: approval,
      date: kept.approvedOn,
      size: 12,
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: approval },
        {
          type: 'table',
          columns: [20, 30, 20, 30],
          rows: [
            [label('案由'), { text: data.cause, span: 3 }],
            [label('当事人'), { text: party.name }, label('承办人'), { text: officerList(handlers) }],
            [label('保存物品'), { text: kept.goods.map((one) => `${one.name}${one.quantity}`).join('；'), span: 3 }],
            [
              label('理由和依据'),
              {
                text: `${kept.reason}依据《中华人民共和国行政处罚法》第五十六条，申请采取先行登记保存，期限七日。`,
                span: 3,
                lines: 4,
              },
            ],
            [
              label('承办人意见'),
              {
                text: ['建议先行登记保存。', `⟫承办人签名：${signed(names)}　　${longDate(kept.approvedOn)}`],
                span: 3,
                lines: 4,
              },
            ],
            [label('负责人审批意见'), opinion('同意先行登记保存。', agency.deputy.name, kept.approvedOn, 3)],
          ],
        },
      ],
    },
    {
      kind: 'preservation-notice',
      title: notice,
      number,
      date: kept.date,
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: notice },
        { type: 'number', text: number },
        { type: 'text', text: `${party.name}：`, indent: false },
        {
          type: 'text',
          text: `${you(party)}涉嫌${data.cause.replace(/案$/, '')}。${kept.reason}依据《中华人民共和国行政处罚法》第五十六条的规定，经${we(agency)}负责人批准，决定对所附清单列明的物品先行登记保存，保存期限为七日（自${longDate(kept.date)}起，按工作日计算），保存地点为${kept.place}。在此期间，当事人或者有关人员不得销毁或者转移证据。`,
        },
        { type: 'text', text: `附件：${list}一份。` },
        { type: 'issue', agency: agency.name, date: issuedOn(agency, kept.date), seal: true },
        { type: 'text', text: `当事人（签收）：⟦${who}⟧　　⟦${longDate(kept.date)}⟧`, indent: false },
        {
          type: 'text',
          text: `执法人员（签名）：${signed(names)}　　执法证号：${certificateList(handlers)}`,
          indent: false,
        },
      ],
    },
    {
      kind: 'preservation-list',
      title: list,
      date: kept.date,
      size: 12,
      blocks: [
        { type: 'title', text: list },
        { type: 'text', text: `（附${number}${notice}）`, align: 'center' },
        table,
        { type: 'text', text: '⟦以上物品经当场清点，名称、数量无误。⟧', indent: false },
        { type: 'text', text: `当事人（签名）：⟦${who}⟧　　⟦${longDate(kept.date)}⟧`, indent: false },
        { type: 'text', text: `执法人员（签名）：${signed(names)}　　⟦${longDate(kept.date)}⟧`, indent: false },
      ],
    },
    {
      kind: 'preservation-handling',
      title: handling,
      number: numberOf(data, 'preservation-handling'),
      date: kept.handledOn,
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: handling },
        { type: 'number', text: numberOf(data, 'preservation-handling') },
        { type: 'text', text: `${party.name}：`, indent: false },
        {
          type: 'text',
          text: `${we(agency)}于${longDate(kept.date)}以${number}《${notice}》对${you(party)}的物品先行登记保存。依据《中华人民共和国行政处罚法》第五十六条的规定，现作出如下处理：`,
        },
        { type: 'text', text: kept.handling },
        table,
        { type: 'issue', agency: agency.name, date: issuedOn(agency, kept.handledOn), seal: true },
        { type: 'text', text: `当事人（签收）：⟦${who}⟧　　⟦${longDate(kept.handledOn)}⟧`, indent: false },
      ],
    },
  ];
}

export function appraisalPapers(data: CaseData, appraisal: Appraisal): Paper[] {
  const { agency, handlers, party } = data;
  const sampling = titleOf(agency, 'sampling-record');
  const report = titleOf(agency, 'appraisal-report');
  const told = titleOf(agency, 'appraisal-notice');
  const who = party.representative ?? party.name;
  const { sample } = appraisal;
  return [
    {
      kind: 'sampling-record',
      title: sampling,
      date: appraisal.sampledOn,
      size: 12,
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: sampling },
        {
          type: 'table',
          columns: [20, 30, 20, 30],
          rows: [
            [label('被抽样单位'), { text: party.name, span: 3 }],
            [label('抽样时间'), { text: longDate(appraisal.sampledOn) }, label('抽样地点'), { text: appraisal.place }],
            [label('样品名称'), { text: sample.name }, label('规格型号'), { text: sample.model }],
            [label('抽样数量'), { text: sample.quantity }, label('备注'), { text: sample.note }],
            [label('抽样方法'), { text: '随机抽取，当场封样，样品一式两份，一份检验、一份备查。', span: 3 }],
            [
              label('抽样人员'),
              { text: `${signed(handlers.map((one) => one.name))}　执法证号：${certificateList(handlers)}`, span: 3 },
            ],
            [
              label('当事人'),
              { text: `样品经本人确认，封样完好。签名：⟦${who}⟧　⟦${longDate(appraisal.sampledOn)}⟧`, span: 3 },
            ],
          ],
        },
      ],
    },
    {
      kind: 'appraisal-report',
      title: report,
      number: appraisal.number,
      date: appraisal.date,
      size: 12,
      blocks: [
        { type: 'agency', text: appraisal.lab },
        { type: 'title', text: report },
        { type: 'number', text: `报告编号：${appraisal.number}`, align: 'right' },
        {
          type: 'table',
          columns: [20, 30, 20, 30],
          rows: [
            [label('委托单位'), { text: agency.name }, label('受检单位'), { text: party.name }],
            [label('样品名称'), { text: sample.name }, label('样品数量'), { text: sample.quantity }],
            [
              label('采样日期'),
              { text: longDate(appraisal.sampledOn) },
              label('签发日期'),
              { text: longDate(appraisal.date) },
            ],
            [label('机构资质'), { text: appraisal.qualification, span: 3 }],
          ],
        },
        {
          type: 'table',
          columns: [34, 24, 22, 20],
          rows: [
            [label('项目'), label('标准要求'), label('检测结果'), label('单项判定')],
            ...appraisal.results.map((row) => row.map((text) => label(text))),
          ],
        },
        { type: 'text', text: `结论：${appraisal.conclusion}` },
        { type: 'text', text: '批准：⟦方致远⟧　　审核：⟦孟书⟧　　主检：⟦祁小满⟧', indent: false },
        { type: 'issue', agency: appraisal.lab, date: longDate(appraisal.date), seal: true },
      ],
    },
    {
      kind: 'appraisal-notice',
      title: told,
      number: numberOf(data, 'appraisal-notice'),
      date: appraisal.toldOn,
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: told },
        { type: 'number', text: numberOf(data, 'appraisal-notice') },
        { type: 'text', text: `${party.name}：`, indent: false },
        {
          type: 'text',
          text: `${we(agency)}于${longDate(appraisal.sampledOn)}在${appraisal.place}抽取的${sample.name}，经${appraisal.lab}检验，报告编号${appraisal.number}，结论为：${appraisal.conclusion}现将结果告知${you(party)}。如有异议，可以自收到本告知书之日起五日内向${we(agency)}书面提出复检申请，逾期不提出的，视为认可。`,
        },
        { type: 'issue', agency: agency.name, date: issuedOn(agency, appraisal.toldOn), seal: true },
        { type: 'text', text: `当事人（签收）：⟦${who}⟧　　⟦${longDate(appraisal.toldOn)}⟧`, indent: false },
      ],
    },
  ];
}
