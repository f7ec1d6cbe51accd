/** A kind of document of rules/kinds.yaml. */
export interface Kind {
  readonly id: string;
  /** Chinese name for people. */
  readonly label: string;
  /** Place in the file (卷内顺序). */
  readonly order: number;
  /** Headings agencies print, the usual one first. */
  readonly titles: readonly string[];
}

export type Kinds = readonly Kind[];
