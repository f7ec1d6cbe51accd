import type { Cell, Paper } from '../blocks.ts';
import type { CaseData } from '../model.ts';
import { longDate } from '../numbers.ts';
import {
  headLabel,
  label,
  numberOf,
  officerList,
  pageFoot,
  proposed,
  recordSize,
  signed,
  titleOf,
  we,
} from './wording.ts';

/** The seven points a legal review answers (国办发〔2018〕118号): each with its own reasoned answer. */
function points(data: CaseData): [question: string, answer: string][] {
  const { agency, handlers } = data;
  return [
    [
      '执法主体和执法人员资格',
      `${agency.name}具有本案的行政处罚主体资格；承办人${officerList(handlers)}均持有有效执法证件，具备执法资格。`,
    ],
    ['执法程序', `立案、调查取证、${data.hearing === undefined ? '' : '听证、'}送达等程序完整，执法程序合法。`],
    ['案件事实和证据', '各项证据相互印证，案件事实清楚，证据合法、充分。'],
    [
      '适用法律和裁量基准',
      `认定违反${data.violated}、依据${data.basis}处理，适用法律准确；裁量阶次与情节相当，裁量适当。`,
    ],
    ['执法权限', '案件属于本机关管辖范围，未超越法定权限。'],
    ['执法文书', '文书种类齐全，填写完备、规范。'],
    ['涉嫌犯罪移送', '违法行为不涉嫌犯罪，不需要移送司法机关。'],
  ];
}

export function legalReview(data: CaseData): Paper | null {
  const { agency, review, party } = data;
  if (review === undefined) return null;
  const title = titleOf(agency, 'legal-review');
  const conclusion = `经审核，同意${agency.unit}的处理意见，${review.afterHearing === true ? '可以提交集体讨论' : '建议按程序继续办理'}。`;
  const hands = signed(review.reviewers);
  const day = longDate(review.date);
  const base = { kind: 'legal-review', title, number: numberOf(data, 'legal-review'), date: review.date } as const;
  const about: Cell[][] = [
    [label('案由'), { text: data.cause, span: 3 }],
    [label('当事人'), { text: party.name }, label('承办机构'), { text: agency.unit }],
    [
      label('送审日期'),
      { text: longDate(review.submittedOn) },
      label('审核人员'),
      { text: review.reviewers.join('、') },
    ],
    [label('拟处理意见'), { text: proposed(data).join(''), span: 3 }],
  ];
  if (agency.style === 'market') {
    return {
      ...base,
      size: 13,
      foot: pageFoot,
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: title },
        { type: 'number', text: base.number },
        { type: 'text', text: `${agency.unit}：`, indent: false },
        {
          type: 'text',
          text: `你单位于${longDate(review.submittedOn)}送审的${party.name}${data.cause}（${party.kind === 'natural-person' ? '当事人' : headLabel(party)}${party.representative ?? party.name}），${we(agency)}${agency.legalUnit}依法进行了法制审核。拟处理意见为：${proposed(data).join('')}现提出审核意见如下：`,
        },
        ...points(data).map(
          ([question, answer], index) =>
            ({ type: 'text', text: `${'一二三四五六七'[index]}、关于${question}。${answer}` }) as const,
        ),
        { type: 'text', text: conclusion },
        { type: 'text', text: `审核人员（签名）：${hands}　　⟦${day}⟧`, indent: false, keep: true },
        { type: 'text', text: `审核机构负责人（签名）：⟦${agency.legalHead.name}⟧　　⟦${day}⟧`, indent: false },
      ],
    };
  }
  const ticked = agency.style === 'transport';
  return {
    ...base,
    size: 12,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      { type: 'number', text: base.number, align: 'right' },
      {
        type: 'table',
        columns: [24, 28, 18, 30],
        rows: [
          ...about,
          [label('审核内容', 1), label('审核意见', 3)],
          ...points(data).map(([question, answer]): Cell[] => [
            label(question),
            { text: ticked ? `☑是 □否　${answer}` : answer, span: 3 },
          ]),
          [label('审核结论'), { text: [conclusion, `⟫审核人员签名：${hands}　　${day}`], span: 3 }],
          [label('审核机构负责人'), { text: `同意审核意见。　签名：⟦${agency.legalHead.name}⟧　${day}`, span: 3 }],
        ],
      },
    ],
  };
}

export function discussionRecord(data: CaseData): Paper | null {
  const { agency, discussion } = data;
  if (discussion === undefined) return null;
  const title = titleOf(agency, 'discussion-record');
  const day = longDate(discussion.date);
  const people = discussion.participants.map((one) => `${one.name}（${one.post}）`).join('、');
  const from = `${Number(discussion.from.slice(0, 2))}时${discussion.from.slice(3)}分`;
  const to = `${Number(discussion.to.slice(0, 2))}时${discussion.to.slice(3)}分`;
  return {
    kind: 'discussion-record',
    title,
    date: discussion.date,
    size: recordSize(agency),
    foot: pageFoot,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      { type: 'text', text: `案由：${data.cause}`, indent: false },
      { type: 'text', text: `讨论时间：${day}${from}至${to}`, indent: false },
      { type: 'text', text: `讨论地点：${agency.name}三楼会议室`, indent: false },
      {
        type: 'text',
        text: `主持人：${discussion.participants[0]?.name}　　职务：${discussion.participants[0]?.post}　　记录人：${discussion.recorder}`,
        indent: false,
      },
      { type: 'text', text: `参加讨论的负责人：${people}`, indent: false },
      { type: 'text', text: `列席人员：${discussion.attendants.join('、')}`, indent: false },
      { type: 'text', text: `集体讨论原因：${discussion.reason}`, indent: false },
      { type: 'heading', text: '一、承办人汇报案情' },
      ...data.facts.slice(0, 2).map((text) => ({ type: 'text', text }) as const),
      {
        type: 'text',
        text: `承办人认为，当事人违反了${data.violated}的规定，依据${data.basis}，建议：${data.penalties.join('')}${data.discretion}`,
      },
      { type: 'heading', text: '二、讨论人意见和理由' },
      ...discussion.opinions.map(([name, words]) => ({ type: 'text', text: `${name}：${words}` }) as const),
      { type: 'heading', text: '三、结论性意见' },
      { type: 'text', text: discussion.conclusion },
      {
        type: 'text',
        text: `参加讨论人员（签名）：${signed(discussion.participants.map((one) => one.name))}　⟦${day}⟧`,
        indent: false,
      },
      {
        type: 'text',
        text: `列席人员（签名）：${signed(discussion.attendants)}　　记录人（签名）：⟦${discussion.recorder}⟧`,
        indent: false,
      },
    ],
  };
}
