import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Kinds } from '../src/documents/kinds.ts';

/** The kinds on file, as every reader of papers is given them. */
export const kinds = parse(readFileSync(path.join(import.meta.dirname, '../../../rules/kinds.yaml'), 'utf8')) as Kinds;
