import { linheMarket } from '../agencies.ts';
import type { Officer, Party } from '../model.ts';
import { creditCode, identityNumber, longDate } from '../numbers.ts';
import { label, officerList, signed } from '../papers/wording.ts';
import { approval, fields, flat, letter, type ProcedureCase, text } from './sheets.ts';

const agency = linheMarket;
const officers: readonly Officer[] = [
  { name: '周明远', certificate: '09032100101' },
  { name: '林书雅', certificate: '09032100102' },
];
const one = officers.slice(0, 1);
const party: Party = {
  kind: 'organisation',
  name: '临河县康宁药品零售有限公司',
  code: creditCode('91', '990321', 'MA7Q4C8B'),
  address: '临河县城关镇人民路33号',
  representative: '宋佩华',
  idNumber: identityNumber('990321', '1986-09-14', '324'),
  sex: '女',
  birth: '1986-09-14',
  phone: '19900620166',
};
const basis = '《中华人民共和国药品管理法》第九十九条第一款';
const date = '2025-10-15';

/** A random inspection for which two were drawn and one came. */
export const inspectionAlone: ProcedureCase = {
  id: 'inspection-alone',
  title: '康宁药品双随机检查',
  about: '市场监管：对药品零售企业的双随机检查，选派两人而现场只有一名执法人员；其余齐全。',
  agency,
  face: 'song',
  planted: [
    {
      what: '2025年10月15日的检查笔录只载明一名执法人员。',
      kind: 'inspection-record',
      law: '行政处罚法 第四十二条第一款',
    },
  ],
  facts: {
    'party.name': party.name,
    'inspection.date': date,
    'inspection.notice-on': '2025-10-14',
    'inspection.approved-on': '2025-10-14',
    'inspection.report-on': '2025-10-17',
  },
  papers: [
    approval({
      kind: 'inspection-approval',
      title: '行政检查审批表',
      agency,
      party,
      officers,
      rows: [
        ['检查依据', basis],
        ['检查事项', '药品零售企业进货查验和处方药销售，列入本局公布的随机抽查检查事项清单。'],
        ['检查方式', '日常检查，双随机抽查'],
      ],
      proposal: '建议于2025年10月15日实施检查。',
      proposedOn: '2025-10-13',
      consent: '同意检查。',
      date: '2025-10-14',
    }),
    {
      kind: 'random-draw',
      title: '双随机抽取记录',
      date: '2025-10-13',
      size: 13,
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: '双随机抽取记录' },
        text(
          '2025年10月13日，通过双随机抽查系统从药品零售企业名录库中随机抽取检查对象，从执法检查人员名录库中随机选派检查人员，抽取过程由系统自动留痕。',
        ),
        ...fields([
          ['抽取的检查对象', party.name],
          ['检查人员', officerList(officers)],
          ['抽取日期', longDate('2025-10-13')],
        ]),
        flat(`操作人（签名）：⟦${agency.archivist}⟧　　监督人（签名）：⟦${agency.legalHead.name}⟧`),
      ],
    },
    letter({
      kind: 'inspection-notice',
      title: '行政检查通知书',
      number: '临市监检通〔2025〕52号',
      date: '2025-10-14',
      agency,
      blocks: [
        flat(`${party.name}：`),
        text(`依据${basis}的规定，本局定于2025年10月15日对你单位进行检查。`),
        ...fields([
          ['检查内容', '药品进货查验记录、处方药销售记录'],
          ['检查时间', `${longDate(date)}9时至12时`],
          ['检查人员', officerList(officers)],
          ['负责人', agency.unitHead.name],
        ]),
        text('你单位对检查有陈述、申辩的权利，认为检查人员与你单位有利害关系的，有权申请回避。'),
      ],
    }),
    {
      kind: 'inspection-record',
      title: '现场检查笔录',
      date,
      size: 12.5,
      foot: (page, pages) => [
        `被检查人（签名）：⟦${party.representative}⟧　⟦${longDate(date)}⟧`,
        `执法人员（签名）：${signed(one.map(({ name }) => name))}　⟦${longDate(date)}⟧　第 ${page} 页　共 ${pages} 页`,
      ],
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: '现场检查笔录' },
        ...fields([
          ['检查时间', `${longDate(date)}9时20分至10时50分`],
          ['检查地点', `${party.address}${party.name}`],
          ['被检查人', `${party.name}　　现场负责人：${party.representative}　　职务：法定代表人`],
          ['执法人员', '周明远　　执法证号：09032100101'],
          ['记录人', '周明远'],
        ]),
        flat(
          `告知事项：我是${agency.name}的行政执法人员周明远，执法证件号码为09032100101，现向你出示执法证件，请你过目确认。我依法对你单位进行现场检查，请予配合。`,
        ),
        flat(
          '你依法享有陈述、申辩的权利；认为执法人员与本案有直接利害关系的，有权申请回避。以上内容是否清楚？是否申请回避？',
        ),
        flat('回答：⟦已看过执法证件，清楚，不申请回避。⟧'),
        flat('现场情况：'),
        text('经检查，药品进货查验记录完整，处方药凭处方销售，处方留存规范，现场未发现违法行为。'),
        flat('检查结果：未发现问题，检查结果已当场告知被检查人。'),
        flat('核对意见：⟦以上笔录我已看过，与现场情况相符，属实。⟧'),
      ],
    },
    letter({
      kind: 'inspection-report',
      title: '行政检查结果告知书',
      number: '临市监检结〔2025〕52号',
      date: '2025-10-17',
      agency,
      blocks: [
        flat(`${party.name}：`),
        text(
          '本局于2025年10月15日对你单位药品进货查验和处方药销售情况进行了双随机抽查，未发现问题。检查结果将依法公布。',
        ),
      ],
    }),
    {
      kind: 'publication-record',
      title: '抽查结果公示记录',
      date: '2025-10-20',
      size: 12,
      blocks: [
        { type: 'agency', text: agency.name },
        { type: 'title', text: '公示记录' },
        {
          type: 'table',
          columns: [24, 76],
          rows: [
            [label('检查对象'), { text: party.name }],
            [label('检查结果'), { text: '未发现问题' }],
            [label('公示平台'), { text: agency.platform }],
            [label('公示日期'), { text: longDate('2025-10-20') }],
            [label('信息处理'), { text: '已隐去身份证号码、联系电话等个人信息。' }],
          ],
        },
      ],
    },
  ],
};
