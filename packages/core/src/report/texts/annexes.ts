import type { RangeFigure, ScoreGroup, UnitSummary } from '../batch/types.ts';
import type { Annex, TableRow, Text } from '../official.ts';
import { scoreOf, shortScore } from './scores.ts';
import { concat, joined, type Writer, wordsOf } from './writer.ts';

/** Units compared, with a line for all together. */
export function unitsAnnex(writer: Writer): Annex | null {
  const { model } = writer;
  if (model.units.length === 0) return null;
  const rows = model.units.map((unit, index): TableRow => unitRow(writer, unit, index));
  const total: TableRow = {
    strong: true,
    cells: [
      { text: '合计', columns: 2, align: 'center' },
      writer.figure('cases'),
      averages(writer, model.groups),
      grades(writer, model.groups),
      writer.figure(model.problems),
      model.perCase === null ? '' : writer.figure(model.perCase),
    ],
  };
  return {
    title: wordsOf(writer.say('annex.units')) || '各单位案卷评查结果',
    body: [
      {
        is: 'table',
        columns: [
          { title: '序号', width: 6, align: 'center' },
          { title: '单位', width: 28 },
          { title: '案卷（件）', width: 9, align: 'center' },
          { title: '平均分', width: 15, align: 'center' },
          { title: '等次（件）', width: 20 },
          { title: '问题（个）', width: 9, align: 'center' },
          { title: '平均每件（个）', width: 11, align: 'center' },
        ],
        rows: model.units.length === 1 ? rows : [...rows, total],
      },
    ],
  };
}

function unitRow(writer: Writer, unit: UnitSummary, index: number): TableRow {
  const none = unit.cases.length === 0;
  return {
    cells: [
      String(index + 1),
      writer.unit(unit.name),
      writer.figure(unit.count),
      averages(writer, unit.groups),
      grades(writer, unit.groups),
      none ? '—' : writer.figure(unit.problems),
      unit.perCase === null ? '—' : writer.figure(unit.perCase),
    ],
  };
}

/** The average of each group of scores; the standard is named where there are several. */
function averages(writer: Writer, groups: readonly ScoreGroup[]): Text {
  const each = groups.flatMap((group) =>
    group.average === null
      ? []
      : [concat(writer.model.groups.length > 1 ? `《${group.title}》` : '', rangeOf(writer, group.average))],
  );
  return each.length === 0 ? '—' : joined(each, '\n');
}

function rangeOf(writer: Writer, range: RangeFigure): Text {
  return range.settled ? writer.figure(range.low) : joined([writer.figure(range.low), writer.figure(range.high)], '—');
}

function grades(writer: Writer, groups: readonly ScoreGroup[]): Text {
  const each = groups.flatMap((group) => [
    ...group.grades.map((one) => concat(one.grade, writer.figure(one.count))),
    ...(group.undecided === null ? [] : [concat('待定', writer.figure(group.undecided.count))]),
  ]);
  return each.length === 0 ? '—' : joined(each);
}

/** The ten most frequent items. */
export function itemsAnnex(writer: Writer): Annex | null {
  const { items } = writer.model;
  if (items.length < 2) return null;
  const titles = new Map(writer.data.classes.map((one) => [one.id, one.title]));
  return {
    title: wordsOf(writer.say('annex.items')) || '常见问题',
    body: [
      {
        is: 'table',
        columns: [
          { title: '序号', width: 6, align: 'center' },
          { title: '要求', width: 30 },
          { title: '类别', width: 11, align: 'center' },
          { title: '不符合（件）', width: 10, align: 'center' },
          { title: '占全部案卷', width: 12, align: 'center' },
          { title: '依据', width: 30 },
        ],
        rows: items.map((item, index) => ({
          cells: [
            String(index + 1),
            item.title,
            titles.get(item.class) ?? '其他',
            writer.figure(item.count),
            writer.figure(item.share),
            item.basis.join('；') || '评查标准',
          ],
        })),
      },
    ],
  };
}

/** Indicators with numerator, denominator and what could not be told. */
export function indicatorsAnnex(writer: Writer): Annex | null {
  const { indicators } = writer.model;
  if (indicators.length < 2) return null;
  return {
    title: wordsOf(writer.say('annex.indicators')) || '指标',
    body: [
      {
        is: 'table',
        columns: [
          { title: '指标', width: 34 },
          { title: '比例', width: 12, align: 'center' },
          { title: '件（人次）数', width: 12, align: 'center' },
          { title: '可判断总数', width: 12, align: 'center' },
          { title: '无法判断', width: 10, align: 'center' },
          { title: '说明', width: 22 },
        ],
        rows: indicators.map((one) => ({
          cells: [
            one.title,
            one.share === null ? '—' : writer.figure(one.share),
            one.kind !== 'count' && one.all === null ? '—' : writer.figure(one.number),
            one.all === null ? '—' : writer.figure(one.all),
            one.unknown === null ? '—' : writer.figure(one.unknown),
            one.note ?? '',
          ],
        })),
      },
    ],
  };
}

/** Every file with its score; on a page that lies on its side. */
export function casesAnnex(writer: Writer): Annex {
  const { model } = writer;
  const ids = model.units.flatMap((unit) => unit.cases);
  return {
    title: wordsOf(writer.say('annex.cases')) || '案卷得分明细',
    wide: true,
    body: [
      {
        is: 'table',
        columns: [
          { title: '序号', width: 6, align: 'center' },
          { title: '单位', width: 26 },
          { title: '案卷', width: 28 },
          { title: '当事人', width: 22 },
          { title: '得分', width: 14, align: 'center' },
          { title: '等次', width: 10, align: 'center' },
          { title: '问题（个）', width: 9, align: 'center' },
          { title: '待核（项）', width: 9, align: 'center' },
        ],
        rows: ids.map((id, index) => {
          const one = writer.case(id);
          const score = scoreOf(one, model);
          return {
            cells: [
              String(index + 1),
              writer.unit(one.unit ?? ''),
              one.number ?? one.name,
              one.party ?? '',
              score === null ? '—' : shortScore(score),
              score === null ? '—' : (gradeWords(score.possibleGrades, score.grade) ?? '—'),
              String(one.problems.length),
              one.open === 0 ? '' : String(one.open),
            ],
          };
        }),
      },
    ],
  };
}

function gradeWords(possible: readonly string[], grade: string | null): string | null {
  return possible.length > 1 ? `待定（${possible.join('、')}）` : grade;
}
