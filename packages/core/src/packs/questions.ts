import type { Basis } from '../evaluate/types.ts';
import { nearest } from '../kernel/nearest.ts';
import type { Kinds } from '../record/dictionary.ts';
import { basisOf, citationProblem, type RawBasis } from './laws.ts';
import { basisSchema, checkSchema } from './schema.ts';
import type { Problem, Source } from './source.ts';
import type { Law, ReviewQuestion } from './types.ts';

export const questionSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Anjuan questions to the reviewer',
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'requirement', 'title', 'question', 'look', 'basis'],
    additionalProperties: false,
    properties: {
      id: { type: 'string', pattern: '^Q-[A-Z][A-Z0-9]*(-[0-9A-Za-z.]+)+$' },
      requirement: { type: 'array', items: { type: 'string' }, minItems: 1 },
      title: { type: 'string', minLength: 2 },
      question: { type: 'string', minLength: 6 },
      look: { type: 'array', items: { type: 'string' }, minItems: 1 },
      basis: { type: 'array', minItems: 1, items: { ...basisSchema, required: ['law', 'article'] } },
    },
  },
};

type Raw = Omit<ReviewQuestion, 'basis' | 'file'> & { readonly basis: readonly RawBasis[] };

/** A question with the place it stands at, for mistakes found later. */
export interface PlacedQuestion {
  readonly question: ReviewQuestion;
  readonly source: Source;
  readonly index: number;
}

/** The questions of `PACK/questions/*.yaml`; all mistakes are listed. */
export function questionsOf(
  sources: readonly Source[],
  laws: ReadonlyMap<string, Law>,
  kinds: Kinds,
  problems: Problem[],
): readonly PlacedQuestion[] {
  const questions: PlacedQuestion[] = [];
  const kindIds = kinds.map((kind) => kind.id);
  for (const source of sources) {
    if (source.value === undefined) continue;
    const wrong = checkSchema(source, questionSchema);
    problems.push(...wrong);
    if (wrong.length > 0) continue;
    (source.value as readonly Raw[]).forEach((raw, index) => {
      const twin = questions.find((other) => other.question.id === raw.id)?.question;
      if (twin !== undefined) problems.push(source.problem([index, 'id'], `编号 ${raw.id} 已用于 ${twin.file}`));
      raw.look.forEach((kind, position) => {
        if (kindIds.includes(kind)) return;
        const message = `文书种类“${kind}”不在 kinds.yaml 中`;
        problems.push(source.problem([index, 'look', position], message, nearest(kind, kindIds)));
      });
      const basis = raw.basis.map((entry, position): Basis => {
        const fault = citationProblem(entry, laws, null);
        if (fault !== null)
          problems.push(source.problem([index, 'basis', position, fault.key], fault.message, fault.suggestion));
        return basisOf(entry, laws);
      });
      questions.push({ question: { ...raw, basis, file: source.file }, source, index });
    });
  }
  return questions;
}
