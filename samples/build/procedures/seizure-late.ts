import { linheMarket } from '../agencies.ts';
import type { Officer, Party } from '../model.ts';
import { creditCode, identityNumber, longDate } from '../numbers.ts';
import { certificateList, label, officerList, signed } from '../papers/wording.ts';
import { approval, fields, flat, letter, type ProcedureCase, partyLines, receipt, text } from './sheets.ts';

const agency = linheMarket;
const number = '临市监强制〔2025〕9号';
const officers: readonly Officer[] = [
  { name: '周明远', certificate: '09032100101' },
  { name: '林书雅', certificate: '09032100102' },
];
const party: Party = {
  kind: 'organisation',
  name: '临河县安顺五金经营有限公司',
  code: creditCode('91', '990321', 'MA7P8E2L'),
  address: '临河县云溪街道新桥路17号',
  representative: '顾长安',
  idNumber: identityNumber('990321', '1979-11-05', '517'),
  sex: '男',
  birth: '1979-11-05',
  phone: '19900620188',
};
const law = '《中华人民共和国产品质量法》第十八条第一款第（四）项';
const date = '2025-05-13';
const names = officers.map((one) => one.name);
const goods = (title: string, kind: string, day: string, words: string) => ({
  kind,
  title,
  date: day,
  size: 12,
  blocks: [
    { type: 'agency', text: agency.name } as const,
    { type: 'title', text: title } as const,
    flat(`当事人：${party.name}`),
    {
      type: 'table',
      columns: [10, 30, 30, 30],
      rows: [
        [label('序号'), label('名称'), label('规格型号'), label('数量')],
        [label('1'), { text: '家用燃气软管' }, { text: '1.5米/根' }, label('86根')],
        [label('2'), { text: '燃气减压阀' }, { text: 'JYT-0.6' }, label('24只')],
      ],
    } as const,
    flat(words),
    flat(`当事人（签名）：⟦${party.representative}⟧　　⟦${longDate(day)}⟧`),
    flat(`执法人员（签名）：${signed(names)}　　⟦${longDate(day)}⟧`),
  ],
});

