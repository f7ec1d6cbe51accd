import type { Limits } from '../limits.ts';
import type { Box, ReadCharacter } from '../protocol.ts';
import { Worker } from '../worker.ts';

/** Stretches of print on a page made ready for recognition, in pixels of its picture (PGM) at `file`. */
export interface Stretches {
  readonly file: string;
  readonly boxes: readonly Box[];
}

/**
 * A second reader of print, by a model that learnt apart from tesseract's and errs elsewhere (docs/decisions/0008-second-reader.md). It runs in a
 * process of its own and is not there on systems for which its native code was not built.
 */
export class LineReader {
  readonly #worker = new Worker({ native: true });

  /** The characters of each stretch; null where there is no such reader, or it failed: then the first reading stands alone. */
  async read(
    { file, boxes }: Stretches,
    limits: Limits,
    signal?: AbortSignal,
  ): Promise<readonly (readonly ReadCharacter[])[] | null> {
    let lines: readonly (readonly ReadCharacter[])[] | null = null;
    const { failed } = await this.#worker.run(
      { kind: 'lines', path: file, boxes, limits },
      limits,
      (answer) => {
        if (answer.kind === 'lines') ({ lines } = answer);
        return undefined;
      },
      signal,
    );
    return failed === null ? lines : null;
  }

  close(): void {
    this.#worker.close();
  }
}
