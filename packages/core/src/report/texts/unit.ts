import { inChineseNumerals } from '../../packs/citation.ts';
import { decimal } from '../batch/figures.ts';
import type { BatchCase, CaseProblem, UnitSummary } from '../batch/types.ts';
import type { Block, OfficialDocument, OfficialTable, TableRow, Text } from '../official.ts';
import { scoreInSentence, scoreOf, shortScore } from './scores.ts';
import { concat, numbered, organOf, sentences, type Writer, wordsOf } from './writer.ts';

type Document = Omit<OfficialDocument, 'properties'>;

/** 一对一反馈意见书: a unit's files, each problem with document, page, law and advice, and how to reply. */
export function unitOpinion(writer: Writer, unit: UnitSummary | string): Document {
  const { meta } = writer.model;
  const organ = organOf(writer);
  const name = typeof unit === 'string' ? unit : unit.name;
  const none = typeof unit === 'string' || (unit.cases.length === 0 && unit.unchecked.length === 0);
  const lead: readonly Block[] = none
    ? writer.paragraph('unit.none', { name: meta.name })
    : organ === null
      ? writer.paragraph('unit.lead-plain', { name: meta.name, cases: writer.figure(unit.count) })
      : writer.paragraph('unit.lead', { name: meta.name, organ, cases: writer.figure(unit.count) });
  return {
    title: wordsOf(writer.say('unit.title', { name: meta.name })),
    day: meta.day,
    head: null,
    to: writer.unit(name),
    body: none ? [...lead] : [...lead, ...sectionsOf(writer, unit)],
    signed: organ === null ? null : { organ, day: meta.day },
    annexes: [],
  };
}

function sectionsOf(writer: Writer, unit: UnitSummary): readonly Block[] {
  const cases = unit.cases.map((id) => writer.case(id));
  const faulty = cases.filter((one) => one.problems.length > 0);
  const clean = cases.filter((one) => one.problems.length === 0);
  const problems = [
    ...faulty.flatMap((one, index) => caseBlocks(writer, one, index)),
    ...(clean.length === 0
      ? []
      : writer.paragraph('unit.clean', { names: clean.map((one) => writer.caseName(one.id, false)).join('、') })),
  ];
  return numbered([
    { heading: writer.say('unit.result'), body: [...resultBlocks(writer, unit), ...uncheckedOf(writer, unit)] },
    { heading: writer.say('unit.problems'), body: problems },
    {
      heading: writer.say('unit.reply'),
      body: writer.paragraph('unit.reply-words', { days: wordsOf(writer.say('reply.days')) }),
    },
  ]);
}

function uncheckedOf(writer: Writer, unit: UnitSummary): readonly Block[] {
  if (unit.unchecked.length === 0) return [];
  return writer.paragraph('unit.unchecked', {
    number: String(unit.unchecked.length),
    names: unit.unchecked.map((id) => writer.case(id).name).join('、'),
  });
}

/** The unit's scores in words and, of more than one file, as a table. */
export function resultBlocks(writer: Writer, unit: UnitSummary): readonly Block[] {
  const cases = unit.cases.map((id) => writer.case(id));
  if (cases.length === 0) return [];
  const [group, ...others] = unit.groups;
  const average =
    group?.average === null || group === undefined || others.length > 0 || cases.length < 2
      ? null
      : concat(
          '平均分',
          writer.range(group.average),
          '分',
          group.average.settled ? '' : '（部分事项待人工核查）',
          '，',
        );
  return [
    ...sentences(
      concat(
        average ?? '',
        unit.problemNumber === 0 ? '没有发现问题。' : concat('共发现问题', writer.figure(unit.problems), '个。'),
      ),
    ),
    ...(cases.length < 2 ? [] : [scoreTable(writer, cases)]),
  ];
}

function scoreTable(writer: Writer, cases: readonly BatchCase[]): OfficialTable {
  return {
    is: 'table',
    columns: [
      { title: '序号', width: 6, align: 'center' },
      { title: '案卷', width: 34 },
      { title: '当事人', width: 28 },
      { title: '得分', width: 16, align: 'center' },
      { title: '等次', width: 10, align: 'center' },
      { title: '问题（个）', width: 10, align: 'center' },
    ],
    rows: cases.map((one, index) => {
      const score = scoreOf(one, writer.model);
      return {
        cells: [
          String(index + 1),
          one.number ?? one.name,
          one.party ?? '',
          score === null ? '—' : shortScore(score),
          score === null ? '—' : score.possibleGrades.length > 1 ? '待定' : (score.grade ?? '—'),
          String(one.problems.length),
        ],
      };
    }),
  };
}

function caseBlocks(writer: Writer, one: BatchCase, index: number): readonly Block[] {
  const score = scoreOf(one, writer.model);
  const party = one.party === null ? '' : `当事人${one.party}，`;
  const number = String(one.problems.length);
  return [
    {
      is: 'heading',
      level: 2,
      text: `（${inChineseNumerals(index + 1)}）${writer.caseName(one.id, false)}`,
    },
    ...sentences(
      score === null
        ? writer.say('unit.case-plain', { party, number })
        : writer.say('unit.case-score', { party, score: scoreInSentence(score), number }),
      one.open === 0 ? null : writer.say('unit.open', { number: String(one.open) }),
    ),
    problemTable(one.problems),
  ];
}

const cures = { yes: '可补正', explain: '只能说明', no: '不可补正' } as const;

/** Problems with place, law, advice: a row may go on over the page when its words are many. */
function problemTable(problems: readonly CaseProblem[]): OfficialTable {
  return {
    is: 'table',
    columns: [
      { title: '序号', width: 6, align: 'center' },
      { title: '问题', width: 30 },
      { title: '位置', width: 18 },
      { title: '依据', width: 20 },
      { title: '建议', width: 26 },
    ],
    rows: problems.map(
      (problem, index): TableRow => ({
        splits: problem.message.length + problem.advice.length > 400,
        cells: [
          String(index + 1),
          `${problem.message}${problem.points === null || problem.points === 0 ? '' : `（扣${decimal(problem.points).replace(/\.?0+$/u, '')}分）`}`,
          placeWords(problem),
          problem.basis.join('；') || '评查标准',
          `${problem.advice}${problem.advice === '' ? '' : '\n'}【${cures[problem.curable]}】`,
        ],
      }),
    ),
  };
}

/** 处罚决定书（第12页）; the file's name where no document is known. */
export function placeWords(problem: CaseProblem): string {
  if (problem.places.length === 0) return '卷内未见相应材料';
  const pages = new Map<string, number[]>();
  for (const place of problem.places) {
    const name = place.document ?? place.file;
    pages.set(name, [...(pages.get(name) ?? []), place.page]);
  }
  return [...pages].map(([name, of]) => `${name}（第${of.join('、')}页）`).join('；');
}

/** Problems of a unit over all its files, in one table with the file's number. */
export function rectifyRows(writer: Writer, unit: UnitSummary): readonly TableRow[] {
  const rows: { readonly one: BatchCase; readonly problem: CaseProblem }[] = unit.cases.flatMap((id) => {
    const one = writer.case(id);
    return one.problems.map((problem) => ({ one, problem }));
  });
  return rows.map(({ one, problem }, index): TableRow => {
    const cells: Text[] = [
      String(index + 1),
      writer.caseName(one.id, false).replace(/案卷$/u, ''),
      `${problem.message}\n位置：${placeWords(problem)}`,
      problem.basis.join('；') || '评查标准',
      problem.advice,
      cures[problem.curable],
    ];
    return { cells, splits: problem.message.length + problem.advice.length > 400 };
  });
}
