import type { Law, LawStructure } from './types.ts';

type Version = Law['versions'][number];

/** What is wrong with a place cited from one version of a law, or null; where the structure is not known, only the article is looked at. */
export function placeFault(
  version: Version,
  cited: {
    readonly article?: number | string | null;
    readonly paragraph?: number | null;
    readonly item?: number | null;
  },
): { readonly key: 'article' | 'paragraph' | 'item'; readonly message: string } | null {
  const { article, paragraph = null, item = null } = cited;
  if (article == null) return null;
  const name = String(article);
  const number = Number(name.split('-')[0]);
  if (!Number.isInteger(number)) return null;
  const { structure, articles } = version;
  if (number < 1 || number > (articles ?? Number.POSITIVE_INFINITY))
    return { key: 'article', message: `没有第 ${name} 条` };
  // Of some laws only a part was had: beyond it nothing is known of the structure.
  if (structure === undefined || number > structure.covers) return null;
  if (name.includes('-') && !structure.added.has(name))
    return { key: 'article', message: `没有第 ${name.replace('-', ' 条之 ')}` };
  const count = structure.paragraphs.get(name) ?? 1;
  if (paragraph !== null && paragraph > count) return { key: 'paragraph', message: `第 ${name} 条只有 ${count} 款` };
  if (item === null) return null;
  const items =
    paragraph === null ? mostItems(structure, name, count) : (structure.items.get(`${name}.${paragraph}`) ?? 0);
  if (item <= items) return null;
  const where = paragraph === null ? `第 ${name} 条` : `第 ${name} 条第 ${paragraph} 款`;
  return { key: 'item', message: items === 0 ? `${where}没有分项` : `${where}只有 ${items} 项` };
}

/** Most items that any paragraph of an article has. */
function mostItems(structure: LawStructure, article: string, paragraphs: number): number {
  let most = 0;
  for (let paragraph = 1; paragraph <= paragraphs; paragraph++)
    most = Math.max(most, structure.items.get(`${article}.${paragraph}`) ?? 0);
  return most;
}
