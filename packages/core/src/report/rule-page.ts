import type { CaseResult } from '../evaluate/cases.ts';
import { articleInWords } from '../packs/citation.ts';
import type { PlannedRule } from '../packs/compile.ts';
import type { Pack } from '../packs/types.ts';
import { plainLabel } from '../record/dictionary.ts';

type Condition = PlannedRule['versions'][number]['require'];

const severities = { invalidating: '严重', serious: '较重', minor: '一般' } as const;
const curables = { yes: '可补正', explain: '只能说明', no: '不可补正' } as const;
const outcomes: Readonly<Record<string, string>> = {
  pass: '符合',
  fail: '不符合',
  'not-applicable': '不涉及',
  'cannot-tell': '无法判断',
  error: '检查出错',
};
/** What stands over the clauses of a condition that only joins others. */
const heads: Readonly<Record<string, string>> = { all: '以下各项都成立', any: '以下之一成立', not: '并非' };

/** A rule as a lawyer reads it, in Markdown: law, versions, condition in words, message, cases with their outcomes. */
export function rulePage({ rule, versions }: PlannedRule, pack: Pack, results: readonly CaseResult[]): string {
  const label = (path: string): string => plainLabel(pack.dictionary.get(path)?.label ?? path);
  const kinds = new Map(pack.kinds.map((kind) => [kind.id, kind.label]));
  const lines = [
    `## ${rule.id}　${rule.title}`,
    '',
    `${severities[rule.severity]} · ${curables[rule.curable]}${rule.status === 'draft' ? ' · 草案，不计分' : ''}`,
    '',
    ...rule.basis.map((basis) => `- 依据：《${basis.lawTitle}》${articleInWords(basis)}：${basis.says}`),
    ...rule.requirement.map((id) => `- 要求 ${id}：${pack.requirements.get(id)?.says ?? ''}`),
  ];
  versions.forEach((version, index) => {
    const by = rule.versions[index]?.['dated-by'] ?? '';
    const until = version.dates.to === null ? '' : `，至 ${version.dates.to} 前`;
    lines.push('', `**${version.dates.from} 起${until}**（按${label(by)}确定）`, '');
    if (rule.for.each !== undefined) lines.push(`- 逐项检查：${label(rule.for.each)}`);
    if (version.when !== null) lines.push('- 适用于：', ...clauses(version.when, 1));
    lines.push('- 要求：', ...clauses(version.require, 1));
  });
  lines.push('', `不符合时：${rule.message}`, '', `建议：${rule.advice}`);
  if (rule.look.length > 0) lines.push('', `查看：${rule.look.map((kind) => kinds.get(kind) ?? kind).join('、')}`);
  lines.push('', '| 用例 | 结果 |', '| --- | --- |');
  rule.cases.forEach((one, index) => {
    const got = results[index]?.got ?? 'error';
    const wrong = got === one.expect ? '' : `（应为${outcomes[one.expect]}）`;
    lines.push(`| ${one.name.replaceAll('|', '\\|')} | ${outcomes[got] ?? got}${wrong} |`);
  });
  return `${lines.join('\n')}\n`;
}

function clauses(condition: Condition, depth: number): string[] {
  const text = heads[condition.operator] ?? condition.phrase;
  return [`${'  '.repeat(depth)}- ${text}`, ...condition.children.flatMap((child) => clauses(child, depth + 1))];
}
