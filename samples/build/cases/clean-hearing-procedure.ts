import type { CaseData } from '../model.ts';

const discussants = [
  { name: '高怀民', post: '局长' },
  { name: '许克勤', post: '副局长' },
  { name: '褚遂安', post: '副局长' },
  { name: '路正阳', post: '总工程师' },
] as const;

/** From the report to the archive: the half of the case that the calendar drives. */
export const cleanHearingProcedure = {
  investigation: { date: '2025-03-28' },
  notice: { date: '2025-04-01', servedOn: '2025-04-02', hearing: true },
  response: { kind: 'silent' },
  hearing: {
    requestedOn: '2025-04-08',
    request: [
      '一、除尘器滤袋破损属于突发设备故障，我单位没有主观故意。',
      '二、我单位在检查后一周内更换了全部滤袋并监测达标，请求从轻确定罚款数额。',
    ],
    noticeOn: '2025-04-11',
    noticeServedOn: '2025-04-14',
    announcedOn: '2025-04-16',
    heldOn: '2025-04-25',
    from: '09:00',
    to: '10:35',
    place: '青溪市生态环境局一楼听证室',
    host: { name: '章如松', post: '法规与宣教科科长' },
    members: ['祝融川', '温良玉'],
    recorder: '尚可欣',
    agent: '严守诚',
    talk: [
      ['主持人', '下面由案件调查人员提出当事人违法的事实、证据和行政处罚建议。'],
      [
        '调查人员韩树声',
        '2025年3月5日监督性监测显示，当事人DA002排气筒颗粒物平均浓度46.2毫克/立方米，超过限值0.54倍。证据有现场检查笔录、监测报告、询问笔录、除尘器台账和照片。建议依据大气污染防治法第九十九条第二项罚款二十八万元。',
      ],
      ['主持人', '当事人对事实和证据有什么意见？请陈述、申辩并质证。'],
      ['当事人凌云霄', '对监测结果没有异议。但滤袋破损是设备故障，不是故意偷排，我们一周内就换好了，希望从轻。'],
      ['代理人严守诚', '补充两点：一是当事人主动停炉检修，二是自行委托监测已达标，应当作为从轻情节。'],
      [
        '调查人员吴清和',
        '台账记载2月24日已发现压差异常，到3月5日仍在生产，不属于突发故障。整改情况在拟定罚款数额时已经考虑，否则按基准应在三十五万元以上。',
      ],
      ['代理人严守诚', '对台账的真实性没有异议。'],
      ['主持人', '请双方作最后陈述。'],
      ['调查人员韩树声', '坚持原处罚建议。'],
      ['当事人凌云霄', '我们接受教训，请求酌情考虑。'],
    ],
    reportOn: '2025-04-28',
    opinion: [
      '当事人在2025年2月24日已发现除尘器压差异常，至检查时未停产检修，其关于突发故障的意见与台账记载不符，不予采纳。',
      '当事人完成整改的情节在裁量中已予考虑，原处罚建议事实清楚、裁量适当，建议维持罚款二十八万元。',
    ],
  },
  review: { submittedOn: '2025-04-29', date: '2025-05-07', reviewers: ['蒋一帆', '梅思远'], afterHearing: true },
  discussion: {
    date: '2025-05-12',
    from: '14:30',
    to: '15:40',
    reason: '拟处以较大数额罚款，属于重大行政处罚。',
    participants: discussants,
    attendants: ['范志远', '韩树声', '蒋一帆'],
    recorder: '尚可欣',
    opinions: [
      ['许克勤', '同意承办机构意见，案件事实清楚、证据充分，程序到位。'],
      ['褚遂安', '有前案记录又明知异常仍生产，不宜再从轻，同意。'],
      ['路正阳', '监测工况有代表性，同意。'],
      ['高怀民', '同意。'],
    ],
    conclusion: '与会负责人一致同意：对青溪市鼎坤铸造有限公司处以罚款人民币280,000.00元（贰拾捌万元整）。',
  },
  approval: { date: '2025-05-13' },
  decision: { date: '2025-05-13', servedOn: '2025-05-16' },
  publication: { date: '2025-05-19' },
  payment: { date: '2025-05-27', receipt: '9900250527002811' },
  closing: { proposedOn: '2025-06-09', date: '2025-06-10' },
  archivedOn: '2025-06-17',
} as const satisfies Partial<CaseData>;
