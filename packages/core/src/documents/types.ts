import type { CaseDocument, CaseRecord, Fact } from '../record/types.ts';

/** A piece of text with its box, in points from the page's top left corner. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
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
  readonly format: 'pdf' | 'docx' | 'txt' | 'json' | 'image';
  readonly pages: readonly PageText[];
  /** Set when the whole file could not be read: why, in one Chinese sentence. */
  readonly unreadable?: string;
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
