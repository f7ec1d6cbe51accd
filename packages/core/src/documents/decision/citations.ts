import type { ListItem } from '../../record/types.ts';
import { type Facts, factOf } from '../facts.ts';
import { Gap } from '../pages.ts';
import { type CitationHit, scanCitations } from '../scan/citations.ts';
import type { Paper } from './paper.ts';
import { isAskedFor, pleadingsOf } from './pleadings.ts';

const LAW_LIKE = /(?:法|条例|规定|办法|细则|规则|准则|解释|通则|基准)(?:[(（][^()（）]*[)）])?$/;
const NO_LAW =
  /(?:合同|协议|协议书|条款|章程|公约|报告|笔录|通知书|决定书|告知书|证|证书|函|表|批复|清单|凭证|单|书|图)(?:[(（][^()（）]*[)）])?$/;
const BASIS = /(?:依据|根据|依照|按照|适用|参照)/;
const GIVEN = /^(?:\([^()]*\))?(?:和|、|以及|及|《[^》]*》)*(?:等)?(?:法律法规)?(?:的?(?:有关|相关))?(?:的|之)?规定/;

/** The laws a paper cites, each article, paragraph and item once; a law without an article only where it is given as a basis. */
export function citationsOf(paper: Paper): CitationHit[] {
  const pleaded = pleadingsOf(paper);
  const hits = scanCitations(paper.reader).filter(
    ({ start }) => !isAskedFor(paper.text, start) && !pleaded.some((one) => one.start <= start && start < one.end),
  );
  const withArticle = new Set(hits.filter((hit) => hit.article !== null).map((hit) => hit.law));
  const told = new Map<string, CitationHit>();
  for (const hit of hits) {
    if (NO_LAW.test(hit.law)) continue;
    if (hit.article === null && (withArticle.has(hit.law) || !LAW_LIKE.test(hit.law) || !isBasis(paper, hit))) continue;
    const key = `${hit.law} ${hit.article} ${hit.paragraph} ${hit.item}`;
    const before = told.get(key);
    // 构成第…条所述行为 before 依据第…条: the later one is what the act rests on.
    if (before === undefined || (!isBasis(paper, before) && isBasis(paper, hit))) told.set(key, hit);
  }
  return [...told.values()];
}

/** Whether a law is what the paper rests an act on: 依据…, 根据…, 依照… before it in its sentence. */
export function isBasis(paper: Paper, hit: CitationHit): boolean {
  const sentence = paper.sentenceAt(hit.start);
  const before = paper.text.slice(Math.max(sentence.start, hit.start - 120), hit.start);
  const words = [...before.matchAll(/依据|根据|依照|按照|适用|参照|违反/g)].at(-1)?.[0];
  if ((words === undefined || !BASIS.test(words)) && !underLabel(paper, hit)) return false;
  if (QUALIFIES.test(paper.text.slice(hit.end, hit.end + 40))) return false;
  return hit.article !== null || GIVEN.test(paper.text.slice(hit.end, hit.end + 80));
}

/** 依据《某条例》第四十四条的规定按假农药处理: by the place named the thing is what it is, and nobody is penalised. */
const QUALIFIES =
  /^(?:的规定)?,?(?:应当?)?(?:(?:按照?|以)[^。;,:]{2,12}(?:处理|论处|对待)|(?:视为|属于|认定为|判定为)[^。;,:]{2,20})[,。;]/;

/** 违法事实及处罚依据:你单位…。《某法》第六十二条。: what stands behind a label that says that it gives the basis, up to the next label. */
function underLabel({ text, reader }: Paper, { start }: CitationHit): boolean {
  const from = Math.max(0, start - 200);
  const before = text.slice(from, start);
  const at = before.lastIndexOf('依据:');
  if (at !== -1) return !/[一-龥]{2,10}:/.test(before.slice(at + 3));
  // 违法事实及处罚依据 | 你单位…。《某法》第六十二条: the label of a row.
  const row = /(?:违法事实及)?处罚依据$/.exec(before.slice(0, before.lastIndexOf('处罚依据') + 4));
  return row !== null && reader.gapBefore(from + row.index) >= Gap.line;
}

/** The list fact of the citations; empty when none. */
export function citationFacts(paper: Paper, hits: readonly CitationHit[], path: string): Facts {
  const [first] = hits;
  if (first === undefined) return {};
  const items = hits.map((hit): ListItem => {
    const { law, article, paragraph, item } = hit;
    return {
      law,
      ...(article === null ? {} : { article }),
      ...(paragraph === null ? {} : { paragraph }),
      ...(item === null ? {} : { item }),
      ...(isBasis(paper, hit) ? { basis: true } : {}),
      anchors: paper.reader.anchorOf(hit.start, hit.end),
      origin: 'extracted',
      // 第三十四条第…: a paragraph or item follows that could not be read.
      confidence: paper.text[hit.end] === '第' ? 0.45 : paper.reader.gapBefore(hit.start) === Gap.page ? 0.9 : 0.95,
    };
  });
  return { [path]: factOf(paper.reader, items, first.start, first.end) };
}
