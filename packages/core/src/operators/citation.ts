import { dayText } from '../kernel/day.ts';
import type { Truth } from '../kernel/truth.ts';
import { lawNamed, repealedOn, versionOn } from '../laws/names.ts';
import { placeFault } from '../laws/place.ts';
import type { Law } from '../laws/types.ts';
import { argumentsOf, broken, check } from './arguments.ts';
import type { Frame } from './frame.ts';
import type { Operator } from './types.ts';

const questions = ['in-force', 'in-place', 'to-paragraph'] as const;
type Question = (typeof questions)[number];

const asked: Readonly<Record<Question, string>> = {
  'in-force': '没有废止',
  'in-place': '有所引的条、款、项',
  'to-paragraph': '引到项时写明了款',
};

interface Cited {
  readonly law: string;
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly item: number | null;
}

/** What is wrong, in Chinese; null: nothing; undefined: not known. */
type Fault = string | null | undefined;

/**
 * A citation, element of a list with `law`, `article`, `paragraph`, `item`, against the register of laws on the day `on`: the law was in force,
 * the place exists, or an item was cited with its paragraph. Days in `or-on`, such as the end of the act, are asked where the first says no.
 * A law, or a version of it, that is not on file is unknown. Figure: fault.
 */
export const citation: Operator = (args, path, compiler) => {
  const given = argumentsOf(args, path, compiler, ['is', 'on'], ['or-on']);
  if (given === null) return broken;
  const question = questions.find((one) => one === given.is);
  if (question === undefined) {
    compiler.problem([...path, 'is'], `应是 ${questions.join('、')} 之一`);
    return broken;
  }
  const fields = ['law', 'article', 'paragraph', 'item'].map((item) => compiler.operand({ item }, path));
  const on = compiler.operand(given.on, [...path, 'on']);
  const others = (Array.isArray(given['or-on']) ? given['or-on'] : []).map((other, index) =>
    compiler.operand(other, [...path, 'or-on', index]),
  );
  const faultIn = (frame: Frame): Fault => {
    const [law, article, paragraph, item] = fields.map((field) => field.value(frame));
    const day = on.day(frame);
    if (typeof law !== 'string' || day === null) return undefined;
    const cited: Cited = {
      law,
      article: article == null ? null : String(article),
      paragraph: numberIn(paragraph),
      item: numberIn(item),
    };
    const first = faultOn(question, cited, dayText(day), compiler.laws);
    if (typeof first !== 'string') return first;
    for (const other of others) {
      const earlier = other.day(frame);
      if (earlier === null || earlier >= day) continue;
      // For a repealed law the old one may govern the act still (行政处罚法 37): a person judges that.
      const found = faultOn(question, cited, dayText(earlier), compiler.laws);
      if (found === null && question === 'in-force') return undefined;
      if (typeof found !== 'string') return found;
    }
    return first;
  };
  return check({
    operator: 'citation',
    operands: [...fields, on, ...others],
    phrase: `${on.phrase}当日所引法律${asked[question]}`,
    test: (frame): Truth => {
      const fault = faultIn(frame);
      return fault === undefined ? null : fault === null;
    },
    figures: (frame) => {
      const fault = faultIn(frame);
      return typeof fault === 'string' ? { fault } : {};
    },
  });
};

function numberIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function faultOn(question: Question, cited: Cited, day: string, laws: ReadonlyMap<string, Law>): Fault {
  const law = lawNamed(laws, cited.law);
  if (law === null) return undefined;
  const version = versionOn(law, day);
  switch (question) {
    case 'in-force': {
      const ended = repealedOn(law, day);
      if (ended === null) return version === null ? undefined : null;
      const next = law.successors.map((id) => `《${laws.get(id)?.title ?? id}》`).join('、');
      return `《${law.title}》自 ${ended} 起废止，由${next}取代`;
    }
    case 'in-place': {
      if (version === null || cited.article === null) return undefined;
      if (version.structure === undefined && version.articles == null) return undefined;
      const fault = placeFault(version, cited);
      if (fault !== null) return `《${law.title}》${fault.message}`;
      // Without the structure nothing is known of paragraphs and items.
      const known = covered(version, cited.article) || (cited.paragraph === null && cited.item === null);
      return known ? null : undefined;
    }
    case 'to-paragraph': {
      if (cited.item === null || cited.paragraph !== null) return null;
      const { structure } = version ?? {};
      if (version === null || structure === undefined || cited.article === null) return undefined;
      if (!covered(version, cited.article)) return undefined;
      const count = structure.paragraphs.get(cited.article) ?? 1;
      if (count < 2) return null;
      return `《${law.title}》第 ${cited.article} 条有 ${count} 款，引到第 ${cited.item} 项而没有写明第几款`;
    }
    default:
      return question satisfies never;
  }
}

/** Whether the structure of that article is on file. */
function covered(version: Law['versions'][number], article: string): boolean {
  return version.structure !== undefined && Number(article.split('-')[0]) <= version.structure.covers;
}
