import type { CaseDocument, CaseRecord, Fact } from '../record/types.ts';

/** A piece of text with its box, in points from the page's top left corner. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** 0…1 how sure the recogniser of a picture was of this word; absent where the file itself says the characters. */
  readonly confidence?: number;
  /** Two looks at the picture gave different figures: what they are is not known. */
  readonly disputed?: true;
  /** Two readers that err in different places read it the same. */
  readonly agreed?: true;
}

/** A cell of a form; `start` and `end` are the half-open range of its words in the text of the page. */
export interface PageCell {
  /** 0-based; a cell over several rows or columns stands at the first. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly start: number;
  readonly end: number;
  /** `[left, top, right, bottom]` in points; absent where the format has no positions. */
  readonly box?: readonly [number, number, number, number];
}

/** A form with ruled cells, where the format tells them or the rules were seen on the picture. Cells come row by row. */
export interface PageTable {
  readonly cells: readonly PageCell[];
}

/** A red seal seen on the page by its colour: its box in points, and the words on it where they can be read. */
export interface PageSeal {
  readonly box: readonly [number, number, number, number];
  readonly text?: string;
}

/**
 * One page as intake delivers it. `text` is what people would read, lines joined by "\n", already normalised
 * (CJK radicals and compatibility forms mapped to the characters they stand for). `lines` gives each line's half-open range in
 * `text` and, where the format has positions, its runs in reading order.
 */
export interface PageText {
  /** 1-based within its file. */
  readonly number: number;
  /** Points; 0 where the format has no pages of fixed size. */
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly lines: readonly PageLine[];
  /** Set when the page could not be read: why, in one Chinese sentence. Then `text` is empty. */
  readonly unread?: string;
  /** `scan`: the words were recognised on a picture, and every run has its confidence. Absent: the file itself has the characters. */
  readonly source?: 'scan';
  /** Clockwise degrees the page as stored must be turned to stand upright; all places are those of the upright page. */
  readonly turn?: 90 | 180 | 270;
  readonly tables?: readonly PageTable[];
  /** Absent where nobody looked for seals; empty where none was seen. */
  readonly seals?: readonly PageSeal[];
  /** By offset in `text`: what the same words elsewhere in the case say of a character read unsurely; intake gives none. */
  readonly elsewhere?: ReadonlyMap<number, Elsewhere>;
}

/** The character that was meant, and how sure that is (0…1). */
export interface Elsewhere {
  readonly character: string;
  readonly certainty: number;
}

export interface PageLine {
  readonly start: number;
  readonly end: number;
  readonly runs: readonly TextRun[];
}

/** A file of the case as intake delivers it. */
export interface FileText {
  /** Name for people, decoded; never used as a path. */
  readonly name: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly format: 'pdf' | 'docx' | 'ofd' | 'xlsx' | 'csv' | 'txt' | 'json' | 'image';
  readonly pages: readonly PageText[];
  /** Set when the whole file could not be read: why, in one Chinese sentence. */
  readonly unreadable?: string;
  /** It is encrypted, and the password was not given or is wrong; `unreadable` says so. */
  readonly locked?: boolean;
  /** Rows of a table file, sheet by sheet, as it shows them. */
  readonly sheets?: readonly FileSheet[];
  /** What a person should know of the file beside its words. */
  readonly notices?: readonly FileNotice[];
  /** Digital signatures and seals the file carries. Of an OFD, parts that were changed after are told among the notices; certificates are not checked. */
  readonly signatures?: readonly FileSignature[];
}

/** A sheet of a table file: the text of its cells. */
export interface FileSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** `hidden`: words nobody sees; `tracked`: revisions not accepted; `changed`: changed after first saved; `unlike`: the words that are read differ from those shown; `beside`: what papers carry beside their words as a rule, such as remarks and watermarks. */
export type NoticeKind =
  | 'hidden'
  | 'tracked'
  | 'changed'
  | 'unlike'
  | 'external'
  | 'script'
  | 'attachment'
  | 'beside'
  | 'other';

/** Something about a file or one of its pages that a person should look at. */
export interface FileNotice {
  readonly kind: NoticeKind;
  /** 1-based; absent when it is about the whole file. */
  readonly page?: number;
  /** One Chinese sentence. */
  readonly message: string;
  /** The words concerned, cut to some 200 characters. */
  readonly quote?: string;
}

/** A digital signature or electronic seal. */
export interface FileSignature {
  readonly kind: 'signature' | 'seal';
  /** Who signed or whose seal it is, as the file says; empty where it says nothing. */
  readonly by: string;
  /** ISO 8601 with offset, as the file says. */
  readonly at?: string;
  /** Where its picture stands. */
  readonly page?: number;
  readonly box?: readonly [number, number, number, number];
}

/** A document with the facts read from it alone. */
export interface ExtractedDocument extends CaseDocument {
  /** 0…1 how sure the kind is. */
  readonly confidence: number;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** What `extract` gives: the documents one by one, and the one record they make together. */
export interface Extraction {
  readonly documents: readonly ExtractedDocument[];
  readonly record: CaseRecord;
}
