import os from 'node:os';
import type { Limits } from '../limits.ts';
import type { Box, ReadCharacter } from '../protocol.ts';
import { charactersOf } from '../taught.ts';
import { Worker } from '../worker.ts';

/** Stretches of print on a page made ready for recognition, in pixels of its picture (plain) at `file`. */
export interface Stretches {
  readonly file: string;
  readonly boxes: readonly Box[];
}

/** It takes a tenth of the work of recognition: one process serves so many cores. */
const coresEach = 4;

/**
 * A second reader of print, by a model that learnt apart from tesseract's and errs elsewhere (docs/decisions/0008-second-reader.md). It runs in
 * processes of its own, shared by all who recognise, and is not there on systems for which its native code was not built.
 */
export class LineReader {
  readonly #workers: readonly Worker[];
  readonly #free: Worker[];
  readonly #waiting: ((worker: Worker) => void)[] = [];

  constructor(cores = os.availableParallelism()) {
    this.#workers = Array.from({ length: Math.ceil(cores / coresEach) }, () => new Worker({ native: true }));
    this.#free = [...this.#workers];
  }

  /** The characters of each stretch; null where there is no such reader, or it failed: then the first reading stands alone. */
  async read(
    { file, boxes }: Stretches,
    limits: Limits,
    signal?: AbortSignal,
  ): Promise<readonly (readonly ReadCharacter[])[] | null> {
    const worker = this.#free.pop() ?? (await new Promise<Worker>((resolve) => this.#waiting.push(resolve)));
    try {
      let lines: readonly (readonly ReadCharacter[])[] | null = null;
      const { failed } = await worker.run(
        { kind: 'lines', path: file, boxes, limits },
        limits,
        (answer) => {
          if (answer.kind === 'lines') ({ lines } = answer);
          return undefined;
        },
        signal,
      );
      return failed === null ? lines : null;
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(worker);
      else next(worker);
    }
  }

  /** Ends the processes; what is asked after that starts them anew. */
  close(): void {
    for (const worker of this.#workers) worker.close();
  }
}

let taught: Promise<ReadonlySet<string>> | null = null;

/** The characters the second model was taught: all common ones, and little more than half of the rare ones that names are made of. */
export function charactersTaught(): Promise<ReadonlySet<string>> {
  taught ??= charactersOf().then((list) => new Set(list));
  return taught;
}

/** The one all recognisers of this process share. */
export const lineReader = new LineReader();
