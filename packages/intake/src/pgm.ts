/** A picture in the simplest format: one byte of grey a pixel behind a line of sizes. */
export interface Pgm {
  readonly width: number;
  readonly height: number;
  /** Where the pixels begin. */
  readonly from: number;
  readonly bytes: Uint8Array;
}

export function pgmOf(bytes: Buffer): Pgm {
  const head = /^P5\n(\d+) (\d+)\n255\n/u.exec(bytes.toString('latin1', 0, 40));
  return { width: Number(head?.[1] ?? 0), height: Number(head?.[2] ?? 0), from: head?.[0].length ?? 0, bytes };
}
