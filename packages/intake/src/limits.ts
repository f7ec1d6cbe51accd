/** Bounds on what is taken in; a file or archive beyond one is refused with the bound it hit. */
export interface Limits {
  /** Bytes of one file: as many as its parser can hold beside what it makes of them. */
  readonly fileBytes: number;
  /** Bytes of an archive or a file of records, which are read a piece at a time. */
  readonly archiveBytes: number;
  /** Entries of one archive. */
  readonly entries: number;
  /** Bytes all entries of an archive inflate to, counted while they are inflated. */
  readonly inflatedBytes: number;
  /** Inflated to packed size, once over `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Bytes of one XML part of an office file. */
  readonly xmlBytes: number;
  readonly xmlDepth: number;
  readonly pages: number;
  /** Rows of a table. */
  readonly rows: number;
  /** Resident memory of a parser, bytes; it is killed above. */
  readonly memoryBytes: number;
  /** Milliseconds a file may take, and how many more for each of its pages. */
  readonly fileTime: number;
  readonly pageTime: number;
}

export const defaultLimits: Limits = {
  fileBytes: 256 * 2 ** 20,
  archiveBytes: 2 * 2 ** 30,
  entries: 20_000,
  inflatedBytes: 4 * 2 ** 30,
  ratio: 300,
  ratioFrom: 64 * 2 ** 20,
  xmlBytes: 128 * 2 ** 20,
  xmlDepth: 256,
  pages: 20_000,
  rows: 200_000,
  memoryBytes: 430 * 2 ** 20,
  fileTime: 25_000,
  pageTime: 20,
};

/** Something about the file itself: told to the user as it is, in Chinese. */
export class Unreadable extends Error {
  override readonly name: string = 'Unreadable';
}

/** A part of the file is damaged; what other parts hold may be read all the same. */
export class Broken extends Unreadable {}

/** A part brings declarations of its own, with which others are drawn in or blown up: it is not read, what other parts hold may be. */
export class Declared extends Broken {}

/** The file is encrypted, and the password was not given or is wrong. */
export class Locked extends Unreadable {}
