import type { BatchCase, Figure } from '../batch/types.ts';
import {
  type Annex,
  type Block,
  cellOf,
  type OfficialDocument,
  spansOf,
  type TableRow,
  type Text,
} from '../official.ts';
import { type Writer, wordsOf } from './writer.ts';

/**
 * The appendix that says of every figure in the document, in the order in which they come, which files stand behind it by their numbers in the
 * list below. A share stands beside the number it is of.
 */
export function sourcesAnnex(writer: Writer, document: Pick<OfficialDocument, 'body' | 'annexes'>): Annex | null {
  const { model } = writer;
  const figures = figuresIn(document);
  const used = [...figures].map((id) => model.figures[id]).filter((figure) => figure !== undefined);
  if (used.length === 0) return null;
  const ids = model.units.flatMap((unit) => unit.cases);
  const among = new Set(used.flatMap((figure) => [...figure.cases, ...(figure.of ?? [])]));
  const numbers = (of: readonly string[]) =>
    rangesOf(of.map((id) => writer.caseNumber(id)).filter((number) => number !== null)) || '无';
  const baseOf = (id: string) =>
    [id.replace(/\.share$/u, ''), id.replace(/\.share$/u, '.number')].find((base) => base !== id && figures.has(base));
  const rows = used.flatMap((figure): TableRow[] => {
    if (figure.of !== undefined && baseOf(figure.id) !== undefined) return [];
    const share = [`${figure.id}.share`, figure.id.replace(/\.number$/u, '.share')].find(
      (id) => id !== figure.id && figures.has(id),
    );
    const percent = share === undefined ? '' : `（${model.figures[share]?.text}）`;
    const cases =
      figure.of === undefined ? numbers(figure.cases) : `${numbers(figure.of)}；总数：${numbers(figure.cases)}`;
    return [{ splits: true, cells: [labelOf(writer, figure), `${figure.text}${figure.unit}${percent}`, cases] }];
  });
  return {
    title: wordsOf(writer.say('annex.sources')) || '数据来源',
    unlisted: true,
    body: [
      {
        is: 'table',
        caption: '数据和所依据的案卷',
        columns: [
          { title: '数据', width: 34 },
          { title: '数值', width: 18, align: 'center' },
          { title: '案卷编号', width: 48 },
        ],
        rows,
      },
      {
        is: 'table',
        caption: '案卷编号',
        columns: [
          { title: '编号', width: 10, align: 'center' },
          { title: '单位', width: 40 },
          { title: '案卷', width: 50 },
        ],
        rows: ids
          .filter((id) => among.has(id))
          .map((id) => {
            const one = writer.case(id);
            return { cells: [String(writer.caseNumber(id)), writer.unit(one.unit ?? ''), shownName(writer, one)] };
          }),
      },
    ],
  };
}

/** Labels name units; an anonymous edition shows their letters. */
function labelOf(writer: Writer, figure: Figure): string {
  const unit = writer.model.units.find((one) => figure.id.startsWith(`unit.${one.name}.`));
  return unit === undefined ? figure.label : figure.label.replace(unit.name, writer.unit(unit.name));
}

/** Ids of the figures a document shows, in the order of its pages. */
function figuresIn(document: Pick<OfficialDocument, 'body' | 'annexes'>): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (text: Text) => {
    for (const span of spansOf(text)) if (span.figure !== undefined) found.add(span.figure);
  };
  const walk = (block: Block) => {
    if (block.is !== 'table') add(block.text);
    else for (const row of block.rows) for (const cell of row.cells) add(cellOf(cell).text);
  };
  document.body.forEach(walk);
  for (const annex of document.annexes) annex.body.forEach(walk);
  return found;
}

function shownName(writer: Writer, one: BatchCase): string {
  if (writer.edition.anonymous) return `第${writer.caseNumber(one.id)}号案卷`;
  return one.number === null ? one.name : `${one.number}（${one.name}）`;
}

/** 1、3—5、9 for numbers in any order. */
function rangesOf(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const number of sorted) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}、${to}` : `${from}—${to}`))
    .join('、');
}