/** Seized on 13 May, approved only on the 14th; thirty days end on 12 June, lifted on the 13th. */
export const seizureLate: ProcedureCase = {
  id: 'seizure-late',
  title: '安顺五金扣押',
  about: '市场监管：扣押涉嫌不合格的燃气具，次日才批准，没有紧急情形，第三十一日才解除；其余齐全。',
  agency,
  face: 'song',
  planted: [
    {
      what: '2025年5月13日实施扣押，5月14日才经负责人批准，没有紧急情形。',
      kind: 'compulsion-approval',
      law: '行政强制法 第十八条第（一）项',
    },
    {
      what: '扣押始于2025年5月13日，6月13日才解除，是第三十一日，没有延长。',
      kind: 'measure-lifting',
      law: '行政强制法 第二十七条',
    },
  ],
  facts: {
    'party.name': party.name,
    'measure.date': date,
    'measure.number': number,
    'measure.approved-on': '2025-05-14',
    'measure.officers': names,
    'measure.lifted-on': '2025-06-13',
    'measure.returned-on': '2025-06-13',
  },
  papers: [
    approval({
      kind: 'compulsion-approval',
      title: '行政强制措施审批表',
      agency,
      party,
      officers,
      rows: [
        ['措施种类', '扣押财物'],
        [
          '理由和依据',
          `抽查的燃气软管没有产品标识，涉嫌不符合保障人身安全的国家标准。依据${law}，申请扣押，期限三十日。`,
        ],
      ],
      proposal: '建议采取扣押措施。',
      proposedOn: date,
      consent: '同意扣押。',
      date: '2025-05-14',
    }),
    letter({
      kind: 'seizure-decision',
      title: '扣押决定书',
      number,
      date,
      agency,
      blocks: [
        ...partyLines(party, '当事人'),
        text(
          `你单位销售的家用燃气软管、燃气减压阀涉嫌不符合保障人体健康和人身、财产安全的国家标准。依据${law}的规定，本局决定对上述财物予以扣押（财物名称、数量见清单），扣押期限三十日，自2025年5月13日至2025年6月12日。`,
        ),
        text('扣押期间不得使用、销毁或者转移。你单位对本决定有陈述、申辩的权利。'),
        text(
          `如不服本决定，可以在收到本决定书之日起六十日内向${agency.reviewAuthority}申请行政复议，或者在六个月内向${agency.court}提起行政诉讼。`,
        ),
      ],
    }),
    goods('扣押财物清单', 'seizure-list', date, '本清单一式二份，由当事人和行政机关分别保存，已当场交付当事人。'),
    {
      kind: 'measure-record',
      title: '扣押现场笔录',
      date,
      size: 12.5,
      foot: (page, pages) => [
        `当事人（签名）：⟦${party.representative}⟧　⟦${longDate(date)}⟧`,
        `执法人员（签名）：${signed(names)}　⟦${longDate(date)}⟧　第 ${page} 页　共 ${pages} 页`,
      ],
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: '扣押现场笔录' },
        ...fields([
          ['时间', `${longDate(date)}10时10分至11时20分`],
          ['地点', `${party.address}${party.name}`],
          ['当事人', party.name],
          ['执法人员', `${officerList(officers)}　　执法证号：${certificateList(officers)}`],
          ['记录人', '林书雅'],
        ]),
        text(
          `执法人员向当事人出示执法证件，证件号码为${certificateList(officers)}，当事人的法定代表人${party.representative}已过目确认。已通知当事人到场，当事人法定代表人在场。`,
        ),
        text(
          '执法人员当场告知当事人采取扣押措施的理由、依据，告知其依法享有陈述、申辩的权利，以及申请行政复议、提起行政诉讼的救济途径。',
        ),
        text('听取当事人陈述和申辩：⟦货是从批发市场进的，没有注意标识，没有其他意见。⟧'),
        text('执法人员对86根家用燃气软管、24只燃气减压阀予以扣押，全程录像。'),
        flat('核对意见：⟦以上笔录看过，属实。⟧'),
      ],
    },
    receipt({
      agency,
      party,
      officers,
      cause: '涉嫌销售不符合国家标准的产品',
      title: '扣押决定书',
      number,
      date,
      time: '11:25',
    }),
    letter({
      kind: 'measure-lifting',
      title: '解除扣押决定书',
      number: '临市监解强〔2025〕9号',
      date: '2025-06-13',
      agency,
      blocks: [
        ...partyLines(party, '当事人'),
        text(
          `本局于2025年5月13日扣押你单位的家用燃气软管、燃气减压阀（《扣押决定书》${number}）。经查，上述产品与违法行为无关。依据《中华人民共和国行政强制法》第二十八条第一款第（二）项的规定，本局决定解除扣押，立即退还财物。`,
        ),
      ],
    }),
    goods('退还财物清单', 'measure-return', '2025-06-13', '上述财物已于2025年6月13日全部退还，当事人清点无误。'),
    {
      kind: 'audiovisual-index',
      title: '音像记录目录',
      date,
      size: 12,
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: '音像记录目录' },
        {
          type: 'table',
          columns: [8, 14, 20, 33, 25],
          rows: [
            [label('序号'), label('执法环节'), label('制作时间'), label('内容'), label('载体和存储位置')],
            [
              label('1'),
              label('查封扣押'),
              { text: longDate(date) },
              { text: '扣押全过程' },
              { text: '执法记录仪，数据采集站' },
            ],
          ],
        },
        { type: 'text', text: `整理人（签名）：⟦林书雅⟧　　⟦${longDate(date)}⟧`, align: 'right' },
      ],
    },
  ],
};
