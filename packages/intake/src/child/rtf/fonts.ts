/** Pages of codes that Chinese papers are written in, by the number Windows gives them or the set of characters of a font. */
const pages: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  65001: 'utf-8',
};
const sets: Readonly<Record<number, string>> = {
  134: 'gb18030',
  136: 'big5',
  128: 'shift_jis',
  129: 'euc-kr',
  238: 'windows-1250',
  204: 'windows-1251',
  161: 'windows-1253',
};

/** Fonts and colours as the head of an RTF lists them. */
export class Tables {
  /** The page of codes of bytes that no font claims. */
  usual = 'gb18030';
  readonly #fonts = new Map<number, { name: string; codes: string | null }>();
  readonly #colours: (readonly [number, number, number] | null)[] = [];
  #colour: [number | null, number | null, number | null] = [null, null, null];

  /** A word of the list of fonts. */
  fontWord(font: number, word: string, value: number): void {
    const entry = this.#fonts.get(font) ?? { name: '', codes: null };
    this.#fonts.set(font, entry);
    if (word === 'fcharset') entry.codes = sets[value] ?? entry.codes;
    if (word === 'cpg') entry.codes = pages[value] ?? entry.codes;
  }

  fontName(font: number, words: string): void {
    const entry = this.#fonts.get(font);
    if (entry !== undefined) entry.name = (entry.name + words).slice(0, 100);
  }

  nameOf(font: number): string {
    return (this.#fonts.get(font)?.name ?? '').replace(/;.*$/u, '');
  }

  codesOf(font: number): string {
    return this.#fonts.get(font)?.codes ?? this.usual;
  }

  page(value: number): void {
    this.usual = pages[value] ?? this.usual;
  }

  colourWord(word: string, value: number): void {
    const place = ['red', 'green', 'blue'].indexOf(word);
    if (place >= 0) this.#colour[place] = value;
  }

  /** The end of a colour, as the list has it. */
  endColour(): void {
    const [red, green, blue] = this.#colour;
    this.#colours.push(red === null || green === null || blue === null ? null : [red, green, blue]);
    this.#colour = [null, null, null];
  }

  isWhite(colour: number): boolean {
    return this.#colours[colour]?.every((part) => part >= 0xf4) === true;
  }
}
