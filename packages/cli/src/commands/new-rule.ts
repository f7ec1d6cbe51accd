import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lawNamed, type Pack, type Requirement, ruleSchema } from '@anjuan/core';
import { rulesFolder } from '@anjuan/core/node';
import { Mistake } from '../exit.ts';
import { fromUser, openRules } from '../files.ts';
import { print } from '../output.ts';

export interface NewRuleOptions {
  readonly folder?: string;
  readonly law?: string;
  readonly article?: string;
  readonly requirement?: string;
  readonly rules?: string;
}

/** `rules new ID`: writes a rule file that loads and passes its own cases, as a draft, for its author to fill. */
export async function newRule(id: string, options: NewRuleOptions): Promise<void> {
  const pattern = new RegExp(ruleSchema.properties.id.pattern, 'u');
  if (!pattern.test(id)) throw new Mistake(`编号“${id}”应写作 法律简称-条-序号，如 APL-60-2`);
  const { pack, shelf } = await openRules(options.rules);
  const twin = shelf.rules().find((one) => one.planned.rule.id === id)?.planned.rule;
  if (twin !== undefined) throw new Mistake(`编号 ${id} 已用于 ${twin.file}；编号不重复使用`);
  const requirement = options.requirement === undefined ? null : requirementOf(pack, options.requirement);
  const law = lawOf(pack, options, requirement);
  const article = articleOf(options, requirement);
  const folder = options.folder ?? 'national/penalty/decision';
  if (!/^(?:national|sectors\/[a-z-]+|provinces\/[a-z-]+)(?:\/[a-z-]+)+$/u.test(folder))
    throw new Mistake(`文件夹“${folder}”应写作 national/penalty/主题 或 sectors/行业/主题`);
  const root = options.rules === undefined ? rulesFolder : fromUser(options.rules);
  const target = path.join(root, folder, `${id}.yaml`);
  if (
    await access(target).then(
      () => true,
      () => false,
    )
  )
    throw new Mistake(`${target} 已存在`);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, ruleText(id, law, article, requirement), { flag: 'wx' });
  print(
    `已写入 ${target}\n接下来：改写标题、依据、条件、表述和用例，运行 anjuan rules test ${id}，都符合后把 status: draft 去掉，再运行 npm run gen。写法见 docs/writing-rules.md。\n`,
  );
}

function requirementOf(pack: Pack, id: string): Requirement {
  const row = pack.requirements.get(id);
  if (row === undefined) throw new Mistake(`没有编号为“${id}”的要求`);
  return row;
}

function lawOf(pack: Pack, { law }: NewRuleOptions, requirement: Requirement | null): { id: string; from: string } {
  const named = law ?? requirement?.law ?? 'cn.apl';
  const found = lawNamed(pack.laws, named);
  if (found === null) throw new Mistake(`没有收录“${named}”；先在 rules/laws.yaml 中写明`);
  return { id: found.id, from: requirement?.from ?? found.versions.at(-1)?.from ?? '' };
}

function articleOf({ article }: NewRuleOptions, requirement: Requirement | null): string {
  if (article === undefined && requirement?.article != null) {
    const { paragraph, item } = requirement;
    const place = [`article: ${requirement.article}`];
    if (paragraph !== null) place.push(`paragraph: ${paragraph}`);
    if (item !== null) place.push(`item: ${item}`);
    return place.join(', ');
  }
  if (article !== undefined && !/^\d{1,4}$/u.test(article)) throw new Mistake(`“${article}”不是条号，应写数字，如 60`);
  return `article: ${article ?? 1}`;
}

function ruleText(
  id: string,
  law: { id: string; from: string },
  article: string,
  requirement: Requirement | null,
): string {
  const day = law.from > '2026-03-20' ? law.from : '2026-03-20';
  return `id: ${id}
title: 待写：这条规则要求什么
requirement: [${requirement?.id ?? ''}]
for: { type: [penalty], procedure: [ordinary] }
basis:
  - { law: ${law.id}, ${article}, says: 待写：用自己的话说这一条要求什么 }
severity: ${requirement?.gravity ?? 'minor'}
curable: explain
status: draft
versions:
  - from: ${law.from}
    dated-by: decision.date
    require: { holds: decision.has-seal }
message: 待写：不符合时告诉评查人什么，可以引用事实，如 {decision.date}。
advice: 待写：可以怎样补正或者说明。
look: [penalty-decision]
cases:
  - { name: 符合, record: { decision.date: ${day}, decision.has-seal: true }, expect: pass }
  - { name: 不符合, record: { decision.date: ${day}, decision.has-seal: false }, expect: fail }
  - { name: 无法判断, record: { decision.date: ${day} }, expect: cannot-tell }
`;
}
