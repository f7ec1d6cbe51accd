import {
  AlignmentType,
  Footer,
  type ISectionPropertiesOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { clean } from '../clean.ts';

/** Faces of GB/T 9704-2012, 5.2.2 and 7; they are named, not embedded. */
export const faces = {
  song: '宋体',
  title: '方正小标宋简体',
  hei: '黑体',
  kai: '楷体_GB2312',
  fang: '仿宋_GB2312',
} as const;
export type Face = keyof typeof faces;

/** Sizes in half points: 二号, 三号, 四号, 小四, 五号. */
export const size = { second: 44, third: 32, fourth: 28, smallFourth: 24, fifth: 21 } as const;

/** One line of the page: 28 points, so that 22 lines fill it (5.2.3). */
export const line = { line: 560, lineRule: LineRuleType.EXACT } as const;

/** A character of 三号 in twips: indents are counted in characters. */
export const character = 320;

/** Width and height of the type area in twips: 156 mm × 225 mm (5.2.1). */
export const area = { width: twips(156), height: twips(225) } as const;

/** A4 with 天头 37 mm, 订口 28 mm, and what the type area leaves: 35 mm below, 26 mm right. On its side the margins turn with the page. */
export function pageProperties(wide: boolean): ISectionPropertiesOptions['page'] {
  return {
    // docx turns the two sides itself for a page on its side.
    size: {
      width: twips(210),
      height: twips(297),
      orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: wide
      ? { top: twips(28), bottom: twips(26), left: twips(35), right: twips(37), footer: twips(14), header: twips(15) }
      : { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26), footer: twips(25), header: twips(15) },
  };
}

/** The number of the page as — 1 —, four characters of 宋体, one character in from the outer edge (7.5): right on odd pages, left on even ones. */
export function pageNumber(side: 'odd' | 'even'): Footer {
  const run = (text: string | { readonly children: readonly string[] }) =>
    new TextRun({
      font: faces.song,
      size: size.fourth,
      ...(typeof text === 'string' ? { text } : { children: [...text.children] }),
    });
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: 280 } : { left: 280 },
        children: [run('— '), run({ children: [PageNumber.CURRENT] }), run(' —')],
      }),
    ],
  });
}

export interface RunLook {
  readonly face?: Face;
  readonly size?: number;
  readonly colour?: string;
  /** Digits that stay together. */
  readonly number?: boolean;
}

/** A piece of text in one of the faces; Latin letters and digits take the same face, as Chinese word processors set them. */
export function run(text: string, look: RunLook = {}): ParagraphChild {
  return new TextRun({
    text: clean(text),
    font: faces[look.face ?? 'fang'],
    size: look.size ?? size.third,
    ...(look.number === true ? { language: { value: 'en-US', eastAsia: 'en-US' } } : {}),
    ...(look.colour === undefined ? {} : { color: look.colour }),
  });
}

/** Millimetres in twentieths of a point; the library's own measure cuts instead of rounding and makes A4 one short. */
function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}
