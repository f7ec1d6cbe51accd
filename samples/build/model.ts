/** The data of one invented case and of the agency that handles it. Days are YYYY-MM-DD, times HH:MM, money whole yuan. */

export interface Officer {
  readonly name: string;
  readonly certificate: string;
}

export interface RosterEntry extends Officer {
  readonly from: string;
  readonly to: string;
  readonly legalQualified?: boolean;
  readonly reviewerSince?: string;
}

export interface Post {
  readonly name: string;
  readonly post: string;
}

/** How papers look and are called: market supervision, ecology, or transport and city management. */
export type Style = 'market' | 'ecology' | 'transport';

export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly style: Style;
  /** Agency word of document numbers (发文机关代字) and what stands between it and the year. */
  readonly word: string;
  readonly joint: string;
  readonly digits: number;
  readonly level: 'county' | 'city';
  readonly government: string;
  readonly reviewAuthority: string;
  readonly court: string;
  readonly hearing: { readonly person: number; readonly organisation: number };
  readonly major: { readonly person: number; readonly organisation: number };
  readonly platform: string;
  readonly unit: string;
  readonly legalUnit: string;
  readonly address: string;
  readonly phone: string;
  readonly postcode: string;
  readonly bank: string;
  readonly account: string;
  readonly division: string;
  /** Dates what it issues in Chinese figures. */
  readonly hanDates?: boolean;
  readonly chief: Post;
  readonly deputy: Post;
  readonly unitHead: Post;
  readonly legalHead: Post;
  readonly archivist: string;
  readonly roster: readonly RosterEntry[];
}

export interface Party {
  readonly kind: 'organisation' | 'individual-business' | 'natural-person';
  readonly name: string;
  readonly code?: string;
  readonly address: string;
  readonly representative?: string;
  /** Identity number of the person, the operator or the legal representative. */
  readonly idNumber: string;
  readonly sex: '男' | '女';
  readonly birth: string;
  readonly phone: string;
  readonly business?: string;
  readonly licensedOn?: string;
}

export interface Talker {
  readonly name: string;
  readonly sex: '男' | '女';
  readonly age: number;
  readonly idNumber: string;
  readonly post: string;
  readonly phone: string;
  readonly address: string;
}

export interface Inspection {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly person: string;
  readonly post: string;
  readonly witness?: string;
  readonly findings: readonly string[];
}

export interface Inquiry {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly person: Talker;
  readonly talk: readonly (readonly [question: string, answer: string])[];
  /** Planted: only these officers appear. */
  readonly officers?: readonly Officer[];
  /** Planted: pages the person did not sign, 1-based. */
  readonly unsignedPages?: readonly number[];
}

export interface Goods {
  readonly name: string;
  readonly model: string;
  readonly quantity: string;
  readonly note: string;
}

export interface Preservation {
  readonly approvedOn: string;
  readonly date: string;
  readonly handledOn: string;
  readonly place: string;
  readonly reason: string;
  readonly goods: readonly Goods[];
  readonly handling: string;
}

export interface Appraisal {
  readonly sampledOn: string;
  readonly place: string;
  readonly sample: Goods;
  readonly lab: string;
  readonly qualification: string;
  readonly number: string;
  readonly date: string;
  readonly results: readonly (readonly [item: string, demand: string, found: string, verdict: string])[];
  readonly conclusion: string;
  readonly toldOn: string;
}

export interface Evidence {
  readonly name: string;
  readonly obtainedOn: string;
  readonly source: string;
  readonly proves: string;
  readonly provider: string;
  readonly copy: boolean;
  readonly photo?: string;
  readonly lines?: readonly string[];
}

export interface Hearing {
  readonly requestedOn: string;
  readonly request: readonly string[];
  readonly noticeOn: string;
  readonly noticeServedOn: string;
  readonly announcedOn: string;
  readonly heldOn: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly host: Post;
  readonly members: readonly string[];
  readonly recorder: string;
  readonly agent: string;
  readonly talk: readonly (readonly [speaker: string, words: string])[];
  readonly reportOn: string;
  readonly opinion: readonly string[];
}

