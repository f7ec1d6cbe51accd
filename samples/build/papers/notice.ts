import type { Block, Paper } from '../blocks.ts';
import type { CaseData } from '../model.ts';
import { longDate } from '../numbers.ts';
import { partyLines, proofs } from './investigation.ts';
import {
  factsHeading,
  headLabel,
  issuedOn,
  letterSize,
  numberOf,
  pageFoot,
  proposed,
  recordSize,
  signed,
  titleOf,
  we,
  you,
} from './wording.ts';

const text = (words: string): Block => ({ type: 'text', text: words });
const flat = (words: string): Block => ({ type: 'text', text: words, indent: false });

export function correctionOrder(data: CaseData): Paper {
  const { agency, correction, party } = data;
  const title = titleOf(agency, 'correction-order');
  const number = numberOf(data, 'correction-order');
  return {
    kind: 'correction-order',
    title,
    number,
    date: correction.date,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      { type: 'number', text: number },
      flat(`${party.name}：`),
      text(`经查，${you(party)}存在以下违法行为：${data.filing.facts}`),
      text(
        `上述行为违反了${data.violated}的规定。依据${correction.basis}的规定，现责令${you(party)}于${longDate(correction.deadline)}前改正，改正内容和要求如下：`,
      ),
      ...correction.demands.map((one, index) => text(`${index + 1}.${one}`)),
      text(`改正期限届满后，${we(agency)}将进行复查。联系人：${data.handlers[0].name}，联系电话：${agency.phone}。`),
      { type: 'issue', agency: agency.name, date: issuedOn(agency, correction.date), seal: true },
    ],
  };
}

export function penaltyNotice(data: CaseData): Paper {
  const { agency, notice, party } = data;
  const title = titleOf(agency, 'penalty-notice');
  const number = numberOf(data, 'penalty-notice');
  const days = notice.days ?? '五日';
  const whom = you(party);
  const penalties = proposed(data);
  const facts: Block[] =
    agency.style === 'ecology'
      ? [
          { type: 'heading', text: factsHeading(agency) },
          ...data.facts.map(text),
          text('以上事实有下列证据证明：'),
          ...proofs(data).map(text),
        ]
      : [
          text(
            `关于${whom}${data.cause.replace(/案$/, '')}一案，${we(agency)}已调查终结。现将拟作出行政处罚的事实、理由、依据和内容告知如下：`,
          ),
          ...data.facts.map(text),
        ];
  const reasons = text(
    `${agency.style === 'ecology' ? '' : '上述事实，有现场笔录、询问笔录、书证和照片等证据证明。'}${whom}的上述行为违反了${data.violated}的规定。`,
  );
  return {
    kind: 'penalty-notice',
    title,
    number,
    date: notice.date,
    size: letterSize(agency),
    foot: pageFoot,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      { type: 'number', text: number },
      ...(agency.style === 'transport' ? partyLines(data).map(flat) : [flat(`${party.name}：`)]),
      ...facts,
      reasons,
      ...(agency.style === 'ecology' ? [{ type: 'heading', text: '二、拟处罚的依据、种类和裁量' } as const] : []),
      text(`裁量理由：${data.discretion}`),
      text(`依据${data.basis}的规定，${we(agency)}拟对${whom}作出如下行政处罚：`),
      ...penalties.map(text),
      ...(agency.style === 'ecology' ? [{ type: 'heading', text: '三、陈述、申辩和听证的权利' } as const] : []),
      text(
        `依据《中华人民共和国行政处罚法》${notice.days === undefined ? '第四十四条、第四十五条' : '第三十一条、第三十二条'}的规定，${whom}对上述内容有权进行陈述、申辩。${whom}可以自收到本告知书之日起${days}内，以书面或者口头方式向${we(agency)}提出陈述、申辩意见；逾期未提出的，视为放弃上述权利。`,
      ),
      ...(notice.hearing
        ? [
            text(
              `依据《中华人民共和国行政处罚法》${notice.days === undefined ? '第六十三条、第六十四条' : '第四十二条'}的规定，${whom}有要求举行听证的权利。${whom}要求听证的，应当自收到本告知书之日起${days}内向${we(agency)}提出；逾期未提出的，视为放弃听证权利。`,
            ),
          ]
        : []),
      text(
        `联系人：${data.handlers.map((one) => one.name).join('、')}　　联系电话：${agency.phone}　　地址：${agency.address}　　邮政编码：${agency.postcode}`,
      ),
      {
        type: 'issue',
        agency: agency.name,
        date: issuedOn(agency, notice.date),
        seal: true,
        ...(agency.style === 'market' ? { mark: '（印章）' } : {}),
      },
    ],
  };
}

