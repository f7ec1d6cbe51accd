import { lost } from '../text.ts';

/** What the characters of symbol fonts show that forms are filled in with, by the low byte of their code. */
const shown: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    40: '☎',
    42: '✉',
    70: '☞',
    108: '●',
    110: '■',
    111: '□',
    112: '□',
    113: '□',
    114: '□',
    117: '◆',
    118: '❖',
    120: '☒',
    159: '•',
    161: '○',
    167: '■',
    168: '□',
    171: '★',
    216: '➢',
    224: '→',
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑',
    // Figures in circles.
    ...Object.fromEntries(Array.from('①②③④⑤⑥⑦⑧⑨⑩', (figure, index) => [129 + index, figure])),
  },
  'wingdings 2': {
    79: '✗',
    80: '✓',
    81: '☒',
    82: '☑',
    83: '☒',
    84: '☒',
    162: '■',
    163: '□',
    164: '□',
  },
  webdings: { 97: '✓', 99: '□', 103: '■', 114: '✗' },
  symbol: { 176: '°', 177: '±', 180: '×', 183: '•', 214: '√' },
};

/** What a character of a font shows (`w:sym`, its code as hexadecimal digits); a mark of what cannot be read where it is not known. */
export function symbolOf(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  if (Number.isNaN(value)) return '';
  const table = shown[font.trim().toLowerCase()];
  // Symbol fonts have their characters in the private area too, from U+F000 on.
  if (table !== undefined) return table[value & 0xff] ?? lost;
  return value >= 0xe000 && value <= 0xf8ff ? lost : String.fromCodePoint(Math.min(value, 0x10ffff));
}

/** Whether what is written in a font shows symbols. */
export function isSymbolFont(font: string): boolean {
  return Object.hasOwn(shown, font.trim().toLowerCase());
}

/** Characters as a symbol font shows them; those of other scripts are not of it. */
export function symbolsOf(font: string, text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const own = (code > 32 && code < 0x100) || (code >= 0xf000 && code <= 0xf0ff);
    return own ? symbolOf(font, code.toString(16)) : character;
  }).join('');
}
