import { readFile } from 'node:fs/promises';
import { itemsOf, RuleMistakes, type Ruling, readRulings, rulingProblem, type Standard } from '@anjuan/core';
import { Mistake } from './exit.ts';
import { fromUser } from './files.ts';

/** People's words from a file; what the standards do not permit is the user's mistake. None without a file. */
export async function openRulings(
  file: string | undefined,
  standards: readonly Standard[],
): Promise<readonly Ruling[]> {
  if (file === undefined) return [];
  const text = await readFile(fromUser(file), 'utf8').catch(() => {
    throw new Mistake(`找不到人工认定的文件：${file}`);
  });
  const items = standards.flatMap((standard) => standard.sheets.flatMap(itemsOf));
  const named = (id: string) => items.find((item) => item.id === id);
  const { rulings, problems } = readRulings(
    file,
    text,
    (id) => named(id)?.question?.answers.map((answer) => answer.label) ?? [],
  );
  if (problems.length > 0) throw new RuleMistakes(problems);
  const wrong = rulings.flatMap((ruling) => {
    const same = items.filter((item) => item.id === ruling.item);
    if (same.length === 0) return ruling.finding === undefined ? [`评分表里没有项目“${ruling.item}”`] : [];
    // Sheets may share an id; the word must be one that some of them permits.
    const mistakes = same.map((item) => rulingProblem(item, ruling));
    return mistakes.includes(null) ? [] : [`项目 ${ruling.item}：${mistakes[0]}`];
  });
  if (wrong.length > 0) throw new Mistake(`人工认定有误（${file}）：\n${wrong.join('\n')}`);
  return rulings;
}
