import { foldName } from '../../../kernel/names.ts';
import type { Alternative, Fact } from '../../../record/types.ts';
import type { RecognisedDocument } from '../../recognise.ts';
import { isScan } from '../../scan-text.ts';
import { ofOthers } from './papers.ts';

/** A shorter name than this may be another's, one character apart. */
const SHORTEST = 7;
/** What tells one firm of a name from the other: numbers, letters, points of the compass, kinds of office. */
const TELLING = /[\dA-Z〇零一二三四五六七八九十甲乙丙丁东南西北中上下前后左右大小新老某*×X分总男女正副]/u;

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
      if (known.has(foldName(written)) || TELLING.test(pair) || !/^[\u4e00-\u9fa5]{2}$/u.test(pair)) continue;
      known.add(foldName(written));
      found.push({ value: written, anchors: reader.anchorOf(at, at + party.length) });
    }
  }
  return found;
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
