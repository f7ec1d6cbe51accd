import type { Block, Paper } from '../blocks.ts';
import type { CaseData, Hearing } from '../model.ts';
import { longDate } from '../numbers.ts';
import {
  clock,
  headLabel,
  issuedOn,
  numberOf,
  officerList,
  pageFoot,
  recordSize,
  signed,
  span,
  titleOf,
  we,
} from './wording.ts';

const text = (words: string): Block => ({ type: 'text', text: words });
const flat = (words: string): Block => ({ type: 'text', text: words, indent: false });

export function hearingPapers(data: CaseData, hearing: Hearing): Paper[] {
  return [
    request(data, hearing),
    notice(data, hearing),
    announcement(data, hearing),
    authorisation(data, hearing),
    record(data, hearing),
    report(data, hearing),
  ];
}

function request(data: CaseData, hearing: Hearing): Paper {
  const title = titleOf(data.agency, 'hearing-request');
  return {
    kind: 'hearing-request',
    title,
    date: hearing.requestedOn,
    blocks: [
      { type: 'title', text: title },
      flat(`${data.agency.name}：`),
      text(
        `我单位于${longDate(data.notice.servedOn)}收到《${titleOf(data.agency, 'penalty-notice')}》（${numberOf(data, 'penalty-notice')}），现依法申请举行听证。理由如下：`,
      ),
      ...hearing.request.map(text),
      { type: 'text', text: `申请人（盖章）：⟦${data.party.name}⟧`, align: 'right' },
      { type: 'text', text: `${headLabel(data.party)}（签名）：⟦${data.party.representative}⟧`, align: 'right' },
      { type: 'text', text: `⟦${longDate(hearing.requestedOn)}⟧`, align: 'right' },
    ],
  };
}

function notice(data: CaseData, hearing: Hearing): Paper {
  const { agency, party } = data;
  const title = titleOf(agency, 'hearing-notice');
  const number = numberOf(data, 'hearing-notice');
  return {
    kind: 'hearing-notice',
    title,
    number,
    date: hearing.noticeOn,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      { type: 'number', text: number },
      flat(`${party.name}：`),
      text(
        `你单位于${longDate(hearing.requestedOn)}就${data.cause}提出的听证申请已收悉。依据《中华人民共和国行政处罚法》第六十四条的规定，${we(agency)}决定于${longDate(hearing.heldOn)}${clock(hearing.from)}在${hearing.place}公开举行听证。`,
      ),
      text(
        `听证主持人：${hearing.host.name}（${hearing.host.post}）；听证员：${hearing.members.join('、')}；记录人：${hearing.recorder}。`,
      ),
      text(
        '你单位可以亲自参加听证，也可以委托一至二人代理，代理人应当提交授权委托书。你单位认为主持人、听证员、记录人与本案有直接利害关系的，有权申请回避。无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利。',
      ),
      text(`请携带身份证明和有关证据材料准时到场。联系人：${hearing.recorder}，联系电话：${agency.phone}。`),
      { type: 'issue', agency: agency.name, date: issuedOn(agency, hearing.noticeOn), seal: true },
    ],
  };
}

function announcement(data: CaseData, hearing: Hearing): Paper {
  const { agency } = data;
  const title = titleOf(agency, 'hearing-announcement');
  return {
    kind: 'hearing-announcement',
    title,
    date: hearing.announcedOn,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      text(
        `${we(agency)}定于${longDate(hearing.heldOn)}${clock(hearing.from)}在${hearing.place}公开举行${data.party.name}${data.cause}听证会，欢迎旁听。旁听人员请于听证会开始前十五分钟凭身份证件登记入场，遵守听证纪律。`,
      ),
      { type: 'issue', agency: agency.name, date: issuedOn(agency, hearing.announcedOn), seal: true },
    ],
  };
}

