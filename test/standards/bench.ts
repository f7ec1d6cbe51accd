import {
  type CaseRecord,
  type Finding,
  loadStandard,
  type Outcome,
  type Ruling,
  type Standard,
  score,
} from '@anjuan/core';

const rules = new Set(['R-1', 'R-2', 'R-3', 'R-4', 'R-5', 'R-6', 'V-1', 'V-2', 'V-3']);
const kinds = new Set([
  'filing-approval',
  'penalty-notice',
  'hearing-record',
  'penalty-decision',
  'inspection-record',
  'correction-order',
  'appraisal-report',
  'enforcement-application',
]);

/** What the little standards of these tests may name. */
export const known = { rules, kinds };

/** A standard of one sheet from its text: what stands under `sheets: - …`, and what stands beside. */
export function standard(sheet: string, beside = ''): Standard {
  const text = `id: t\ntitle: 试验标准\nissuer: 试验\nyear: 2026\n${beside}sheets:\n  - id: s\n    title: 评分表\n${indent(sheet)}`;
  return read(text);
}

export function read(text: string): Standard {
  const { standard: loaded, problems } = loadStandard('t.yaml', text, known);
  if (loaded === null) throw new Error(problems.map((one) => `${one.line} ${one.message}`).join('\n'));
  return loaded;
}

/** Messages of the mistakes in a text, each with its line. */
export function mistakes(text: string): readonly { readonly line: number; readonly message: string }[] {
  return loadStandard('t.yaml', text, known).problems;
}

export function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : `    ${line}`))
    .join('\n');
}

export function finding(rule: string, outcome: Outcome = 'fail', more: Partial<Finding> = {}): Finding {
  const subject = more.subject ?? null;
  return {
    rule,
    title: rule,
    outcome,
    severity: 'minor',
    subject,
    message: `${rule} 不符`,
    basis: [],
    advice: '',
    curable: 'yes',
    anchors: [],
    trace: null,
    version: null,
    key: subject === null ? rule : `${rule}#${subject}`,
    ...more,
  };
}

/** A failing step that names so many things as missing. */
export function lacking(rule: string, count: number): Finding {
  const missing = Array.from({ length: count }, (_, index) => `第${index + 1}项`).join('、');
  const trace = { operator: 'present', result: false, phrase: '', facts: [], figures: { missing }, children: [] };
  return finding(rule, 'fail', { trace });
}

/** A finding on so many pages. */
export function onPages(rule: string, count: number): Finding {
  const anchors = Array.from({ length: count }, (_, index) => ({
    document: `d${index}`,
    file: 'f',
    page: index + 1,
    quote: '',
    range: null,
    box: null,
  }));
  return finding(rule, 'fail', { anchors });
}

/** Every rule was asked; those not among the findings passed. */
export function judged(findings: readonly Finding[]): readonly Finding[] {
  const given = new Set(findings.map((one) => one.rule));
  return [...findings, ...[...rules].filter((rule) => !given.has(rule)).map((rule) => finding(rule, 'pass'))];
}

export function record(...papers: readonly string[]): CaseRecord {
  return {
    id: 'c',
    complete: true,
    caseType: 'penalty',
    procedure: 'ordinary',
    facts: {},
    documents: papers.map((kind, index) => ({ id: `d${index}`, kind, title: kind, file: 'f', pages: [1, 1] })),
  };
}

/** What a person says of an item. */
export function says(item: string, more: Partial<Ruling> = {}): Ruling {
  return { item, verdict: 'deduct', reason: '见卷', by: '王评查', at: '2026-01-01T00:00:00+08:00', ...more };
}

export const fine = (item: string): Ruling => says(item, { verdict: 'no-deduction' });
export const outside = (item: string): Ruling => says(item, { verdict: 'not-applicable' });

export function scored(
  of: Standard,
  rulings: readonly Ruling[] = [],
  findings: readonly Finding[] = [],
  on = record(...kinds),
) {
  const result = score(of, on, judged(findings), rulings);
  if (result === null) throw new Error('no sheet fits');
  return result;
}

/** Just the total. */
export function total(
  of: Standard,
  rulings: readonly Ruling[] = [],
  findings: readonly Finding[] = [],
  on = record(...kinds),
): number {
  return scored(of, rulings, findings, on).total;
}
