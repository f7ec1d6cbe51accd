import { decimal } from '../batch/figures.ts';
import type { BatchCase } from '../batch/types.ts';
import type { Annex, OfficialDocument, OfficialTable, TableRow } from '../official.ts';
import { indicatorsAnnex, itemsAnnex, unitsAnnex } from './annexes.ts';
import { scoreOf } from './scores.ts';
import { placeWords } from './unit.ts';
import { organOf, type Writer } from './writer.ts';

/** Everything of a batch as tables, for a workbook: units, files, classes, frequent items, indicators, grades and every problem. */
export function batchTables(writer: Writer): Omit<OfficialDocument, 'properties'> {
  const { model } = writer;
  const organ = organOf(writer);
  const annexes: (Annex | null)[] = [
    withChart(unitsAnnex(writer), {
      kind: 'bar',
      title: '各单位问题数',
      labels: 1,
      values: [5],
      rows: model.units.length,
    }),
    annexOf('等次', gradeTable(writer)),
    annexOf('问题类别', classTable(writer)),
    itemsAnnex(writer),
    indicatorsAnnex(writer),
    annexOf('案卷', caseTable(writer)),
    annexOf('问题清单', problemList(writer)),
  ];
  return {
    title: model.meta.name,
    day: model.meta.day,
    head: null,
    to: null,
    body: [],
    signed: organ === null ? null : { organ, day: model.meta.day },
    annexes: annexes.filter((annex) => annex !== null),
  };
}

function withChart(annex: Annex | null, chart: NonNullable<OfficialTable['chart']>): Annex | null {
  if (annex === null) return null;
  return { ...annex, body: annex.body.map((block) => (block.is === 'table' ? { ...block, chart } : block)) };
}

function annexOf(title: string, table: OfficialTable): Annex | null {
  return table.rows.length === 0 ? null : { title, body: [table] };
}

function gradeTable(writer: Writer): OfficialTable {
  const several = writer.model.groups.length > 1;
  const rows = writer.model.groups.flatMap((group) =>
    [...group.grades, ...(group.undecided === null ? [] : [{ ...group.undecided, grade: '待定' }])].map(
      (one): TableRow => ({
        cells: [
          several ? `${one.grade}（${group.title}）` : one.grade,
          writer.figure(one.count),
          writer.figure(one.share),
        ],
      }),
    ),
  );
  return {
    is: 'table',
    columns: [
      { title: '等次', width: 1 },
      { title: '案卷（件）', width: 1 },
      { title: '占比', width: 1 },
    ],
    rows,
    chart: { kind: 'pie', title: '等次分布', labels: 0, values: [1] },
  };
}

function classTable(writer: Writer): OfficialTable {
  return {
    is: 'table',
    columns: [
      { title: '类别', width: 1 },
      { title: '问题（个）', width: 1 },
      { title: '占比', width: 1 },
      { title: '其中', width: 3 },
    ],
    rows: writer.model.classes.map((one) => ({
      cells: [
        one.title,
        writer.figure(one.count),
        writer.figure(one.share),
        one.themes.map((theme) => `${theme.title}${theme.number}`).join('、'),
      ],
    })),
    chart: { kind: 'column', title: '问题类别', labels: 0, values: [1] },
  };
}

function caseTable(writer: Writer): OfficialTable {
  const titles = [
    '编号',
    '单位',
    '文号',
    '名称',
    '当事人',
    '决定日期',
    '最低得分',
    '最高得分',
    '等次',
    '问题（个）',
    '待核（项）',
  ];
  const ids = writer.model.units.flatMap((unit) => unit.cases);
  return {
    is: 'table',
    columns: titles.map((title) => ({ title, width: 1 })),
    rows: ids.map((id) => {
      const one = writer.case(id);
      const score = scoreOf(one, writer.model);
      const scored = score?.scored === true;
      return {
        cells: [
          String(writer.caseNumber(id)),
          writer.unit(one.unit ?? ''),
          writer.edition.anonymous ? '' : (one.number ?? ''),
          writer.edition.anonymous ? '' : one.name,
          writer.edition.anonymous ? '' : (one.party ?? ''),
          one.day ?? '',
          scored ? decimal(score.low) : '—',
          scored ? decimal(score.high) : '—',
          score === null ? '—' : score.possibleGrades.length > 1 ? '待定' : (score.grade ?? '—'),
          String(one.problems.length),
          String(one.open),
        ],
      };
    }),
  };
}

function problemList(writer: Writer): OfficialTable {
  const titles = ['案卷编号', '单位', '文号', '类别', '要求', '问题', '位置', '依据', '建议', '能否补正', '扣分'];
  const classes = new Map(writer.data.classes.map((one) => [one.id, one.title]));
  const cases: readonly BatchCase[] = writer.model.units.flatMap((unit) => unit.cases.map((id) => writer.case(id)));
  return {
    is: 'table',
    columns: titles.map((title) => ({ title, width: 1 })),
    rows: cases.flatMap((one) =>
      one.problems.map((problem) => ({
        cells: [
          String(writer.caseNumber(one.id)),
          writer.unit(one.unit ?? ''),
          writer.edition.anonymous ? '' : (one.number ?? one.name),
          classes.get(problem.class) ?? '其他',
          problem.title,
          problem.message,
          placeWords(problem),
          problem.basis.join('；'),
          problem.advice,
          { yes: '可补正', explain: '只能说明', no: '不可补正' }[problem.curable],
          problem.points === null ? '—' : decimal(problem.points),
        ],
      })),
    ),
  };
}
