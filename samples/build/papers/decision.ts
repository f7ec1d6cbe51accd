import type { Block, Paper } from '../blocks.ts';
import type { CaseData } from '../model.ts';
import { longDate } from '../numbers.ts';
import { partyLines, proofs } from './investigation.ts';
import { factsHeading, issuedOn, letterSize, numberOf, pageFoot, titleOf, we, you } from './wording.ts';

const text = (words: string): Block => ({ type: 'text', text: words });
const flat = (words: string): Block => ({ type: 'text', text: words, indent: false });
const heading = (words: string): Block => ({ type: 'heading', text: words });

/** How the party was heard, as the decision must say. */
function defence(data: CaseData): string[] {
  const { agency, notice, response, hearing } = data;
  const whom = you(data.party);
  const told = `${we(agency)}于${longDate(notice.servedOn)}向${whom}送达《${titleOf(agency, 'penalty-notice')}》（${numberOf(data, 'penalty-notice')}），告知${whom}违法事实、处罚理由和依据，并告知${whom}依法享有陈述、申辩${notice.hearing ? '和要求听证' : ''}的权利。`;
  if (hearing !== undefined) {
    return [
      `${told}${whom}于${longDate(hearing.requestedOn)}提出听证申请，${we(agency)}于${longDate(hearing.heldOn)}公开举行听证。${whom}在听证中陈述、申辩称：${hearing.request.join('')}`,
      `经复核，${hearing.opinion.join('')}`,
    ];
  }
  if (response.kind === 'waiver')
    return [`${told}${whom}于${longDate(response.date)}书面声明放弃上述权利，未提出陈述、申辩意见。`];
  if (response.kind === 'silent') return [`${told}${whom}未提出陈述、申辩意见。`];
  return [
    `${told}${whom}于${longDate(response.date)}提出陈述、申辩：${response.claims.join('')}`,
    `${we(agency)}经复核认为：${response.answer.join('')}`,
  ];
}

function performance(data: CaseData): string {
  const { agency } = data;
  return `${you(data.party)}应当自收到本决定书之日起十五日内，持本决定书和缴款书到${agency.bank}（代收机构，账号${agency.account}）缴纳罚${data.gains === undefined ? '' : '没'}款，也可以通过电子支付系统缴纳。到期不缴纳罚款的，依据《中华人民共和国行政处罚法》${data.decision.date < '2021-07-15' ? '第五十一条第（一）项' : '第七十二条第一款第（一）项'}的规定，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款本数。`;
}

function remedies(data: CaseData): string {
  const { agency, decision } = data;
  const whom = you(data.party);
  const months = decision.litigation ?? '六个月';
  const closing =
    '行政复议、行政诉讼期间，本决定不停止执行，法律另有规定的除外。逾期不申请行政复议、不提起行政诉讼又不履行本决定的，';
  const review = `可以自收到本决定书之日起六十日内向${agency.reviewAuthority}申请行政复议；也可以`;
  if (decision.withoutReview === true)
    return `${whom}如不服本决定，可以自收到本决定书之日起${months}内直接向${agency.court}提起行政诉讼。诉讼期间，本决定不停止执行。逾期不起诉又不履行本决定的，${we(agency)}将依法申请人民法院强制执行。`;
  return `${whom}如不服本决定，${review}自收到本决定书之日起${months}内直接向${agency.court}提起行政诉讼。${closing}${we(agency)}将依法申请人民法院强制执行。`;
}

export function penaltyDecision(data: CaseData): Paper {
  const { agency, party, decision } = data;
  const title = titleOf(agency, 'penalty-decision');
  const number = numberOf(data, 'penalty-decision');
  const whom = you(party);
  const origin = `${data.source.text}${we(agency)}于${longDate(data.filing.approvedOn)}决定立案调查。`;
  const violated = `${whom}的上述行为违反了${data.violated}的规定。`;
  const order = `依据${data.basis}的规定，${we(agency)}决定对${whom}作出如下行政处罚：`;
  const penalties = data.penalties.map(text);
  const reviewed =
    data.review?.afterHearing === true && data.discussion !== undefined
      ? `本案经法制审核，并于${longDate(data.discussion.date)}经${we(agency)}负责人集体讨论决定。`
      : '';
  const body: Block[] =
    agency.style === 'ecology'
      ? [
          text(`${we(agency)}对${whom}${data.cause.replace(/案$/, '')}一案已审理终结。${origin}`),
          heading(factsHeading(agency)),
          ...data.facts.map(text),
          text('以上事实有下列证据证明：'),
          ...proofs(data).map(text),
          text(violated),
          ...defence(data).map(text),
          heading('二、行政处罚的依据、种类'),
          text(`裁量理由：${data.discretion}${reviewed}`),
          text(order),
          ...penalties,
          heading('三、行政处罚决定的履行方式和期限'),
          text(performance(data)),
          heading(
            decision.withoutReview ? '四、提起行政诉讼的途径和期限' : '四、申请行政复议或者提起行政诉讼的途径和期限',
          ),
          text(remedies(data)),
        ]
      : agency.style === 'transport'
        ? [
            heading('一、违法事实和证据'),
            text(origin),
            ...data.facts.map(text),
            text('认定上述事实的主要证据有：'),
            ...proofs(data).map(text),
            heading('二、事前告知和听取意见情况'),
            ...defence(data).map(text),
            heading('三、处罚理由、依据和决定'),
            text(`${violated}${data.discretion}${reviewed}`),
            text(order),
            ...penalties,
            heading('四、履行方式和救济途径'),
            text(performance(data)),
            text(remedies(data)),
          ]
        : [
            text(origin),
            text('经查明：'),
            ...data.facts.map(text),
            text('上述事实，主要有以下证据证明：'),
            ...proofs(data).map(text),
            ...defence(data).map(text),
            text(`${we(agency)}认为，${violated}`),
            text(`关于裁量：${data.discretion}${reviewed}`),
            text(order),
            ...penalties,
            text(performance(data)),
            text(remedies(data)),
            text('本局将依法向社会公示本行政处罚决定信息。'),
          ];
  return {
    kind: 'penalty-decision',
    title,
    number,
    date: decision.date,
    size: letterSize(agency),
    foot: pageFoot,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      { type: 'number', text: number },
      ...(agency.style === 'market' ? [{ type: 'rule' } as const] : []),
      ...partyLines(data).map(flat),
      ...body,
      {
        type: 'issue',
        agency: agency.name,
        date: issuedOn(agency, decision.date),
        seal: true,
        ...(agency.style === 'market' ? { mark: '（印章）' } : {}),
      },
      flat('本文书一式三份，一份送达当事人，一份归档，一份交代收机构。'),
    ],
  };
}
