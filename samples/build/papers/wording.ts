import type { Cell } from '../blocks.ts';
import type { Agency, CaseData, Officer, Party, Style } from '../model.ts';
import { hanDate, longDate } from '../numbers.ts';

const titles = {
  cover: ['行政处罚案卷', '行政处罚案件卷宗', '行政执法案卷'],
  'file-index': ['卷内目录', '卷内文件目录', '卷内目录'],
  'source-registration': ['案件来源登记表', '案件受理登记表', '案件来源登记表'],
  'filing-approval': ['立案审批表', '行政处罚立案审批表', '立案登记表'],
  'inspection-record': ['现场笔录', '现场检查（勘察）笔录', '现场检查笔录'],
  'inquiry-record': ['询问笔录', '调查询问笔录', '询问笔录'],
  'preservation-approval': ['先行登记保存证据审批表', '先行登记保存证据审批表', '证据先行登记保存审批表'],
  'preservation-notice': ['先行登记保存证据通知书', '先行登记保存证据通知书', '证据先行登记保存通知书'],
  'preservation-list': ['先行登记保存物品清单', '先行登记保存证据清单', '证据登记保存清单'],
  'preservation-handling': ['先行登记保存物品处理通知书', '先行登记保存证据处理决定书', '证据登记保存处理决定书'],
  'sampling-record': ['抽样记录', '抽样取证凭证', '抽样取证凭证'],
  'appraisal-report': ['检验报告', '监测报告', '检测报告'],
  'appraisal-notice': ['检验结果告知书', '检测结果告知书', '检测结果告知书'],
  evidence: ['证据提取单', '证据材料', '证据照片'],
  'identity-proof': ['营业执照复印件', '主体资格证明', '当事人身份证明'],
  'audiovisual-index': ['音像记录目录', '执法全过程音像记录登记表', '执法音像记录清单'],
  'correction-order': ['责令改正通知书', '责令改正违法行为决定书', '责令（限期）改正违法行为通知书'],
  'investigation-report': ['案件调查终结报告', '调查终结报告', '案件调查报告'],
  'legal-review': ['法制审核意见书', '重大行政执法决定法制审核意见书', '重大行政执法决定法制审核表'],
  'penalty-notice': ['行政处罚告知书', '行政处罚事先（听证）告知书', '违法行为通知书'],
  'statement-waiver': ['放弃陈述申辩声明', '放弃权利声明书', '放弃陈述申辩及听证权利声明书'],
  'statement-record': ['陈述申辩笔录', '当事人陈述申辩笔录', '陈述、申辩笔录'],
  'statement-review': ['陈述申辩复核意见书', '陈述申辩复核意见', '陈述申辩意见复核表'],
  'hearing-request': ['听证申请书', '行政处罚听证申请书', '听证申请书'],
  'hearing-notice': ['行政处罚听证通知书', '行政处罚听证通知书', '听证通知书'],
  'hearing-announcement': ['听证公告', '行政处罚听证公告', '听证公告'],
  'hearing-record': ['听证笔录', '行政处罚听证笔录', '听证笔录'],
  'hearing-report': ['听证报告', '行政处罚听证报告', '听证报告书'],
  'discussion-record': ['行政处罚案件集体讨论记录', '案件集体讨论笔录', '重大案件集体讨论记录'],
  'decision-approval': ['行政处罚决定审批表', '行政处罚审批表', '行政处罚案件处理审批表'],
  'penalty-decision': ['行政处罚决定书', '行政处罚决定书', '行政处罚决定书'],
  'service-address': ['送达地址确认书', '送达地址确认书', '送达地址（方式）确认书'],
  'service-receipt': ['送达回证', '送达回证', '文书送达回证'],
  'publication-record': ['行政处罚信息公示记录', '行政执法决定信息公示表', '行政处罚信息公示表'],
  'payment-receipt': ['非税收入一般缴款书', '罚没收据', '非税收入统一票据'],
  'confiscation-list': ['没收物品清单', '没收物品清单', '没收物品凭证'],
  'confiscation-disposal': ['罚没物品处理记录', '罚没物品处理记录', '罚没物品处理记录'],
  'closing-approval': ['结案审批表', '行政处罚结案审批表', '结案报告'],
  'archive-note': ['卷内备考表', '卷内备考表', '备考表'],
} as const satisfies Record<string, readonly [string, string, string]>;

