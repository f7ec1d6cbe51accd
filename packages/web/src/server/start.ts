import path from 'node:path';
import { lawLibrary } from './law.ts';
import { LawTexts } from './law-texts.ts';
import { openChecker } from './real.ts';
import { samplesIn } from './samples.ts';
import { type Listening, listen } from './serve.ts';

const root = path.resolve(import.meta.dirname, '../../../..');

export interface ServeOptions {
  readonly host?: string;
  readonly port?: number;
  /** Folder that holds everything: the database and the originals. */
  readonly data: string;
  /** Rules folder; the one of this checkout when absent. */
  readonly rules?: string;
  /** Folder of samples; the one of this checkout when absent. */
  readonly samples?: string;
}

/**
 * Serves page and API on this machine until closed. Throws UserMistake (exit code 2) for an address that is not loopback, a port taken or a
 * data folder in use, RuleMistakes for a broken rules folder.
 */
export function serve({ host = '127.0.0.1', port = 8080, data, rules, samples }: ServeOptions): Promise<Listening> {
  return listen({ host, port, data }, async () => {
    const { checker, library, book, reports } = await openChecker(rules);
    const law = lawLibrary(book, new LawTexts(data));
    const shelf = samplesIn(samples ?? path.join(root, 'samples'), book.pack.dictionary);
    return { checker, library, law, reports, samples: shelf };
  });
}
