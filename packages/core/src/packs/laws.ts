import type { Basis } from '../evaluate/types.ts';
import { nearest } from '../kernel/nearest.ts';
import { placeFault } from '../laws/place.ts';
import { checkSchema, day } from './schema.ts';
import type { Problem, Source } from './source.ts';
import type { Law } from './types.ts';
import { versionMistakes } from './versions.ts';

const lawsSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Anjuan laws',
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'title', 'short', 'kind', 'versions'],
    additionalProperties: false,
    properties: {
      id: { type: 'string', pattern: '^[a-z]{2}\\.[a-z0-9-]+$' },
      title: { type: 'string', minLength: 2 },
      short: { type: 'string', minLength: 2 },
      aliases: { type: 'array', items: { type: 'string', minLength: 2 } },
      successors: { type: 'array', items: { type: 'string' }, minItems: 1 },
      kind: { enum: ['law', 'regulation', 'interpretation', 'rule', 'document', 'local-regulation', 'local-rule'] },
      versions: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['from', 'to'],
          additionalProperties: false,
          properties: {
            from: day,
            to: { anyOf: [day, { type: 'null' }] },
            number: { type: ['string', 'null'] },
            articles: { type: ['integer', 'null'], minimum: 1 },
          },
        },
      },
    },
  },
};

/** The laws of laws.yaml by id; two with one id or one title, and versions that overlap, are mistakes. */
export function lawsOf(source: Source, problems: Problem[]): ReadonlyMap<string, Law> {
  if (source.value === undefined) return new Map();
  const wrong = checkSchema(source, lawsSchema);
  problems.push(...wrong);
  if (wrong.length > 0) return new Map();
  const laws = new Map<string, Law>();
  const titles = new Map<string, string>();
  (source.value as readonly Law[]).forEach((law, index) => {
    if (laws.has(law.id)) problems.push(source.problem([index, 'id'], `法律编号“${law.id}”重复`));
    const twin = titles.get(law.title);
    if (twin !== undefined) problems.push(source.problem([index, 'title'], `《${law.title}》已有编号“${twin}”`));
    titles.set(law.title, law.id);
    problems.push(...versionMistakes(law.versions, source, [index, 'versions']));
    laws.set(law.id, { ...law, aliases: law.aliases ?? [], successors: law.successors ?? [] });
  });
  [...laws.values()].forEach((law, index) => {
    for (const id of law.successors)
      if (!laws.has(id))
        problems.push(source.problem([index, 'successors'], `法律“${id}”不在 laws.yaml 中`, nearest(id, laws.keys())));
    if (law.successors.length > 0 && law.versions.at(-1)?.to === null)
      problems.push(source.problem([index, 'successors'], `《${law.title}》仍然有效，不写取代它的法律`));
  });
  return laws;
}

export interface CitationProblem {
  readonly key: 'law' | 'article' | 'paragraph' | 'item' | 'from';
  readonly message: string;
  readonly suggestion?: string;
}

/** A place of a law as files write it. */
export type RawBasis = Pick<Basis, 'law' | 'article'> & Partial<Pick<Basis, 'paragraph' | 'item' | 'says'>>;

/** The place with the title of its law, and with null for what it does not go into. */
export function basisOf(
  { law, article, paragraph = null, item = null, says = '' }: RawBasis,
  laws: ReadonlyMap<string, Law>,
): Basis {
  return { law, lawTitle: laws.get(law)?.title ?? law, article, paragraph, item, says };
}

/**
 * What is wrong with a citation that an author wrote, or null: a law that is not in laws.yaml, an article above the highest of every
 * version in force within `span` (half-open days; null for any time).
 */
export function citationProblem(
  cited: {
    readonly law: string;
    readonly article?: number | string;
    readonly paragraph?: number | null;
    readonly item?: number | null;
  },
  laws: ReadonlyMap<string, Law>,
  span: { readonly from: string; readonly to: string | null } | null,
): CitationProblem | null {
  // A register with mistakes is empty: nothing can be held against it.
  if (laws.size === 0) return null;
  const law = laws.get(cited.law);
  if (law === undefined) {
    const suggestion = nearest(cited.law, laws.keys());
    const message = `法律“${cited.law}”不在 laws.yaml 中`;
    return suggestion === undefined ? { key: 'law', message } : { key: 'law', message, suggestion };
  }
  const versions = law.versions.filter(
    (version) =>
      span === null ||
      ((span.to === null || version.from < span.to) && (version.to === null || version.to > span.from)),
  );
  if (versions.length === 0) return { key: 'from', message: `《${law.title}》在所写期间没有收录的版本` };
  const faults = versions.map((version) => placeFault(version, cited));
  const [first] = faults;
  // Where the law was renumbered meanwhile, one version that has the place is enough.
  if (first == null || faults.includes(null)) return null;
  return { key: first.key, message: `《${law.title}》${first.message}` };
}
