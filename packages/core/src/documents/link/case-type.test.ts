import { expect, test } from 'vitest';
import { natureOf } from './case-type.ts';

const nature = (...papers: readonly string[]) => {
  const documents = papers.map((paper) => {
    const [kind = '', title = ''] = paper.split(' ');
    return { kind, title, facts: {} };
  });
  const found = natureOf(documents);
  return found === null ? null : [found.type, found.procedure].filter((part) => part !== undefined).join(' ');
};

test.each([
  [['penalty-decision'], 'penalty ordinary'],
  [['filing-approval', 'seizure-decision', 'penalty-notice', 'penalty-decision', 'payment-urging'], 'penalty ordinary'],
  [['filing-approval', 'penalty-notice', 'penalty-decision', 'enforcement-application'], 'penalty ordinary'],
  [['cover 行政处罚案卷', 'summary-decision', 'payment-receipt'], 'penalty summary'],
  [['no-penalty-decision', 'filing-approval'], 'penalty ordinary'],
  [['licence-application', 'licence-acceptance', 'licence-decision', 'service-receipt'], 'licence'],
  [['licence-application', 'licence-non-acceptance'], 'licence'],
  [['seizure-decision', 'seizure-list', 'service-receipt'], 'compulsory-measure'],
  [['inspection-record', 'compulsion-approval', 'seizure-decision'], 'compulsory-measure'],
  [['penalty-decision', 'payment-urging', 'enforcement-decision', 'demolition-announcement'], 'compulsory-enforcement'],
  [
    ['cover 行政强制执行案卷', 'penalty-decision', 'payment-urging', 'enforcement-application'],
    'compulsory-enforcement',
  ],
  [['payment-urging', 'service-receipt'], 'compulsory-enforcement'],
  [['filing-approval', 'inquiry-record', 'payment-urging', 'enforcement-application'], 'compulsory-enforcement'],
  [
    ['cover 行政处罚案卷', 'filing-approval', 'inquiry-record', 'enforcement-application', 'service-receipt'],
    'penalty ordinary',
  ],
  [['filing-approval', 'investigation-report', 'transfer-approval', 'crime-transfer'], 'transfer'],
  [['inspection-plan', 'inspection-record', 'correction-order', 'correction-review'], 'inspection'],
  [['cover 行政检查案卷', 'unknown'], 'inspection'],
  [['unknown', 'service-receipt'], null],
] as const)('%j is %s', (papers, expected) => {
  expect(nature(...papers)).toBe(expected);
});
