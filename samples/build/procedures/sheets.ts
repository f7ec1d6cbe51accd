import type { Block, Cell, Paper } from '../blocks.ts';
import type { Agency, Officer, Party, Planted } from '../model.ts';
import { longDate } from '../numbers.ts';
import { certificateList, clock, issuedOn, label, officerList, opinion, signed } from '../papers/wording.ts';

/** An invented file of a licence, a measure, an enforcement or an inspection: its papers in order, without cover and index. */
export interface ProcedureCase {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly agency: Agency;
  readonly face: 'song' | 'noto';
  readonly papers: readonly Paper[];
  readonly planted: readonly Planted[];
  readonly facts: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

export const text = (words: string): Block => ({ type: 'text', text: words });
export const flat = (words: string): Block => ({ type: 'text', text: words, indent: false });

/** 当事人 and its particulars, a line each. */
export function partyLines(party: Party, called: string): Block[] {
  const lines = [`${called}：${party.name}`];
  if (party.code !== undefined) lines.push(`统一社会信用代码：${party.code}`);
  if (party.kind === 'natural-person') lines.push(`身份证号码：${party.idNumber}`);
  lines.push(`住所：${party.address}`);
  if (party.representative !== undefined) lines.push(`法定代表人：${party.representative}`);
  return lines.map(flat);
}

export interface Letter {
  readonly kind: string;
  readonly title: string;
  readonly number?: string;
  readonly date: string;
  readonly agency: Agency;
  readonly blocks: readonly Block[];
}

/** What an agency sends out: its name, title, number, text, date and seal. */
export function letter({ kind, title, number, date, agency, blocks }: Letter): Paper {
  return {
    kind,
    title,
    ...(number === undefined ? {} : { number }),
    date,
    size: 13,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      ...(number === undefined ? [] : [{ type: 'number', text: number } as const]),
      ...blocks,
      { type: 'issue', agency: agency.name, date: issuedOn(agency, date), seal: true },
    ],
  };
}

export interface Approval {
  readonly kind: string;
  readonly title: string;
  readonly agency: Agency;
  readonly party: Party;
  readonly rows: readonly (readonly [string, string])[];
  readonly officers: readonly Officer[];
  readonly proposal: string;
  readonly proposedOn: string;
  readonly consent: string;
  readonly date: string;
}

/** An inner form: what is asked for, by whom, and the head's opinion. */
export function approval(of: Approval): Paper {
  const { agency, officers, party } = of;
  const row = ([name, words]: readonly [string, string]): Cell[] => [label(name), { text: words, span: 3 }];
  return {
    kind: of.kind,
    title: of.title,
    date: of.date,
    size: 12,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: of.title },
      {
        type: 'table',
        columns: [20, 30, 20, 30],
        rows: [
          [label('当事人'), { text: party.name }, label('承办人'), { text: officerList(officers) }],
          ...of.rows.map(row),
          [
            label('承办人意见'),
            {
              text: [
                of.proposal,
                '',
                `⟫承办人签名：${signed(officers.map((one) => one.name))}　　${longDate(of.proposedOn)}`,
              ],
              span: 3,
              lines: 5,
            },
          ],
          [label('负责人审批意见'), opinion(of.consent, agency.deputy.name, of.date, 3)],
        ],
      },
    ],
  };
}

export interface Receipt {
  readonly agency: Agency;
  readonly party: Party;
  readonly officers: readonly Officer[];
  readonly cause: string;
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly time: string;
}

export function receipt({ agency, party, officers, cause, title, number, date, time }: Receipt): Paper {
  const day = longDate(date);
  const head = party.representative ?? party.name;
  const role = party.kind === 'natural-person' ? '本人' : '法定代表人';
  return {
    kind: 'service-receipt',
    title: `送达回证（${title}）`,
    date,
    size: 12,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: '送达回证' },
      {
        type: 'table',
        columns: [19, 28, 15, 38],
        rows: [
          [label('案由'), { text: cause, span: 3 }],
          [label('受送达人'), { text: party.name, span: 3 }],
          [label('送达文书名称'), { text: `《${title}》` }, label('文书文号'), { text: number }],
          [label('送达地点'), { text: party.address }, label('送达方式'), { text: '直接送达' }],
          [
            label('收件人'),
            {
              text: [`签名（盖章）：⟦${head}⟧　　与受送达人关系：${role}`, `⟫收件时间：⟦${day}${clock(time)}⟧`],
              span: 3,
              lines: 4,
            },
          ],
          [
            label('送达人'),
            {
              text: [
                `签名：${signed(officers.map((one) => one.name))}`,
                `执法证号：${certificateList(officers)}`,
                `⟫${day}`,
              ],
              span: 3,
              lines: 4,
            },
          ],
          [label('备注'), { text: '', span: 3 }],
        ],
      },
    ],
  };
}

/** Fields of a record in lines, `时间：…`. */
export const fields = (pairs: readonly (readonly [string, string])[]): Block[] =>
  pairs.map(([name, words]) => flat(`${name}：${words}`));
