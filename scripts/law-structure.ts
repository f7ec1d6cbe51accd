// Facts about how statutes are built, drawn from a folder of their texts (Markdown, as `anjuan laws import` reads it):
// node scripts/law-structure.ts FOLDER > rules/structure.yaml. Numbers only; no sentence of a text is kept.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { lawOfText, readStatute } from '../packages/core/src/laws/statute.ts';
import { readRules } from '../packages/core/src/node.ts';
import { structureLine } from '../packages/core/src/packs/structure.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node scripts/law-structure.ts FOLDER');
const { pack } = await readRules();
const lines: string[] = [];
for (const name of readdirSync(folder)
  .filter((one) => one.endsWith('.md') && !one.startsWith('_'))
  .sort()) {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const found = lawOfText(text, pack.laws);
  if (found === null) {
    console.error(`${name}: 不是 laws.yaml 中的法律`);
    continue;
  }
  const articles = readStatute(text).filter(
    (article) => typeof article.number !== 'string' || /^\d/u.test(article.number),
  );
  if (articles.length > 0) lines.push(structureLine(found.law.id, found.version.from, articles));
}
process.stdout.write(`# How the articles of each law are built; drawn from their texts by scripts/law-structure.ts, not written by hand.
# paragraphs: articles with several, as article:count; items: article:count or article.paragraph:count; added: articles such as 60-1;
# days: periods an article sets, d days, w working days, m months, y years, h hours.
${lines.sort().join('\n')}
`);
