import { kindByWording } from './content.ts';
import type { Kinds } from './kinds.ts';
import type { RecognisedDocument } from './recognise.ts';

/** So sure is a kind that a heading tells. */
const HEADED = 0.9;
/** What the web prints about a decision, and a decision does not print of itself. */
const WEB_WORDS =
  /(?:发布|公示|公开)(?:日期|时间|平台|网站|机构)|信息来源|门户网站|浏览次数|信用中国|公示系统|当前位置/u;
const REMEDIES = /申请(?:行政)?复议/u;

/**
 * A page of the web that tells what a decision of the file says is what shows that it was published. Alone it stands for the decision: people
 * check tables agencies publish.
 */
export function settlePublished(documents: readonly RecognisedDocument[], kinds: Kinds): readonly RecognisedDocument[] {
  const decided = documents.some(({ kind, confidence }) => kind === 'penalty-decision' && confidence >= HEADED);
  if (!decided) return documents.length === 1 ? documents.map(toldAlone) : documents;
  const title = kinds.find(({ id }) => id === 'publication-record')?.label ?? '';
  return documents.map((document) => {
    const { kind, confidence, reader } = document;
    if (kind !== 'penalty-decision' || confidence >= HEADED) return document;
    if (!WEB_WORDS.test(reader.dense) || REMEDIES.test(reader.dense)) return document;
    return { ...document, kind: 'publication-record', title };
  });
}

/** 行政处罚决定信息公开 over the rows of one decision, and nothing else given. */
function toldAlone(document: RecognisedDocument): RecognisedDocument {
  const alone = document.kind === 'publication-record' && !/[表录]$/u.test(document.title);
  const known = alone ? kindByWording(document.reader) : null;
  return known?.kind === 'penalty-decision'
    ? { ...document, kind: known.kind, confidence: known.confidence }
    : document;
}
