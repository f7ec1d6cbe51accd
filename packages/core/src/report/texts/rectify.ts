import type { UnitSummary } from '../batch/types.ts';
import type { Block, OfficialDocument } from '../official.ts';
import { rectifyRows, resultBlocks } from './unit.ts';
import { numbered, organOf, sentences, type Writer, wordsOf } from './writer.ts';

type Document = Omit<OfficialDocument, 'properties'>;

/** 整改通知书 for a unit; says so where there is nothing to set right. */
export function rectifyNotice(writer: Writer, unit: UnitSummary): Document {
  const { meta } = writer.model;
  const organ = organOf(writer);
  const body: readonly Block[] =
    unit.problemNumber === 0
      ? writer.paragraph('rectify.none', { name: meta.name })
      : [
          ...writer.paragraph('rectify.lead', { name: meta.name, number: writer.figure(unit.problems) }),
          rectifyTable(writer, unit, '整改建议'),
          ...writer.paragraph('rectify.demand', { days: wordsOf(writer.say('rectify.days')) }),
        ];
  return {
    title: wordsOf(writer.say('rectify.title')),
    day: meta.day,
    head: null,
    to: writer.unit(unit.name),
    body,
    signed: organ === null ? null : { organ, day: meta.day },
    annexes: [],
  };
}

/** 自查报告: the unit speaks; what can be cured, explained or no longer cured is counted apart. */
export function selfCheck(writer: Writer, unit: UnitSummary): Document {
  const { meta } = writer.model;
  const problems = unit.cases.flatMap((id) => writer.case(id).problems);
  const by = (curable: 'yes' | 'explain' | 'no') => problems.filter((one) => one.curable === curable).length;
  const measure = (name: string, number: number) =>
    number === 0 ? null : writer.say(name, { number: String(number) });
  return {
    title: wordsOf(writer.say('self-check.title', { unit: writer.unit(unit.name) })),
    day: meta.day,
    head: null,
    to: organOf(writer),
    body: [
      ...writer.paragraph('self-check.lead', { name: meta.name }),
      ...numbered([
        {
          heading: writer.say('self-check.scope'),
          body: [
            ...sentences(
              writer.say('self-check.cases', { cases: writer.figure(unit.count), kind: unitKind(writer, unit) }),
            ),
            ...resultBlocks(writer, unit),
          ],
        },
        {
          heading: writer.say('self-check.problems'),
          body: problems.length === 0 ? [] : [rectifyTable(writer, unit, '整改打算')],
        },
        {
          heading: writer.say('self-check.measures'),
          body:
            problems.length === 0
              ? []
              : [
                  ...sentences(
                    measure('self-check.curable', by('yes')),
                    measure('self-check.explain', by('explain')),
                    measure('self-check.incurable', by('no')),
                  ),
                  ...writer.paragraph('self-check.next'),
                ],
        },
      ]),
    ],
    signed: { organ: writer.unit(unit.name), day: meta.day },
    annexes: [],
  };
}

/** The problems of a unit row by row; what stands beside each is advice, or what the unit means to do. */
function rectifyTable(writer: Writer, unit: UnitSummary, remedy: string): Block {
  return {
    is: 'table',
    columns: [
      { title: '序号', width: 6, align: 'center' },
      { title: '案卷', width: 16 },
      { title: '问题', width: 32 },
      { title: '依据', width: 18 },
      { title: remedy, width: 22 },
      { title: '能否补正', width: 9, align: 'center' },
    ],
    rows: rectifyRows(writer, unit),
  };
}

function unitKind(writer: Writer, unit: UnitSummary): string {
  const types = new Set(unit.cases.map((id) => writer.case(id).type));
  const only = types.size === 1 ? writer.model.types.find((one) => types.has(one.type)) : undefined;
  return only === undefined || only.label === '其他' ? '行政执法案卷' : `${only.label}案卷`;
}
