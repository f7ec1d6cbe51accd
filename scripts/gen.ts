// Writes what is made from the rules: docs/rules (a page a folder of rules), docs/facts.md and the editor's schemas in rules/schema; and from the
// source of intake what it says of files, docs/intake-messages.md.
// `node scripts/gen.ts` writes, `node scripts/gen.ts --check` only says what is out of date; test/gen.slow.test.ts runs the same.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {
  checkPointSchema,
  type RuleBook,
  runCasesOf,
  sheetSchema,
  standardSchema,
} from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';
import { editorSchemas } from '../packages/core/src/packs/editor-schema.ts';
import { rulePage } from '../packages/core/src/report/rule-page.ts';
import { messagePage } from './messages.ts';

const root = path.dirname(import.meta.dirname);
const note = '<!-- 由 npm run gen 生成，不要手改 -->';

/** Every generated file by its path in the checkout. */
export function generated(book: RuleBook): ReadonlyMap<string, string> {
  return new Map([
    ...rulePages(book),
    ['docs/facts.md', factPage(book)],
    ['docs/intake-messages.md', messagePage(note)],
    ...schemas(book),
  ]);
}

function rulePages(book: RuleBook): [string, string][] {
  const pages = new Map<string, string[]>();
  for (const { planned, pack } of book.shelf.rules()) {
    const folder = path.posix.dirname(planned.rule.file);
    const results = runCasesOf(pack.plan, planned.rule.id, book.calendar);
    pages.set(folder, [...(pages.get(folder) ?? []), rulePage(planned, pack.pack, results)]);
  }
  const folders = [...pages.keys()].sort();
  const index = folders.map((folder) => `- [${folder}](${folder}.md)：${pages.get(folder)?.length ?? 0} 条`);
  return [
    ['docs/rules/README.md', `${note}\n\n# 规则\n\n每个文件夹一页：依据、版本、条件、用例。\n\n${index.join('\n')}\n`],
    ...folders.map((folder): [string, string] => [
      `docs/rules/${folder}.md`,
      `${note}\n\n# ${folder}\n\n${(pages.get(folder) ?? []).join('\n')}`,
    ]),
  ];
}

function factPage({ pack }: RuleBook): string {
  const kinds = new Map(pack.kinds.map((kind) => [kind.id, kind.label]));
  const rows = [...pack.dictionary.values()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path: name, type, label, from, fields }) => [
      `| \`${name}\` | ${label} | ${type} | ${from.map((kind) => kinds.get(kind) ?? kind).join('、')} |`,
      ...Object.entries(fields).map(([field, entry]) => `| 　\`${field}\` | ${entry.label} | ${entry.type} | |`),
    ]);
  return `${note}\n\n# 事实\n\n规则可以读的事实，共 ${pack.dictionary.size} 项；列表的字段缩进列在它的下面。\n\n| 路径 | 名称 | 类型 | 由哪些文书证明 |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function schemas({ pack }: RuleBook): [string, string][] {
  const standards: [string, object][] = [
    ['standard.schema.json', standardSchema],
    ['score-sheet.schema.json', sheetSchema],
    ['check-points.schema.json', checkPointSchema],
  ];
  return [...editorSchemas(pack), ...standards].map(([name, schema]) => [
    `rules/schema/${name}`,
    `${JSON.stringify(schema)}\n`,
  ]);
}

/** Generated files that are missing, differ, or are left over from rules that are gone. */
export function outOfDate(files: ReadonlyMap<string, string>): readonly string[] {
  const wrong = [...files].filter(([name, text]) => read(name) !== text).map(([name]) => name);
  const left = ['docs/rules', 'rules/schema'].flatMap(filesUnder).filter((name) => !files.has(name));
  return [...wrong, ...left];
}

function filesUnder(folder: string): string[] {
  try {
    return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function read(name: string): string | null {
  try {
    return readFileSync(path.join(root, name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

if (import.meta.filename === process.argv[1]) {
  const files = generated(await readRules());
  const stale = outOfDate(files);
  if (process.argv.includes('--check')) {
    if (stale.length > 0) {
      console.error(`out of date, run npm run gen:\n${stale.join('\n')}`);
      process.exitCode = 1;
    }
  } else {
    for (const name of stale) {
      const text = files.get(name);
      const target = path.join(root, name);
      mkdirSync(path.dirname(target), { recursive: true });
      if (text === undefined) rmSync(target);
      else writeFileSync(target, text);
    }
    console.log(`${files.size} files, ${stale.length} written`);
  }
}