export interface Discussion {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly participants: readonly Post[];
  readonly attendants: readonly string[];
  readonly recorder: string;
  readonly opinions: readonly (readonly [name: string, words: string])[];
  readonly conclusion: string;
}

export type Response =
  | { readonly kind: 'waiver'; readonly date: string }
  /** Nothing was said and nothing was waived. */
  | { readonly kind: 'silent' }
  | {
      readonly kind: 'statement';
      readonly date: string;
      readonly claims: readonly string[];
      readonly reviewedOn: string;
      readonly answer: readonly string[];
    };

export interface Planted {
  /** Chinese, one sentence: what is wrong. */
  readonly what: string;
  /** Kind of the document where it shows; for an absent paper the kind that is absent. */
  readonly kind: string;
  /** Law and article that speak to it. */
  readonly law: string;
  /** Which paper of that kind when there are several, 1-based; 0: the paper is absent. */
  readonly nth?: number;
  /** Page within the paper, 1-based. */
  readonly page?: number;
}

export interface CaseData {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly form: 'pdf' | 'office-pdf' | 'pdfs' | 'docx';
  readonly face: 'song' | 'noto';
  readonly agency: Agency;
  readonly year: number;
  readonly serial: number;
  readonly cause: string;
  readonly source: { readonly kind: string; readonly foundOn: string; readonly text: string };
  readonly party: Party;
  readonly handlers: readonly [Officer, Officer];
  readonly recorder: string;
  readonly filing: {
    readonly proposedOn: string;
    readonly approvedOn: string;
    readonly facts: string;
    readonly violated: string;
  };
  readonly inspection: Inspection;
  readonly inquiries: readonly Inquiry[];
  readonly preservation?: Preservation;
  readonly appraisal?: Appraisal;
  readonly evidence: readonly Evidence[];
  readonly correction: {
    readonly date: string;
    readonly deadline: string;
    readonly demands: readonly string[];
    readonly basis: string;
  };
  readonly facts: readonly string[];
  readonly violated: string;
  readonly basis: string;
  readonly discretion: string;
  readonly penalties: readonly string[];
  readonly fine: number;
  readonly gains?: number;
  readonly investigation: { readonly date: string };
  readonly review?: {
    readonly submittedOn: string;
    readonly date: string;
    readonly reviewers: readonly string[];
    readonly afterHearing?: boolean;
  };
  readonly notice: {
    readonly date: string;
    readonly servedOn: string;
    readonly hearing: boolean;
    /** 三日 under the law before 15 July 2021. */
    readonly days?: string;
    readonly fine?: number;
    readonly penalties?: readonly string[];
  };
  readonly response: Response;
  readonly hearing?: Hearing;
  readonly discussion?: Discussion;
  /** The heads must discuss it, whether or not they did. */
  readonly major?: boolean;
  readonly approval: { readonly date: string; readonly fine?: number };
  readonly decision: {
    readonly date: string;
    readonly servedOn: string;
    readonly litigation?: string;
    readonly withoutReview?: boolean;
  };
  readonly publication?: { readonly date: string };
  readonly payment?: { readonly date: string; readonly receipt: string };
  readonly confiscated?: {
    readonly goods: readonly Goods[];
    readonly takenOn: string;
    readonly disposedOn: string;
    readonly how: string;
  };
  readonly closing: { readonly proposedOn: string; readonly date: string };
  readonly archivedOn: string;
  /** Planted contradictions: what single papers say otherwise. */
  readonly contradictions?: {
    readonly partyInReport?: string;
    readonly codeInFiling?: string;
    readonly filingDateInReport?: string;
    readonly numberInReceipt?: string;
  };
  readonly planted: readonly Planted[];
}