function record(data: CaseData, hearing: Hearing): Paper {
  const { agency, party } = data;
  const title = titleOf(agency, 'hearing-record');
  const day = longDate(hearing.heldOn);
  return {
    kind: 'hearing-record',
    title,
    date: hearing.heldOn,
    size: recordSize(agency),
    foot: (page, pages) => [
      `当事人（签名）：⟦${party.representative}⟧　代理人（签名）：⟦${hearing.agent}⟧　⟦${day}⟧`,
      `主持人（签名）：⟦${hearing.host.name}⟧　听证员（签名）：${signed(hearing.members)}`,
      `记录人（签名）：⟦${hearing.recorder}⟧　　　　　　　　　　　　　　　　　第 ${page} 页　共 ${pages} 页`,
    ],
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      flat(`案由：${data.cause}`),
      flat(`听证时间：${span(hearing.heldOn, hearing.from, hearing.to)}`),
      flat(`听证地点：${hearing.place}　　听证方式：公开举行`),
      flat(`听证主持人：${hearing.host.name}　　听证员：${hearing.members.join('、')}　　记录人：${hearing.recorder}`),
      flat(`当事人：${party.name}　　${headLabel(party)}：${party.representative}　　委托代理人：${hearing.agent}`),
      flat(`案件调查人员：${officerList(data.handlers)}`),
      text(
        `主持人：现在宣布听证纪律和当事人的权利义务。当事人有权申请主持人、听证员、记录人回避，有权陈述、申辩、质证。是否申请回避？`,
      ),
      text('当事人：听清楚了，不申请回避。'),
      ...hearing.talk.map(([speaker, words]) => text(`${speaker}：${words}`)),
      text('主持人：听证到此结束，请各方核对笔录后签名。'),
      flat('核对意见：⟦笔录已阅，无误。⟧'),
    ],
  };
}

function report(data: CaseData, hearing: Hearing): Paper {
  const { agency } = data;
  const title = titleOf(agency, 'hearing-report');
  return {
    kind: 'hearing-report',
    title,
    date: hearing.reportOn,
    size: 13,
    foot: pageFoot,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      flat(`案由：${data.cause}`),
      flat(`听证时间：${longDate(hearing.heldOn)}　　听证地点：${hearing.place}`),
      flat(`听证主持人：${hearing.host.name}　　听证员：${hearing.members.join('、')}　　记录人：${hearing.recorder}`),
      { type: 'heading', text: '一、听证基本情况' },
      text(
        `${data.party.name}于${longDate(hearing.requestedOn)}申请听证，听证会公开举行，案件调查人员和当事人及其代理人均到场，双方进行了陈述、质证和辩论。`,
      ),
      { type: 'heading', text: '二、双方主要意见' },
      ...hearing.request.map(text),
      { type: 'heading', text: '三、听证意见' },
      ...hearing.opinion.map(text),
      flat(
        `听证主持人（签名）：⟦${hearing.host.name}⟧　听证员（签名）：${signed(hearing.members)}　⟦${longDate(hearing.reportOn)}⟧`,
      ),
    ],
  };
}

function authorisation(data: CaseData, hearing: Hearing): Paper {
  const { party } = data;
  return {
    kind: 'authorisation',
    title: '授权委托书',
    date: hearing.noticeServedOn,
    blocks: [
      { type: 'title', text: '授权委托书' },
      flat(`委托人：${party.name}　　${headLabel(party)}：${party.representative}`),
      flat(`受托人：${hearing.agent}　　工作单位：江南省望江律师事务所　　职务：律师`),
      text(
        `现委托上列受托人在${data.agency.name}办理的${data.cause}听证中作为我单位的代理人，代理权限为：代为陈述、申辩、质证，代为签收听证文书。委托期限自本委托书签署之日起至听证结束止。`,
      ),
      { type: 'text', text: `委托人（盖章）：⟦${party.name}⟧`, align: 'right' },
      { type: 'text', text: `${headLabel(party)}（签名）：⟦${party.representative}⟧`, align: 'right' },
      { type: 'text', text: `⟦${longDate(hearing.noticeServedOn)}⟧`, align: 'right' },
    ],
  };
}
