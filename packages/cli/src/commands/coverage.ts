import { articleInWords, type Coverage, type CoverageStatus, type Covered, coverageOf, type Pack } from '@anjuan/core';
import { openRules } from '../files.ts';
import { print } from '../output.ts';

interface Options {
  readonly json?: boolean;
  readonly rules?: string;
}

const words: Readonly<Record<CoverageStatus, string>> = {
  automatic: '自动',
  assisted: '辅助',
  'by-hand': '人工',
  none: '没有',
};

/** `rules coverage`: for each requirement of the law how it is checked, and a table by type of case. */
export async function coverage(options: Options): Promise<void> {
  const { pack, shelf } = await openRules(options.rules);
  const found = coverageOf(shelf.all().map((one) => one.pack));
  if (options.json === true) return print(`${JSON.stringify(asData(found, pack))}\n`);
  return print(`${[...found.covered.map(line), '', ...table(found)].join('\n')}\n`);
}

/** `{ requirements: [{ id, caseType, status, rules, question, … }], drafts }`; `question` is the first put to the reviewer, or null. */
function asData(found: Coverage, pack: Pack): object {
  const labels = new Map(pack.kinds.map((kind) => [kind.id, kind.label]));
  return {
    requirements: found.covered.map(({ requirement, status, rules, questions }) => {
      const [first] = questions;
      const { id, says, law, lawTitle, article, paragraph, item, from, to, stage, sector, province, gravity } =
        requirement;
      return {
        id,
        caseType: requirement.type,
        status,
        rules,
        question:
          first === undefined
            ? null
            : {
                id: first.id,
                title: first.title,
                question: first.question,
                look: first.look.map((kind) => labels.get(kind) ?? kind),
              },
        questions: questions.map((one) => one.id),
        says,
        basis: { law, lawTitle, article, paragraph, item },
        from,
        to,
        stage,
        sector,
        province,
        gravity,
      };
    }),
    drafts: found.drafts.map(({ id, says, lawTitle, type }) => ({ id, caseType: type, says, lawTitle })),
  };
}

function line({ requirement, status, rules, questions }: Covered): string {
  const { id, says, lawTitle, article, paragraph, item } = requirement;
  const basis = `《${lawTitle}》${article === null ? '' : articleInWords({ article, paragraph, item })}`;
  const by = [...rules, ...questions.map((one) => one.id)].join('、');
  return `${id}　${words[status]}　${says}（${basis}）${by === '' ? '' : `　${by}`}`;
}

function table(found: Coverage): string[] {
  const statuses = Object.keys(words) as CoverageStatus[];
  const rows = found.byType.map(({ label, total, counts }) => [label, total, ...statuses.map((one) => counts[one])]);
  const sum = (index: number) => rows.reduce((all, row) => all + Number(row[index]), 0);
  const all = ['合计', sum(1), ...statuses.map((_, index) => sum(index + 2))];
  const head = ['案件类型', '要求', ...statuses.map((one) => words[one])];
  const lines = [head, ...rows, all].map((row) =>
    row.map((cell, index) => (index === 0 ? wide(String(cell), 34) : wide(String(cell), 8, true))).join(''),
  );
  const machine = Number(all[2]) + Number(all[3]);
  const share = Number(all[1]) === 0 ? 0 : Math.floor((machine * 1000) / Number(all[1])) / 10;
  return [...lines, `自动和辅助占 ${share}%；另有 ${found.drafts.length} 项未取得条文，只作草稿，不计分`];
}

/** Pads to so many columns, a Chinese character taking two. */
function wide(text: string, columns: number, right = false): string {
  const width = [...text].reduce((all, sign) => all + (sign.charCodeAt(0) > 255 ? 2 : 1), 0);
  const space = ' '.repeat(Math.max(0, columns - width));
  return right ? space + text : text + space;
}
