/** Where a value stands: 1-based page of a file, characters of that page's text, a box in points from its top left. */
export interface Anchor {
  /** Id of the recognised document, see {@link CaseDocument}. */
  readonly document: string;
  /** Name of the file as it came in, for people. */
  readonly file: string;
  /** 1-based page within the file. */
  readonly page: number;
  /** The words as they stand on the page, white space folded; at most a few lines. */
  readonly quote: string;
  /** Half-open character range within the text of the page, when the page has text. */
  readonly range: readonly [number, number] | null;
  /** `[left, top, right, bottom]` in points from the page's top left corner; null where a format has no positions. */
  readonly box: readonly [number, number, number, number] | null;
}

export type Origin = 'imported' | 'extracted' | 'entered' | 'confirmed';

export type Scalar = string | number | boolean;

/** One element of a list fact: its fields by name, and where it was read. Field names are those of rules/facts.yaml. */
export interface ListItem {
  readonly [field: string]: Scalar | readonly string[] | readonly Anchor[] | null | undefined;
  readonly anchors?: readonly Anchor[];
  readonly origin?: Origin;
  readonly confidence?: number;
}

export type FactValue = Scalar | readonly ListItem[] | readonly string[];

/** A value that another paper of the same file states differently. */
export interface Alternative {
  readonly value: FactValue;
  readonly anchors: readonly Anchor[];
  /** 0…1; below the threshold of what is known it may be the same value, misread. */
  readonly confidence?: number;
}

/** A fact with where it comes from. `alternatives` holds every differing value of other papers: a conflict. */
export interface Fact {
  readonly value: FactValue;
  readonly anchors?: readonly Anchor[];
  readonly origin?: Origin;
  /** 0…1; below the pack's threshold the value is treated as not known. */
  readonly confidence?: number;
  readonly alternatives?: readonly Alternative[];
}

/** A recognised paper (文书) of the file. `pages` are 1-based and inclusive within `file`. */
export interface CaseDocument {
  readonly id: string;
  /** Id of rules/kinds.yaml, or `unknown`. */
  readonly kind: string;
  readonly title: string;
  readonly file: string;
  readonly pages: readonly [number, number];
  /** The further files it goes over, where each picture of a page is a file of its own. */
  readonly also?: readonly DocumentPlace[];
  /** Of a paper of kind `unknown` that has a heading of its own: the kinds whose titles share words with it. It may be one of these and no other. */
  readonly mayBe?: readonly string[];
}

/** Pages of a file, first and last, 1-based. */
export interface DocumentPlace {
  readonly file: string;
  readonly pages: readonly [number, number];
}

/** A page nobody could read: it is listed, and no document counts as absent while it is there. */
export interface UnreadPage {
  readonly file: string;
  /** 1-based; null when nothing of the file was read. */
  readonly page: number | null;
  /** Chinese, one sentence. */
  readonly reason: string;
  /** Kind of the paper it belongs to, as far as the pages about it or the file's name tell. */
  readonly kind?: string;
  /** Words of the page were read, though not all, it may be. */
  readonly partly?: true;
}

/** Something about a file that a person should look at: hidden words, changes after it was first saved, scripts. */
export interface Notice {
  readonly file: string;
  /** 1-based; null when it is about the whole file. */
  readonly page: number | null;
  readonly kind: string;
  /** Chinese, one sentence. */
  readonly message: string;
  /** The words concerned. */
  readonly quote?: string;
}

export type CaseType =
  | 'penalty'
  | 'licence'
  | 'compulsory-measure'
  | 'compulsory-enforcement'
  | 'inspection'
  | 'transfer';

export type Procedure = 'ordinary' | 'summary';

/**
 * What is known of one case. Facts are keyed by the dotted paths of rules/facts.yaml; a bare value stands for
 * `{ value }`. Days are `YYYY-MM-DD`, times ISO 8601 with `+08:00`, money in yuan.
 */
export interface CaseRecord {
  readonly id: string;
  readonly jurisdiction?: string;
  readonly agency?: string;
  readonly sector?: string;
  readonly caseType?: CaseType;
  readonly procedure?: Procedure;
  /** True: the whole file is here, so an absent document is a defect. False: a ledger row; absent means not known. */
  readonly complete: boolean;
  readonly facts: Readonly<Record<string, Fact | FactValue | null>>;
  readonly documents: readonly CaseDocument[];
  readonly unread?: readonly UnreadPage[];
  readonly notices?: readonly Notice[];
}

/** A value of the agency's profile that changed: what it was in which term, `since` inclusive, `until` exclusive; null for open. */
export interface Dated {
  readonly terms: readonly {
    readonly since: string | null;
    readonly until: string | null;
    readonly value: FactValue;
  }[];
}

/** Facts of an agency's profile (执法主体档案), `agency.*`. */
export type Profile = Readonly<Record<string, Fact | FactValue | Dated | null>>;
