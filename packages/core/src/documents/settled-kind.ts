/** What a form on which any matter of a case is approved (有关事项审批表) approves, by the words it has for the matter. */
const matters: readonly (readonly [kind: string, matter: RegExp])[] = [
  ['preservation-approval', /登记保存(?![^。;,]{0,10}处理)/u],
  [
    'measure-extension-approval',
    /延长[^。;,]{0,10}(?:强制措施|查封|扣押|冻结)|(?:强制措施|查封|扣押)[^。;,]{0,6}(?:延长|延期)/u,
  ],
  ['compulsion-approval', /强制措施|查封|扣押|冻结/u],
  ['instalment-approval', /(?:延期|分期)[^。;,]{0,6}缴纳/u],
  ['period-extension', /(?:延长|延期)[^。;,]{0,10}(?:办案|办理|期限)|(?:办案|办理)期限[^。;,]{0,6}延/u],
  ['closing-approval', /结案/u],
  ['filing-approval', /立案/u],
  ['decision-approval', /(?:行政)?处罚(?:建议|决定|意见|告知)?|不予处罚/u],
];

/** The matter stands behind its label, ticked where the form prints several. */
export function matterOf(head: string): string | null {
  const [, words = ''] = /(?:审批|申请|报批|呈批)事项:?(.{2,80})/su.exec(head) ?? [];
  const ticked = /[☑√■✓✔☒]([^☑√■✓✔☒□☐▢。;]{2,24})/u.exec(words)?.[1];
  // The first word of the matter decides, not the label that follows it.
  const matter = (ticked ?? words).slice(0, 24);
  let best: { readonly kind: string; readonly at: number } | null = null;
  for (const [kind, pattern] of matters) {
    const at = matter.search(pattern);
    if (at >= 0 && (best === null || at < best.at)) best = { kind, at };
  }
  return best?.kind ?? null;
}

const ofLicence = /许可|申请人|申请事项|受理/gu;
const ofOffence = /立案|处罚|案由|案情|当事人|涉嫌|违法|办案|案件/gu;

/** Whose period an 延长办理期限审批表 prolongs, and whose place a 现场勘验笔录 looks at: that of an application, or of a case. */
export function isOfLicence(head: string): boolean {
  return (head.match(ofLicence)?.length ?? 0) > (head.match(ofOffence)?.length ?? 0);
}

/** The same the other way round, where nothing speaks of an application. */
export function isOfCase(head: string): boolean {
  return !/许可|申请/u.test(head) && (head.match(ofOffence)?.length ?? 0) >= 2;
}
