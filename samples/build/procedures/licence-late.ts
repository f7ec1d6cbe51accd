import { linheMarket } from '../agencies.ts';
import type { Officer, Party } from '../model.ts';
import { creditCode, identityNumber, longDate } from '../numbers.ts';
import { label, officerList, opinion, signed } from '../papers/wording.ts';
import { approval, fields, flat, letter, type ProcedureCase, partyLines, receipt, text } from './sheets.ts';

const agency = linheMarket;
const item = '食品经营许可';
const number = '临市监许准〔2025〕27号';
const officers: readonly Officer[] = [
  { name: '周明远', certificate: '09032100101' },
  { name: '林书雅', certificate: '09032100102' },
];
const party: Party = {
  kind: 'organisation',
  name: '临河县禾丰餐饮管理有限公司',
  code: creditCode('91', '990321', 'MA7H3F6T'),
  address: '临河县云溪街道平安路61号',
  representative: '葛春生',
  idNumber: identityNumber('990321', '1983-07-21', '415'),
  sex: '男',
  birth: '1983-07-21',
  phone: '19900620177',
};
const basis = '《中华人民共和国行政许可法》';

/** Accepted on 11 March; the twentieth working day is 9 April (the day after Qingming does not count), decided on the 10th. */
export const licenceLate: ProcedureCase = {
  id: 'licence-late',
  title: '禾丰餐饮食品经营许可',
  about: '市场监管：食品经营许可首次申请，一次告知补正，受理后第二十一个工作日才决定，没有延长；其余齐全。',
  agency,
  face: 'song',
  planted: [
    {
      what: '2025年3月11日受理，2025年4月10日才作出决定，是第二十一个工作日，没有批准延长。',
      kind: 'licence-decision',
      law: '行政许可法 第四十二条第一款',
    },
  ],
  facts: {
    'party.name': party.name,
    'application.date': '2025-03-03',
    'application.received-on': '2025-03-03',
    'application.supplement-told-on': '2025-03-06',
    'acceptance.date': '2025-03-11',
    'licence.verified-on': '2025-03-18',
    'licence.verifiers': officers.map((one) => one.name),
    'decision.date': '2025-04-10',
    'decision.number': number,
    'decision.served-on': '2025-04-11',
    'publication.date': '2025-04-14',
  },
  papers: [
    {
      kind: 'licence-application',
      title: '行政许可申请书',
      date: '2025-03-03',
      size: 13,
      blocks: [
        { type: 'title', text: '行政许可申请书' },
        flat(`${agency.name}：`),
        ...partyLines(party, '申请人'),
        flat(`联系电话：${party.phone}`),
        flat(`申请事项：${item}（首次申请）`),
        flat(`经营场所：${party.address}`),
        flat('经营项目：热食类食品制售、冷食类食品制售'),
        text('申请人承诺所提交的材料真实、合法，愿意承担相应的法律责任。'),
        flat(`申请人（签章）：⟦${party.representative}⟧`),
        flat(`申请日期：⟦${longDate('2025-03-03')}⟧`),
      ],
    },
    letter({
      kind: 'materials-receipt',
      title: '申请材料接收凭证',
      number: '临市监许收〔2025〕27号',
      date: '2025-03-03',
      agency,
      blocks: [
        flat(`申请人：${party.name}`),
        flat(`申请事项：${item}`),
        flat('接收材料：一、申请书；二、营业执照复印件；三、经营场所平面图。'),
        flat(`接收日期：${longDate('2025-03-03')}`),
        flat(`接收人：⟦${officers[1]?.name}⟧`),
      ],
    }),
    letter({
      kind: 'supplement-notice',
      title: '申请材料补正告知书',
      number: '临市监许补〔2025〕11号',
      date: '2025-03-06',
      agency,
      blocks: [
        flat(`${party.name}：`),
        text(
          `你单位提出的${item}申请，经审查，申请材料不齐全。依据${basis}第三十二条第一款第（四）项的规定，现一次告知需要补正的全部材料：`,
        ),
        text('一、食品安全管理制度文本一份；二、主要设备设施布局图一份。'),
        text('请补正后提交。补正材料交齐之日起依法受理。'),
      ],
    }),
    letter({
      kind: 'licence-acceptance',
      title: '受理通知书',
      number: '临市监许受〔2025〕27号',
      date: '2025-03-11',
      agency,
      blocks: [
        flat(`${party.name}：`),
        text(
          `你单位提出的${item}申请，申请材料齐全、符合法定形式。依据${basis}第三十二条第一款第（五）项的规定，本局于2025年3月11日予以受理。`,
        ),
        text('本局将自受理之日起二十个工作日内作出决定。'),
      ],
    }),
    {
      kind: 'licence-verification',
      title: '现场核查笔录',
      date: '2025-03-18',
      size: 12.5,
      foot: (page, pages) => [
        `被核查单位（签名）：⟦${party.representative}⟧　⟦${longDate('2025-03-18')}⟧`,
        `核查人员（签名）：${signed(officers.map((one) => one.name))}　⟦${longDate('2025-03-18')}⟧　第 ${page} 页　共 ${pages} 页`,
      ],
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: '现场核查笔录' },
        ...fields([
          ['核查时间', `${longDate('2025-03-18')}9时30分至10时40分`],
          ['核查地点', party.address],
          ['申请人', party.name],
          ['核查人员', officerList(officers)],
        ]),
        flat('核查内容：'),
        text('一、加工场所与有毒、有害场所保持规定距离，布局与提交的平面图一致。'),
        text('二、冷藏、消毒、更衣、洗手设施齐全，食品原料和成品分开存放。'),
        text('核查结论：经营场所、设备设施符合食品经营许可条件。'),
        flat('核对意见：⟦以上笔录看过，属实。⟧'),
      ],
    },
    approval({
      kind: 'licence-approval',
      title: '行政许可决定审批表',
      agency,
      party,
      officers,
      rows: [
        ['申请事项', item],
        ['审查意见', '申请材料齐全，经现场核查，符合食品经营许可条件。'],
      ],
      proposal: '建议准予许可。',
      proposedOn: '2025-04-09',
      consent: '同意准予许可。',
      date: '2025-04-10',
    }),
    letter({
      kind: 'licence-decision',
      title: '准予行政许可决定书',
      number,
      date: '2025-04-10',
      agency,
      blocks: [
        ...partyLines(party, '申请人'),
        text(
          `你单位提出的${item}首次申请，本局于2025年3月11日受理。经审查，申请符合法定条件、标准。依据${basis}第三十八条第一款的规定，本局决定准予许可，有效期至2030年4月9日。`,
        ),
        text(
          `如不服本决定，可以在收到本决定书之日起六十日内向${agency.reviewAuthority}申请行政复议，或者在六个月内向${agency.court}提起行政诉讼。`,
        ),
      ],
    }),
    receipt({
      agency,
      party,
      officers,
      cause: `${item}申请`,
      title: '准予行政许可决定书',
      number,
      date: '2025-04-11',
      time: '10:20',
    }),
    {
      kind: 'publication-record',
      title: '行政许可信息公示记录',
      date: '2025-04-14',
      size: 12,
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: '行政许可信息公示记录' },
        {
          type: 'table',
          columns: [24, 76],
          rows: [
            [label('决定书文号'), { text: number }],
            [label('被许可人'), { text: party.name }],
            [label('许可事项'), { text: item }],
            [label('公示平台'), { text: agency.platform }],
            [label('公示日期'), { text: longDate('2025-04-14') }],
            [label('信息处理'), { text: '已隐去身份证号码、联系电话等个人信息。' }],
            [label('审核意见'), opinion('同意公示。', agency.unitHead.name, '2025-04-14', 1, 4)],
          ],
        },
      ],
    },
  ],
};
