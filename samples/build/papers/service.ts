import type { Paper } from '../blocks.ts';
import type { CaseData } from '../model.ts';
import { longDate } from '../numbers.ts';
import { certificateList, label, signed, titleOf } from './wording.ts';

export interface Service {
  readonly title: string;
  readonly number: string;
  readonly date: string;
  /** Where the receiver is not the party's head. */
  readonly receiver?: string;
  readonly role?: string;
  readonly time?: string;
}

export function serviceReceipt(data: CaseData, service: Service): Paper {
  const { agency, handlers, party } = data;
  const title = titleOf(agency, 'service-receipt');
  const receiver = service.receiver ?? party.representative ?? party.name;
  const role =
    service.role ??
    (party.kind === 'natural-person' ? '本人' : party.kind === 'organisation' ? '法定代表人' : '经营者');
  const day = longDate(service.date);
  return {
    kind: 'service-receipt',
    title: `${title}（${service.title}）`,
    date: service.date,
    size: 12,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      {
        type: 'table',
        columns: [19, 28, 15, 38],
        rows: [
          [label('案由'), { text: data.cause, span: 3 }],
          [label('受送达人'), { text: party.name, span: 3 }],
          [label('送达文书名称'), { text: `《${service.title}》` }, label('文书文号'), { text: service.number }],
          [label('送达地点'), { text: party.address }, label('送达方式'), { text: '直接送达' }],
          [
            label('收件人'),
            {
              text: [
                `签名（盖章）：⟦${receiver}⟧　　与受送达人关系：${role}`,
                `⟫收件时间：⟦${day}${service.time ?? '10时20分'}⟧`,
              ],
              span: 3,
              lines: 4,
            },
          ],
          [
            label('送达人'),
            {
              text: [
                `签名：${signed(handlers.map((one) => one.name))}`,
                `执法证号：${certificateList(handlers)}`,
                `⟫${day}`,
              ],
              span: 3,
              lines: 4,
            },
          ],
          [label('见证人'), { text: '/', span: 3 }],
          [label('备注'), { text: '送达过程已由执法记录仪记录。', span: 3, lines: 3 }],
        ],
      },
      { type: 'text', text: `（${agency.name}　印章）`, align: 'right' },
    ],
  };
}

export function serviceAddress(data: CaseData): Paper {
  const { agency, party, inspection, handlers } = data;
  const title = titleOf(agency, 'service-address');
  const who = party.representative ?? party.name;
  return {
    kind: 'service-address',
    title,
    date: inspection.date,
    size: 12,
    blocks: [
      { type: 'agency', text: agency.name },
      { type: 'title', text: title },
      {
        type: 'table',
        columns: [22, 78],
        rows: [
          [label('当事人'), { text: party.name }],
          [
            label('告知事项'),
            {
              text: [
                '1.当事人应当提供准确的送达地址；提供的地址不准确或者变更后未书面告知，致使文书未能送达的，由当事人承担后果。',
                '2.经当事人书面同意，可以用传真、电子邮件等方式送达行政处罚决定书。',
              ],
            },
          ],
          [label('送达地址'), { text: party.address }],
          [label('收件人和电话'), { text: `${who}　${party.phone}` }],
          [label('是否同意电子送达'), { text: '□同意　☑不同意' }],
          [
            label('当事人确认'),
            {
              text: ['⟦以上内容我已知悉，所填地址准确有效。⟧', `⟫签名：⟦${who}⟧　　⟦${longDate(inspection.date)}⟧`],
              lines: 4,
            },
          ],
          [label('执法人员'), { text: `${signed(handlers.map((one) => one.name))}　　⟦${longDate(inspection.date)}⟧` }],
        ],
      },
    ],
  };
}
