import { nearest } from '../kernel/nearest.ts';
import { checkSchema, day } from './schema.ts';
import type { Problem, Source } from './source.ts';
import type { Law } from './types.ts';

export const lawsSchema = {
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
    law.versions.forEach((version, position) => {
      const before = law.versions[position - 1];
      const at = (key: string, message: string) =>
        problems.push(source.problem([index, 'versions', position, key], `《${law.title}》${message}`));
      if (version.to !== null && version.to <= version.from) at('to', '的止日应晚于起日（止日当天不再适用）');
      if (before !== undefined && (before.to === null || before.to > version.from)) at('from', '的两个版本重叠');
    });
    laws.set(law.id, { ...law, aliases: law.aliases ?? [] });
  });
  return laws;
}

export interface CitationProblem {
  readonly key: 'law' | 'article' | 'from';
  readonly message: string;
  readonly suggestion?: string;
}

/**
 * What is wrong with a citation that an author wrote, or null: a law that is not in laws.yaml, an article above the highest of every
 * version in force within `span` (half-open days; null for any time).
 */
export function citationProblem(
  cited: { readonly law: string; readonly article?: number | string },
  laws: ReadonlyMap<string, Law>,
  span: { readonly from: string; readonly to: string | null } | null,
): CitationProblem | null {
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
  if (typeof cited.article === 'number') {
    const highest = Math.max(...versions.map((version) => version.articles ?? Number.POSITIVE_INFINITY));
    if (cited.article > highest || cited.article < 1)
      return { key: 'article', message: `《${law.title}》没有第 ${cited.article} 条` };
  }
  return null;
}
