import { inChineseNumerals } from '../../packs/citation.ts';
import type { ClassCount, ItemCount } from '../batch/types.ts';
import type { Annex, Block, OfficialDocument, Text } from '../official.ts';
import { casesAnnex, indicatorsAnnex, itemsAnnex, unitsAnnex } from './annexes.ts';
import { indicatorSentence, resultOf, scopeOf, trendOf } from './sections.ts';
import { concat, joined, numbered, organOf, sentences, type Writer, wordsOf } from './writer.ts';

/** 评查通报: scope and method, overall result, what is done well, problems by class with examples, demands, annexed tables. */
export function circulation(writer: Writer): Omit<OfficialDocument, 'properties'> {
  const { model } = writer;
  const organ = organOf(writer);
  // Rates and comparisons of one file say nothing.
  const several = (model.figures.cases?.cases.length ?? 0) > 1;
  const annexes: Annex[] = (several ? [unitsAnnex(writer), itemsAnnex(writer), indicatorsAnnex(writer)] : []).filter(
    (annex) => annex !== null,
  );
  // Scores of single files go to those who may see them: never beside letters that stand for units.
  if (several && !writer.edition.anonymous && writer.edition.id !== 'circulation') annexes.push(casesAnnex(writer));
  return {
    title: wordsOf(writer.say('circulation.title', { name: model.meta.name })),
    day: model.meta.day,
    head: organ === null || model.meta.number === null ? null : { organ: `${organ}文件`, number: model.meta.number },
    to: wordsOf(writer.say('to')) || null,
    body: [
      ...(organ === null
        ? writer.paragraph('circulation.lead-plain', { name: model.meta.name })
        : writer.paragraph('circulation.lead', { name: model.meta.name, organ })),
      ...numbered([
        { heading: writer.say('scope.heading'), body: scopeOf(writer) },
        { heading: writer.say('result.heading'), body: resultOf(writer) },
        { heading: writer.say('good.heading'), body: several ? goodOf(writer) : [] },
        { heading: writer.say('problems.heading'), body: problemsOf(writer) },
        { heading: writer.say('indicators.heading'), body: several ? indicatorsOf(writer) : [] },
        {
          heading: model.trend === null ? null : writer.say('trend.heading', { name: model.trend.name }),
          body: trendOf(writer),
        },
        { heading: writer.say('demand.heading'), body: demandsOf(writer, organ) },
        { heading: writer.say('notes.heading'), body: model.notes.map((text) => ({ is: 'paragraph', text })) },
      ]),
    ],
    signed: organ === null ? null : { organ, day: model.meta.day },
    annexes,
  };
}

function goodOf(writer: Writer): readonly Block[] {
  const { model } = writer;
  const full = model.indicators.filter(
    (one) => one.kind === 'kept' && one.share !== null && one.of[1] > 0 && one.of[0] * 100 >= one.of[1] * 95,
  );
  const indicators = full.map((one) => {
    const values = {
      title: one.title,
      share: writer.figure(one.share ?? ''),
      all: writer.figure(one.all ?? ''),
      kept: writer.figure(one.number),
      unit: model.figures[one.number]?.unit ?? '件',
    };
    const { kept, ...whole } = values;
    return one.of[0] === one.of[1]
      ? writer.say('good.indicator-full', whole)
      : writer.say('good.indicator', { title: values.title, share: values.share, kept, all: values.all });
  });
  // Where something still waits for people, nobody can say that there is no problem.
  const open = (ids: readonly string[]) => ids.some((id) => writer.case(id).open > 0);
  const clean = model.units.filter((unit) => unit.cases.length > 0 && unit.problemNumber === 0 && !open(unit.cases));
  const units =
    clean.length === 0 || clean.length === model.units.length
      ? null
      : writer.say('good.units', { names: clean.map((unit) => writer.unit(unit.name)).join('、') });
  const quiet = writer.data.classes.filter(
    (one) => one.id !== 'other' && !model.classes.some((found) => found.id === one.id),
  );
  const classes =
    quiet.length === 0 || model.problemNumber === 0 || open(model.figures.cases?.cases ?? [])
      ? null
      : writer.say('good.classes', { names: quiet.map((one) => one.title).join('、') });
  return sentences(...indicators, units, classes);
}

function problemsOf(writer: Writer): readonly Block[] {
  const { model } = writer;
  if (model.problemNumber === 0) return [];
  const [only, ...more] = model.classes;
  const lead =
    more.length === 0 && only !== undefined
      ? writer.paragraph('problems.lead-one-class', { number: writer.figure(model.problems), class: only.title })
      : writer.paragraph('problems.lead', {
          number: writer.figure(model.problems),
          classes: joined(
            model.classes.map((one) =>
              concat(`${one.title}方面`, writer.figure(one.count), '个（', writer.figure(one.share), '）'),
            ),
          ),
        });
  return [...lead, ...model.classes.flatMap((one, index) => classBlocks(writer, one, index))];
}

function classBlocks(writer: Writer, one: ClassCount, index: number): readonly Block[] {
  const heading = writer.say('problems.class', { title: one.title });
  const several = one.themes.length > 1;
  const themes = several
    ? concat('，其中', joined(one.themes.map((theme) => concat(theme.title, writer.figure(theme.count), '个'))))
    : '';
  return [
    ...(heading === null
      ? []
      : [{ is: 'heading' as const, level: 2 as const, text: concat(`（${inChineseNumerals(index + 1)}）`, heading) }]),
    ...sentences(
      writer.say('problems.class-lead', {
        number: writer.figure(one.count),
        share: writer.figure(one.share),
        themes,
      }),
    ),
    ...one.items.flatMap((item, place) => itemBlocks(writer, item, one.items.length > 1 ? place + 1 : null)),
  ];
}

function itemBlocks(writer: Writer, item: ItemCount, number: number | null): readonly Block[] {
  const text = itemText(writer, item);
  return text === null ? [] : [{ is: 'paragraph', text: concat(number === null ? '' : `${number}.`, text) }];
}

/** How many files, and one of them for example; of a single one, that one. */
function itemText(writer: Writer, item: ItemCount): Text | null {
  const [example] = item.examples;
  const message = example?.problem.message.replace(/。$/u, '') ?? '';
  if (item.number === 1 && example !== undefined) {
    const one = { title: item.title, message };
    return (writer.model.figures.cases?.cases.length ?? 0) === 1
      ? writer.say('problems.item-one-file', one)
      : writer.say('problems.item-one', { ...one, case: writer.caseName(example.case) });
  }
  const shown =
    example === undefined ? null : writer.say('problems.example', { case: writer.caseName(example.case), message });
  return writer.say('problems.item', {
    title: item.title,
    number: writer.figure(item.count),
    examples: shown === null ? '' : concat('。', shown),
  });
}

function indicatorsOf(writer: Writer): readonly Block[] {
  return sentences(...writer.model.indicators.map((one) => indicatorSentence(writer, one)));
}

function demandsOf(writer: Writer, organ: string | null): readonly Block[] {
  const days = wordsOf(writer.say('rectify.days'));
  return [
    ...writer.paragraph('demand.one'),
    ...writer.paragraph('demand.two'),
    ...(organ === null
      ? writer.paragraph('demand.three-plain', { days })
      : writer.paragraph('demand.three', { days, organ })),
  ];
}
