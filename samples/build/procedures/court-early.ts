import { linheCity } from '../agencies-county.ts';
import type { Officer, Party } from '../model.ts';
import { identityNumber } from '../numbers.ts';
import { flat, letter, type ProcedureCase, receipt, text } from './sheets.ts';

const agency = linheCity;
const decision = '临城管罚决〔2025〕18号';
const urging = '临城管催〔2026〕3号';
const officers: readonly Officer[] = agency.roster.slice(0, 2).map(({ name, certificate }) => ({ name, certificate }));
const party: Party = {
  kind: 'natural-person',
  name: '田永顺',
  address: '临河县城关镇北门街4号',
  idNumber: identityNumber('990321', '1975-02-18', '213'),
  sex: '男',
  birth: '1975-02-18',
  phone: '19900620199',
};
const cause = '擅自在城市道路上堆放物料';

/** Urged on 2 March; ten working days end on 16 March, applied that very day. */
export const courtEarly: ProcedureCase = {
  id: 'court-early',
  title: '田永顺罚款申请法院执行',
  about: '城市管理：罚款决定申请法院强制执行，催告书送达后第十个工作日当日即申请，没有等十日届满；其余齐全。',
  agency,
  face: 'song',
  planted: [
    {
      what: '催告书2026年3月2日送达，十个工作日至3月16日届满，当日即申请强制执行。',
      kind: 'enforcement-application',
      law: '行政强制法 第五十四条',
    },
  ],
  facts: {
    'party.name': party.name,
    'decision.number': decision,
    'decision.served-on': '2025-08-22',
    'urging.date': '2026-03-02',
    'urging.served-on': '2026-03-02',
    'enforcement.applied-on': '2026-03-16',
    'enforcement.principal': 2000,
  },
  papers: [
    receipt({
      agency,
      party,
      officers,
      cause,
      title: '行政处罚决定书',
      number: decision,
      date: '2025-08-22',
      time: '09:40',
    }),
    letter({
      kind: 'payment-urging',
      title: '履行行政处罚决定催告书',
      number: urging,
      date: '2026-03-02',
      agency,
      blocks: [
        flat(`${party.name}：`),
        flat(`身份证号码：${party.idNumber}`),
        flat(`住址：${party.address}`),
        text(
          `本机关于2025年8月20日对你作出《行政处罚决定书》（${decision}），决定罚款2000元。该决定书已于2025年8月22日送达，你在法定期限内没有申请行政复议或者提起行政诉讼，也没有履行。`,
        ),
        text(
          `依据《中华人民共和国行政强制法》第五十四条的规定，请你自收到本催告书之日起十日内将罚款2000元缴至${agency.bank}（账号${agency.account}）。逾期不履行的，本机关将申请人民法院强制执行。`,
        ),
        text('你有权进行陈述和申辩。'),
      ],
    }),
    receipt({
      agency,
      party,
      officers,
      cause,
      title: '履行行政处罚决定催告书',
      number: urging,
      date: '2026-03-02',
      time: '15:10',
    }),
    letter({
      kind: 'enforcement-application',
      title: '行政处罚强制执行申请书',
      number: '临城管申执〔2026〕1号',
      date: '2026-03-16',
      agency,
      blocks: [
        flat(`${agency.court}：`),
        flat(`申请人：${agency.name}，地址：${agency.address}`),
        flat(`被申请执行人：${party.name}，身份证号码：${party.idNumber}，住址：${party.address}`),
        text(
          `申请人于2025年8月20日对被申请执行人作出《行政处罚决定书》（${decision}），罚款2000元，2025年8月22日送达。被申请执行人在法定期限内没有申请行政复议或者提起行政诉讼，又不履行。`,
        ),
        text(
          '事实、理由和依据：被申请执行人擅自在城市道路上堆放物料，违反《城市道路管理条例》第二十七条第（一）项的规定。',
        ),
        text('当事人意见：被申请执行人表示没有意见。催告情况：2026年3月2日送达催告书，被申请执行人仍未履行。'),
        text('执行标的：罚款2000元。'),
        text(
          '依据《中华人民共和国行政强制法》第五十三条、第五十四条的规定，特申请强制执行。附：行政处罚决定书及送达回证、催告书及送达回证。',
        ),
        flat(`行政机关负责人（签名）：⟦${agency.chief.name}⟧`),
      ],
    }),
  ],
};
