import type { Planted } from '../model.ts';

/** The ten defects of the case `ten-defects`, each with the paper it shows on. */
export const tenPlanted: readonly Planted[] = [
  {
    what: '2025年4月22日的询问笔录只有一名执法人员。',
    kind: 'inquiry-record',
    nth: 1,
    page: 1,
    law: '行政处罚法第四十二条',
  },
  {
    what: '2025年5月7日的询问笔录第1页没有被询问人签名。',
    kind: 'inquiry-record',
    nth: 2,
    page: 1,
    law: '行政处罚法第五十五条',
  },
  {
    what: '2025年4月14日先行登记保存，4月25日才作出处理，为第九个工作日，超过七日。',
    kind: 'preservation-handling',
    law: '行政处罚法第五十六条',
  },
  {
    what: '拟罚款十万五千元，超过听证标准，告知书没有告知听证权。',
    kind: 'penalty-notice',
    law: '行政处罚法第六十三条',
  },
  {
    what: '告知书2025年5月29日送达，陈述申辩期限五日，6月3日就作出决定，当事人没有申辩也没有放弃。',
    kind: 'penalty-decision',
    law: '行政处罚法第四十五条',
  },
  {
    what: '告知的罚款是十万五千元，决定的罚款是十二万元，重于告知而没有重新告知。',
    kind: 'penalty-decision',
    page: 2,
    law: '行政处罚法第四十四条',
  },
  {
    what: '罚款十二万元属于较大数额，卷内没有负责人集体讨论记录。',
    kind: 'discussion-record',
    nth: 0,
    law: '行政处罚法第五十七条',
  },
  { what: '决定书没有告知申请行政复议的途径和期限。', kind: 'penalty-decision', law: '行政处罚法第五十九条' },
  {
    what: '2025年6月3日作出决定，6月17日才送达，为第十个工作日，超过七日。',
    kind: 'service-receipt',
    nth: 3,
    law: '行政处罚法第六十一条',
  },
  { what: '卷内没有处罚决定公示记录。', kind: 'publication-record', nth: 0, law: '行政处罚法第四十八条' },
];
