import { foldName } from '../../../kernel/names.ts';
import type { Alternative, Fact } from '../../../record/types.ts';
import type { RecognisedDocument } from '../../recognise.ts';
import { isScan } from '../../scan-text.ts';
import { ofOthers } from './papers.ts';

/** A shorter name than this may be another's, one character apart. */
const SHORTEST = 7;
/** What tells one firm of a name from the other: numbers, letters, points of the compass, kinds of office. */
const TELLING = /[\dA-Z〇零一二三四五六七八九十甲乙丙丁东南西北中上下前后左右大小新老某*×X分总男女正副]/u;

/** Words for another who dealt with the party, before its name. */
const ANOTHER =
  /(?:购自|[从由与和、]|销?售给|卖给|委托|受托|提供给|供[货应]商?|生产(?:商|企业|厂家|者)|厂家|经销商|出租[方人]|承租[方人]|总公司|母公司|子公司|关联(?:企业|公司))[:为是]?$/u;

/**
 * The party's name written with one character other, wherever a paper of the agency writes it. Names a recogniser read are left alone, and names
 * in which the character may tell another.
 */
export function nearNames(documents: readonly RecognisedDocument[], name: Fact | undefined): Alternative[] {
  if (typeof name?.value !== 'string') return [];
  const party = foldName(name.value);
  const known = new Set([party, ...(name.alternatives ?? []).map(({ value }) => foldName(String(value)))]);
  if (party.length < SHORTEST || !/^[\u4e00-\u9fa5()]+$/u.test(party) || /[某略]/u.test(party)) return [];
  const found: Alternative[] = [];
  for (const { reader, kind } of documents) {
    if (ofOthers.has(kind) || reader.pages.some(isScan)) continue;
    for (const at of placesOf(reader.dense, party)) {
      const written = reader.dense.slice(at, at + party.length);
      const wrong = [...party].findIndex((character, index) => character !== written[index]);
      const pair = (party[wrong] ?? '') + (written[wrong] ?? '');
      if (isAnother(reader.dense, at, party)) continue;
      if (known.has(foldName(written)) || TELLING.test(pair) || !/^[\u4e00-\u9fa5]{2}$/u.test(pair)) continue;
      known.add(foldName(written));
      found.push({ value: written, anchors: reader.anchorOf(at, at + party.length) });
    }
  }
  return found;
}

/** Whether a name nearly the party's is told as another's: by the words before it, or beside the party in one sentence. */
function isAnother(text: string, at: number, party: string): boolean {
  const before = /[^。;]*$/u.exec(text.slice(Math.max(0, at - 120), at))?.[0] ?? '';
  const behind = /^[^。;]*/u.exec(text.slice(at, at + 120))?.[0] ?? '';
  return ANOTHER.test(before) || (before + behind).includes(party);
}

/** Where all but one character of the name stand in order: by its first half or its last. */
function placesOf(text: string, name: string): number[] {
  const half = Math.floor(name.length / 2);
  const places = new Set<number>();
  for (const [part, offset] of [
    [name.slice(0, half), 0],
    [name.slice(half), half],
  ] as const) {
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      const start = at - offset;
      if (start < 0 || start + name.length > text.length) continue;
      let differing = 0;
      for (let index = 0; index < name.length && differing < 2; index++)
        if (text[start + index] !== name[index]) differing++;
      if (differing === 1) places.add(start);
    }
  }
  return [...places].sort((a, b) => a - b);
}
