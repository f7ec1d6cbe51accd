import { foldName } from '../../../kernel/names.ts';
import type { Anchor, Fact } from '../../../record/types.ts';
import type { RecognisedDocument } from '../../recognise.ts';
import type { Clash } from '../clashes.ts';
import { isSlip } from './cards.ts';
import { MOST, ofOthers } from './papers.ts';

interface Said {
  readonly whose: string;
  readonly value: string;
  readonly title: string;
  readonly anchors: readonly Anchor[];
}

const PERSON =
  /(?:当事人|被[询调][问查]人|法定代表人|负责人|经营者|投资人|违法(?:行为|嫌疑)人|被处罚人|姓名|被检查人|现场负责人|当事人名称)(?:\([^()]{1,12}\))?(?:姓名)?:?([\u4e00-\u9fa5·]{2,4}?)(?:[,(:\d]|性别|身份|出生|职务|男|女|年龄|联系|证件|与案件)/gu;
/** How far behind the name on a form the number of the card may stand. */
const CARD_WITHIN = 60;
const CARD = /身份证?(?:件)?[^,;。\d]{0,10}?([\d*×]{17}[\dXx*×]|\d{4}\*{8,12}\d{3}[\dXx])(?![\d*])/u;

/** Numbers of the identity card of one person that differ, by papers that name the person beside them; the party's own, whole, is told elsewhere. */
export function cardOfPerson(documents: readonly RecognisedDocument[], facts: Readonly<Record<string, Fact>>): Clash[] {
  const told = new Set(
    [facts['party.id-number']?.value, ...(facts['party.id-number']?.alternatives ?? []).map(({ value }) => value)].map(
      String,
    ),
  );
  const said = documents
    .filter(({ kind }) => !ofOthers.has(kind))
    .flatMap(({ reader, title }) =>
      [...reader.dense.matchAll(PERSON)].flatMap((match): Said[] => {
        const at = match.index + match[0].lastIndexOf(match[1] ?? '') + (match[1] ?? '').length;
        const stretch = reader.dense.slice(at, at + CARD_WITHIN);
        const card = CARD.exec(stretch);
        if (card === null || /(?:当事人|被[询调][问查]人|法定代表人|姓名):/u.test(stretch.slice(0, card.index)))
          return [];
        const start = at + card.index + card[0].length - (card[1]?.length ?? 0);
        return [
          {
            whose: foldName(match[1] ?? ''),
            value: (card[1] ?? '').toUpperCase(),
            title,
            anchors: reader.anchorOf(start, start + (card[1]?.length ?? 0)),
          },
        ];
      }),
    );
  return differing(said, (one, other) => !sameCard(one, other))
    .filter(({ values }) => !values.every((value) => told.has(value)))
    .map(({ clash }) => clash);
}

/** Figures a copy hides are any. */
function sameCard(one: string, other: string): boolean {
  const [a, b] = [one.replace(/×/gu, '*'), other.replace(/×/gu, '*')];
  return a.length === b.length
    ? [...a].every((figure, at) => figure === b[at] || figure === '*' || b[at] === '*')
    : true;
}

const ADDRESS =
  /(?:住所|住址|地址|经营场所|现住(?:址)?|户籍所在地|检查地点|执法地点|勘验\)?地点)(?:\([^()]{1,8}\))?:?([\u4e00-\u9fa5A-Za-z0-9()*-]{6,40}?)(?=[,。;:(]|$|电话|联系|邮编|邮政|法定|经营者|投资人|负责|职业|身份|性别)/gu;

/** How far before an address its owner's name stands on a form. */
const OWNER_WITHIN = 160;

/**
 * Addresses of the party alike in all but their figures: 丙路16号 and 丙路61号. Neighbours live alike: only addresses behind the party's name or its
 * head's (`names`) are compared.
 */
export function addressClashes(
  documents: readonly RecognisedDocument[],
  address: string | null,
  names: readonly string[],
): Clash[] {
  // Two people of one case may well live door by door.
  if (address === null || documents.some(({ reader }) => namesSeveral(reader.dense))) return [];
  const words = (text: string): string => foldName(text).replace(/\d+/gu, '#');
  const own = words(address);
  if (!own.includes('#') || own.length < 6) return [];
  const told = documents
    .filter(({ kind }) => !ofOthers.has(kind))
    .map(({ reader, title }) =>
      placesOf(reader).flatMap(({ start, end }): Said[] => {
        const value = foldName(reader.dense.slice(start, end));
        const before = foldName(reader.dense.slice(Math.max(0, start - OWNER_WITHIN), start));
        const itsOwn = words(value) === own && names.some((name) => before.includes(foldName(name)));
        return itsOwn ? [{ whose: '住所（地址）', value, title, anchors: reader.anchorOf(start, end) }] : [];
      }),
    );
  return differing(told.flat(), (one, other) => isSlipOfFigures(one, other)).map(({ clash }) => clash);
}

/** 当事人一:张某,… 当事人二:李某,…: whether a head names more than one party. */
function namesSeveral(text: string): boolean {
  const labels = text.slice(0, 800).match(/(?:当事人|被处罚人|违法行为人)(?:\(?[一二三四五六\d]\)?)?:/gu) ?? [];
  return labels.length > 1;
}

/** The address behind each label, up to the next label or the end of its line. */
function placesOf({ dense, lines }: RecognisedDocument['reader']): { start: number; end: number }[] {
  return lines.flatMap((line) =>
    [...dense.slice(line.start, line.end).matchAll(ADDRESS)].map((match) => {
      const end = line.start + match.index + match[0].length;
      return { start: end - (match[1] ?? '').length, end };
    }),
  );
}

/** The figures of one address are those of the other changed about, one other, or one more. */
function isSlipOfFigures(one: string, other: string): boolean {
  if (one === other) return false;
  if (one.length === other.length) return isSlip(one, other);
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    long.length - short.length === 1 && [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
  );
}

function differing(
  said: readonly Said[],
  differ: (one: string, other: string) => boolean,
): { clash: Clash; values: readonly string[] }[] {
  const found: { clash: Clash; values: readonly string[] }[] = [];
  for (const whose of new Set(said.map((one) => one.whose))) {
    const own = said.filter((one) => one.whose === whose);
    const [first] = own;
    const other = first === undefined ? undefined : own.find(({ value }) => differ(first.value, value));
    if (first === undefined || other === undefined || found.length >= MOST) continue;
    found.push({
      values: [first.value, other.value],
      clash: {
        says: `${whose}：${first.title}为${first.value}，${other.title}为${other.value}`,
        anchors: [...first.anchors.slice(0, 1), ...other.anchors.slice(0, 1)],
      },
    });
  }
  return found;
}