export function defencePapers(data: CaseData): Paper[] {
  const { agency, party, response, notice } = data;
  const who = party.representative ?? party.name;
  const number = numberOf(data, 'penalty-notice');
  if (response.kind === 'silent') return [];
  if (response.kind === 'waiver') {
    const title = titleOf(agency, 'statement-waiver');
    const rights = notice.hearing ? '陈述、申辩和要求听证的权利' : '陈述、申辩的权利';
    return [
      {
        kind: 'statement-waiver',
        title,
        date: response.date,
        blocks: [
          { type: 'title', text: title },
          flat(`${agency.name}：`),
          text(
            `${party.kind === 'natural-person' ? '本人' : '我单位'}已于${longDate(notice.servedOn)}收到你局《${titleOf(agency, 'penalty-notice')}》（${number}），对告知的事实、理由、依据和拟处罚内容没有异议，现自愿放弃${rights}。`.replace(
              '你局',
              agency.style === 'transport' ? '贵机关' : '贵局',
            ),
          ),
          text('特此声明。'),
          {
            type: 'text',
            text: `声明人（签名或盖章）：⟦${party.kind === 'natural-person' ? who : `${party.name}　${who}`}⟧`,
            align: 'right',
          },
          { type: 'text', text: `⟦${longDate(response.date)}⟧`, align: 'right' },
        ],
      },
    ];
  }
  const record = titleOf(agency, 'statement-record');
  const review = titleOf(agency, 'statement-review');
  return [
    {
      kind: 'statement-record',
      title: record,
      date: response.date,
      size: recordSize(agency),
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: record },
        flat(`时间：${longDate(response.date)}9时30分至10时15分　　地点：${agency.name}${agency.unit}办公室`),
        flat(`陈述申辩人：${who}　　职务：${headLabel(party) || '本人'}　　联系电话：${party.phone}`),
        flat(`执法人员：${data.handlers.map((one) => one.name).join('、')}　　记录人：${data.recorder}`),
        text(`问：你对《${titleOf(agency, 'penalty-notice')}》（${number}）有什么陈述、申辩意见？`),
        ...response.claims.map((claim) => text(`答：${claim}`)),
        text('问：还有补充吗？'),
        text('答：没有了。'),
        flat('核对意见：⟦以上记录我已看过，与我所说一致。⟧'),
        flat(`陈述申辩人（签名）：⟦${who}⟧　　⟦${longDate(response.date)}⟧`),
        flat(`执法人员（签名）：${signed(data.handlers.map((one) => one.name))}　　⟦${longDate(response.date)}⟧`),
      ],
    },
    {
      kind: 'statement-review',
      title: review,
      date: response.reviewedOn,
      size: 13,
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: review },
        flat(`案由：${data.cause}`),
        text(
          `${party.name}于${longDate(response.date)}就《${titleOf(agency, 'penalty-notice')}》（${number}）提出陈述、申辩，主要意见为：${response.claims.join('')}`,
        ),
        text('经复核，意见如下：'),
        ...response.answer.map(text),
        flat(`复核人（签名）：${signed(data.handlers.map((one) => one.name))}　　⟦${longDate(response.reviewedOn)}⟧`),
        flat(`承办机构负责人（签名）：⟦${agency.unitHead.name}⟧　　⟦${longDate(response.reviewedOn)}⟧`),
      ],
    },
  ];
}
