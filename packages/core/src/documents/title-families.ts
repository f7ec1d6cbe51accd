/** Titles that every place words anew and that are known by how they are made: 甲省非税收入专用票据, 放弃陈述申辩和听证声明书. */
const families: readonly (readonly [kind: string, made: RegExp])[] = [
  [
    'payment-receipt',
    /^(?:[一-龥]{1,8}(?:省|自治区|市|县|区|州|盟|旗))?(?:中央|政府|财政|行政事业|公安|交通|代收|统一|电子|\([^()]{1,8}\))*(?:非税收入|罚没收入|罚没款?|罚款)[一-龥]{0,8}(?:收据|票据|缴款书|缴款凭证|缴款单|缴纳凭证|回单)$/u,
  ],
  [
    'statement-waiver',
    /^(?:自愿)?放弃(?=[一-龥、()]{0,14}(?:陈述|申辩|听证))[一-龥、()]{2,20}(?:声明|声明书|确认书|承诺书|说明)$/u,
  ],
  [
    'statement-record',
    /^(?:当事人|行政处罚)?(?:听取)?(?:当事人)?陈述(?:[、和及与]|意见)?\(?申辩\)?(?:意见)?(?:笔录|记录|书)表?$/u,
  ],
  [
    'measure-return',
    /^(?:涉案|被?(?:查封|扣押|暂扣|扣留)的?)*(?:财物|物品|车辆|财产|工具|设备)?(?:退还|发还|返还|领回|解除)(?:查封|扣押|暂扣)*(?:的)?(?:财物|物品|车辆|财产|工具|设备)?(?:清单|凭证|收条|笔录|单)$/u,
  ],
  ['statement-review', /^(?:当事人)?陈述(?:[、和及与]|意见)?\(?申辩\)?(?:意见)?复核(?:意见)?(?:书|表|报告|记录)$/u],
  ['source-registration', /^(?:行政)?(?:执法|处罚)?案件受理(?:登记|审批)?(?:记录|表|单)$/u],
];

/** The kind of a heading made like those of a family; null for any other. */
export function familyOf(heading: string): string | null {
  return families.find(([, made]) => made.test(heading))?.[0] ?? null;
}
