import type { ListItem } from '../../record/types.ts';
import { readDecision } from '../decision/decision.ts';
import { BUSINESS_END } from '../decision/names.ts';
import { openPaper } from '../decision/paper.ts';
import { readParties } from '../decision/party.ts';
import { readSignature } from '../decision/signature.ts';
import { type Extractor, type Facts, factOf } from '../facts.ts';
import type { Kinds } from '../kinds.ts';
import type { Reader } from '../pages.ts';
import { scanNumbers } from '../scan/numbers.ts';
import { titleOf } from '../titles.ts';

/** 现向你公告送达《行政处罚决定书》（甲市监处罚〔2025〕3号）; a paper the sentence only speaks of is not served by it. */
const SERVED =
  /送达(?:给)?(?:你(?:单位|公司|户)?|当事人)?(?:的)?《?([一-龥()、]{2,28}?(?:书|通知|决定))》?(?=[()（,。;、〔[【《]|的|$)/gu;

/** What an announcement tells of the decision itself; its day and what it leaves out are the announcement's own. */
const RECITED =
  /^decision\.(?:number|fine|confiscated-gains|penalties\[\]|citations\[\]|payment-days|review-days|review-authority|litigation-months|court)$/u;

/** An announcement that serves a penalty decision often holds it whole: 文书内容如下…; what it tells contradicts no paper. */
function recited(reader: Reader): Facts {
  if (!/处罚决定/u.test(reader.dense) || !/违反/u.test(reader.dense)) return {};
  const facts = readDecision(reader);
  if (facts['decision.penalties[]'] === undefined) return {};
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([path]) => RECITED.test(path))
      .map(([path, fact]) => [path, { ...fact, confidence: Math.min(fact.confidence ?? 1, 0.7) }]),
  );
}

/** 《行政处罚决定书》,文书号为: */
const NUMBERED = /^[,(:]?(?:决定书?|文书)?(?:文|编|案|书)?号(?:为|是)?:?$/u;

/** 本局对你作出行政处罚决定书(甲罚〔2024〕5号),因无法直接送达,现依法公告送达: the paper stands before the words that serve it. */
const SERVED_BY_THIS =
  /(?:作出|制作)(?:了|的)?《?([一-龥()、]{2,28}?书)》?\(?(?=[^。()]{2,30}号)([^。()]{2,30}号)\)?[^。;]{0,60}(?:现|特|予以|决定)[^。;]{0,16}公告送达/u;

function servedByThis(reader: Reader, kinds: Kinds, day: string | null | undefined): ListItem[] {
  const found = SERVED_BY_THIS.exec(reader.dense);
  const title = found?.[1];
  const kind = title === undefined ? undefined : titleOf(title, kinds)?.kind;
  if (found === null || title === undefined || kind === undefined) return [];
  const end = found.index + found[0].length;
  const number = scanNumbers(reader, found.index, end)[0];
  return [
    {
      document: kind,
      title,
      ...(number === undefined ? {} : { number: number.value }),
      method: 'announcement',
      ...(typeof day === 'string' ? { 'announced-on': day } : {}),
      ...(/无法[^。;]{0,30}(?:送达|联系)|下落不明/u.test(reader.dense) ? { 'others-failed': true } : {}),
      anchors: reader.anchorOf(found.index, end),
      origin: 'extracted',
      confidence: 0.85,
    },
  ];
}

/** Announcement by which papers are served on somebody who cannot be found (公告送达). */
export function readAnnouncement(kinds: Kinds): Extractor {
  return (reader) => {
    const text = reader.dense;
    const paper = openPaper(reader);
    const signature = readSignature(paper);
    const numbers = scanNumbers(reader);
    const items: ListItem[] = [];
    for (const match of text.matchAll(SERVED)) {
      const title = match[1] ?? '';
      const kind = titleOf(title, kinds)?.kind;
      const end = match.index + match[0].length;
      if (kind === undefined || kind === 'service-receipt' || items.some((item) => item.document === kind)) continue;
      const number = numbers.find(
        (hit) => hit.start >= end && (hit.start - end <= 3 || NUMBERED.test(text.slice(end, hit.start))),
      );
      const day = signature.date;
      items.push({
        document: kind,
        title,
        ...(number === undefined ? {} : { number: number.value }),
        method: 'announcement',
        ...(typeof day?.value === 'string' ? { 'announced-on': day.value } : {}),
        ...(/下落不明|无法[^。;]{0,30}(?:送达|联系)|查无此人|不在(?:注册|登记)地/u.test(text)
          ? { 'others-failed': true }
          : {}),
        anchors: reader.anchorOf(match.index, end),
        origin: 'extracted',
        confidence: 0.85,
      });
    }
    if (items.length === 0) items.push(...servedByThis(reader, kinds, signature.date?.value));
    const parties = readParties(reader).facts;
    const missed = /无法(?:与|和|联系)([一-龥()]{4,30}?)(?:取得联系|,|。)|因([一-龥()]{4,30}?)下落不明/u.exec(text);
    const name = missed?.[1] ?? missed?.[2];
    const start = missed === null || name === undefined ? 0 : text.indexOf(name, missed.index);
    const facts =
      'party.name' in parties || name === undefined || !BUSINESS_END.test(name)
        ? parties
        : { ...parties, 'party.name': factOf(reader, name, start, start + name.length, 0.8) };
    const told =
      items.length === 0 || items.some((item) => item.document === 'penalty-decision') ? recited(reader) : {};
    const list = items.length === 0 ? {} : { 'services[]': factOf(reader, items, 0, Math.min(20, text.length), 0.85) };
    return { ...told, ...facts, ...list };
  };
}
