/** A law of rules/laws.yaml with the dates its versions were in force, half-open. */
export interface Law {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  /** Laws that took its place when it was repealed. */
  readonly successors: readonly string[];
  readonly versions: readonly {
    readonly from: string;
    readonly to: string | null;
    readonly number?: string | null;
    /** Highest article; null for papers without numbered articles. */
    readonly articles?: number | null;
    /** How its articles are built; absent where the text was not had. */
    readonly structure?: LawStructure;
  }[];
}

/** How the articles of one version of a law are built. Keys are articles as `60` or `60-1`. */
export interface LawStructure {
  /** Highest article of the text it was drawn from. */
  readonly covers: number;
  /** Articles with several paragraphs, and how many. */
  readonly paragraphs: ReadonlyMap<string, number>;
  /** Items by `article.paragraph`, paragraphs counted from 1. */
  readonly items: ReadonlyMap<string, number>;
  /** Articles put in between: 60-1. */
  readonly added: ReadonlySet<string>;
  /** Periods an article sets: 7w for seven working days, 15d, 3m, 2y, 24h. */
  readonly days: ReadonlyMap<string, readonly string[]>;
}