export type Kind = keyof typeof titles;

const columns: Readonly<Record<Style, 0 | 1 | 2>> = { market: 0, ecology: 1, transport: 2 };

/** What the agency calls a kind of paper. */
export const titleOf = (agency: Agency, kind: Kind): string => titles[kind][columns[agency.style]];

const numberWords: Readonly<Partial<Record<Kind, readonly [string, string, string]>>> = {
  'source-registration': ['源', '受', '源'],
  'filing-approval': ['立', '立', '立'],
  'preservation-notice': ['登存', '登存', '登存'],
  'preservation-handling': ['登处', '登处', '登处'],
  'appraisal-notice': ['检告', '检告', '检告'],
  'correction-order': ['责改', '责改', '责改'],
  'legal-review': ['审', '法审', '法审'],
  'penalty-notice': ['罚告', '罚告', '违通'],
  'hearing-notice': ['听通', '听通', '听通'],
  'penalty-decision': ['罚', '罚', '罚'],
};

/** Document number such as 临市监罚〔2024〕36号. */
export function numberOf(data: CaseData, kind: Kind): string {
  const word = numberWords[kind]?.[columns[data.agency.style]];
  if (word === undefined) throw new Error(`no document number for ${kind}`);
  const { word: agency, joint, digits } = data.agency;
  return `${agency}${word}${joint}〔${data.year}〕${String(data.serial).padStart(digits, '0')}号`;
}

export const you = (party: Party): string => (party.kind === 'natural-person' ? '你' : '你单位');
export const we = (agency: Agency): string => (agency.style === 'transport' ? '本机关' : '本局');

export const headLabel = (party: Party): string =>
  party.kind === 'individual-business' ? '经营者' : party.kind === 'organisation' ? '法定代表人' : '';

export const officerList = (officers: readonly Officer[]): string => officers.map((one) => one.name).join('、');
export const certificateList = (officers: readonly Officer[]): string =>
  officers.map((one) => one.certificate).join('、');
export const signed = (names: readonly string[]): string => names.map((name) => `⟦${name}⟧`).join('　');

/** 9:05 as 9时05分. */
export const clock = (time: string): string => `${Number(time.slice(0, 2))}时${time.slice(3)}分`;

export const span = (date: string, from: string, to: string): string => `${longDate(date)}${clock(from)}至${clock(to)}`;

export const label = (text: string, spanned = 1): Cell => ({ text, label: true, span: spanned });

/** A cell with an opinion and below it the hand of the one who gave it. */
export function opinion(
  words: string | readonly string[],
  hand: string,
  date: string,
  spanned: number,
  lines = 6,
): Cell {
  const texts = typeof words === 'string' ? [words] : words;
  return {
    text: [...texts, ...(lines > 4 ? [''] : []), `⟫签名：⟦${hand}⟧　　${longDate(date)}`],
    span: spanned,
    lines,
  };
}

export const pageFoot = (page: number, pages: number): readonly string[] => [
  `　　　　　　　　　　　　　　　　　　　　　　　第 ${page} 页　共 ${pages} 页`,
];

/** The date under what an agency issues. */
export const issuedOn = (agency: Agency, day: string): string =>
  agency.hanDates === true ? hanDate(day) : longDate(day);

/** Penalties as proposed and told before the decision. */
export const proposed = (data: CaseData): readonly string[] => data.notice.penalties ?? data.penalties;

export const factsHeading = (agency: Agency): string =>
  agency.name.includes('生态环境') ? '一、环境违法事实和证据' : '一、违法事实和证据';

/** Sizes of the body text: of what goes out, and of records written on the spot. */
export const letterSize = (agency: Agency): number => (agency.style === 'ecology' ? 13 : 14);
export const recordSize = (agency: Agency): number => (agency.style === 'ecology' ? 12 : 12.5);
