import { inChineseNumerals } from '../../packs/citation.ts';
import type { ReportData } from '../batch/data.ts';
import type { BatchCase, BatchModel, RangeFigure } from '../batch/types.ts';
import { type Block, plainText, type Span, type Text } from '../official.ts';
import { fill, type Phrases } from './phrases.ts';

/** For whom a document is: what it names, what it hides and whether it says where its figures come from. */
export interface Edition {
  readonly id: 'circulation' | 'one-to-one' | 'internal';
  /** Units appear under letters, files under numbers. */
  readonly anonymous: boolean;
  /** Personal data is covered. */
  readonly masked: boolean;
  /** The appendix of sources is there. */
  readonly sources: boolean;
}

type Parts = (string | Span)[];

/** Puts words together for one document. */
export class Writer {
  readonly model: BatchModel;
  readonly edition: Edition;
  readonly phrases: Phrases;
  readonly data: ReportData;
  private readonly letters: ReadonlyMap<string, string>;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly byId: ReadonlyMap<string, BatchCase>;

  constructor(model: BatchModel, data: ReportData, edition: Edition) {
    this.model = model;
    this.data = data;
    this.phrases = data.phrases;
    this.edition = edition;
    this.byId = new Map(model.cases.map((one) => [one.id, one]));
    this.numbers = new Map(model.units.flatMap((unit) => unit.cases).map((id, index) => [id, index + 1]));
    // By name and not by place: the order of a table must not tell which letter is whom.
    const names = [...model.units.map((unit) => unit.name), ...model.absentUnits].sort();
    this.letters = new Map(names.map((name, index) => [name, `${letterOf(index)}单位`]));
  }

  /** A phrase with its slots filled; null when the bureau left it empty. */
  say(name: string, values: Readonly<Record<string, Text>> = {}): Text | null {
    return this.phrases[name] === '' ? null : fill(this.phrases, name, values);
  }

  /** A phrase as a paragraph; nothing when it is empty. */
  paragraph(name: string, values: Readonly<Record<string, Text>> = {}): readonly Block[] {
    const text = this.say(name, values);
    return text === null ? [] : [{ is: 'paragraph', text }];
  }

  /** A figure's value as it is printed, marked with where it comes from. */
  figure(id: string): Text {
    const figure = this.model.figures[id];
    if (figure === undefined) throw new Error(`no figure ${id}`);
    return [{ text: figure.text, figure: id }];
  }

  /** One value, or 至 between two. */
  range(range: RangeFigure): Text {
    return range.settled ? this.figure(range.low) : joined([this.figure(range.low), this.figure(range.high)], '至');
  }

  unit(name: string): string {
    return this.edition.anonymous ? (this.letters.get(name) ?? '某单位') : name;
  }

  case(id: string): BatchCase {
    const found = this.byId.get(id);
    if (found === undefined) throw new Error(`no case ${id}`);
    return found;
  }

  /** Place in the list of cases, from 1; cases without a result have none. */
  caseNumber(id: string): number | null {
    return this.numbers.get(id) ?? null;
  }

  /** A case as a sentence names it: the unit and the number of the decision. */
  caseName(id: string, withUnit = true): string {
    const one = this.case(id);
    const unit = withUnit ? this.unit(one.unit ?? '') : '';
    if (this.edition.anonymous) return `${unit}第${this.caseNumber(id) ?? ''}号案卷`;
    return `${unit}${one.number ?? `“${one.name}”`}案卷`;
  }
}

/** The words of a phrase; empty where the bureau left it out. */
export function wordsOf(text: Text | null): string {
  return text === null ? '' : plainText(text);
}

/** The batch's organ, else the bureau's own in the phrases. */
export function organOf(writer: Writer): string | null {
  return writer.model.meta.organ ?? (wordsOf(writer.say('organ')) || null);
}

/** A section with its heading numbered by those before it; empty sections are left out. */
export function numbered(
  sections: readonly { readonly heading: Text | null; readonly body: readonly Block[] }[],
): Block[] {
  let number = 0;
  return sections.flatMap(({ heading, body }): Block[] => {
    if (body.length === 0) return [];
    if (heading === null) return [...body];
    number++;
    return [{ is: 'heading', level: 1, text: concat(`${inChineseNumerals(number)}、`, heading) }, ...body];
  });
}

export function concat(...texts: readonly Text[]): Parts {
  return texts.flatMap((text) => (typeof text === 'string' ? (text === '' ? [] : [text]) : text));
}

/** Texts with a mark between them. */
export function joined(texts: readonly Text[], mark = '、'): Parts {
  return texts.flatMap((text, index) => concat(index === 0 ? '' : mark, text));
}

/** Sentences of one paragraph; those left empty are skipped. */
export function sentences(...texts: readonly (Text | null)[]): readonly Block[] {
  const text = concat(...texts.filter((one) => one !== null));
  return text.length === 0 ? [] : [{ is: 'paragraph', text }];
}

/** 0 → A, 25 → Z, 26 → AA. */
function letterOf(index: number): string {
  return (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}
