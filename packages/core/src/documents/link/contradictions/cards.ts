import { foldName } from '../../../kernel/names.ts';
import type { Anchor } from '../../../record/types.ts';
import type { RecognisedDocument } from '../../recognise.ts';
import type { Clash } from '../clashes.ts';
import { MOST, ofOthers } from './papers.ts';

interface Card {
  readonly name: string;
  readonly number: string;
  readonly title: string;
  readonly anchors: readonly Anchor[];
}

/** The short name of a province and its office may stand before the figures. */
const NUMBER =
  '(?:[A-Z]{0,4}\\d{5,14}|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼黔滇陇秦][\\u4e00-\\u9fa5]{0,3}\\d{4,14})';
const WORD = '(?:行政)?(?:执法)?(?:监督)?(?:证件?|资格证)(?:编号|号码|号)?(?:分别)?[:是为]{0,2}';
/** 王小山(证号:123456) */
const ONE = new RegExp(`([\\u4e00-\\u9fa5]{2,4}?)[,(]?${WORD}(${NUMBER})(?!\\d)`, 'gu');
/** 王小山、李青 执法证号:123456、123457 */
const SEVERAL = new RegExp(`${WORD}(${NUMBER}(?:[、,]${NUMBER})+)(?!\\d)`, 'gu');
/** Sought backwards from the numbers, and no further than this: a list of names without numbers is passed over once. */
const NAMES = /([\u4e00-\u9fa5]{2,4}(?:、[\u4e00-\u9fa5]{2,4})+)[,(]?$/u;
const NAMES_SPAN = 90;

/** Numbers of one officer's certificate that differ by no more than a slip of the pen: other numbers may be of another certificate. */
export function cardClashes(documents: readonly RecognisedDocument[], officers: readonly string[]): Clash[] | null {
  const known = officers.map(foldName).filter((name) => name.length > 1);
  const cards = documents.filter(({ kind }) => !ofOthers.has(kind)).flatMap((document) => cardsIn(document, known));
  const clashes: Clash[] = [];
  for (const name of new Set(cards.map((card) => card.name))) {
    const own = cards.filter((card) => card.name === name);
    const [first] = own;
    const others = new Map(own.filter((card) => card.number !== first?.number).map((card) => [card.number, card]));
    for (const other of others.values()) {
      if (first === undefined || !isSlip(first.number, other.number)) continue;
      clashes.push({
        says: `${name}：${first.title}为${first.number}，${other.title}为${other.number}`,
        anchors: [...first.anchors.slice(0, 1), ...other.anchors.slice(0, 1)],
      });
    }
  }
  return cards.length < 2 ? null : clashes.slice(0, MOST);
}

function cardsIn({ reader, title }: RecognisedDocument, known: readonly string[]): Card[] {
  const text = reader.dense;
  // The words before a name stand together with it in the text without blanks: 执法人员王小山.
  const nameOf = (words: string): string | undefined => known.find((name) => words === name || words.endsWith(name));
  const several = [...text.matchAll(SEVERAL)].flatMap((match): Card[] => {
    const listed = NAMES.exec(text.slice(Math.max(0, match.index - NAMES_SPAN), match.index));
    const names = (listed?.[1] ?? '').split('、').map(nameOf);
    const numbers = (match[1] ?? '').split(/[、,]/u);
    if (listed === null || names.length !== numbers.length) return [];
    const anchors = reader.anchorOf(match.index - listed[0].length, match.index + match[0].length);
    return names.flatMap((name, at) =>
      name === undefined ? [] : [{ name, number: numbers[at] ?? '', title, anchors }],
    );
  });
  const one = [...text.matchAll(ONE)].flatMap((match): Card[] => {
    const name = nameOf(match[1] ?? '');
    const start = match.index + (match[1]?.length ?? 0);
    // 王小山、李青 证号:…: whose number it is, the pairs tell.
    const listed =
      name === undefined ||
      /[\u4e00-\u9fa5]、$/u.test(text.slice(0, start - name.length).slice(-2)) ||
      /^[、,][A-Z]{0,4}\d{5}/u.test(text.slice(match.index + match[0].length));
    if (name === undefined || listed) return [];
    return [
      {
        name,
        number: match[2] ?? '',
        title,
        anchors: reader.anchorOf(start - name.length, match.index + match[0].length),
      },
    ];
  });
  // Figures of two columns meet in the text without blanks.
  return [...several, ...one].filter(({ anchors, number }) => anchors.some(({ quote }) => quote.includes(number)));
}

/** One figure other, or two changed about. */
export function isSlip(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const wrong = [...one].flatMap((figure, at) => (figure === other[at] ? [] : [at]));
  if (wrong.length === 1) return true;
  const sorted = (number: string): string =>
    wrong
      .map((at) => number[at] ?? '')
      .sort()
      .join('');
  return wrong.length > 1 && wrong.length <= 3 && sorted(one) === sorted(other);
}
