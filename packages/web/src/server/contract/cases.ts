import { Type } from 'typebox';
import { changeSet, finding, ruling, scoreResult, timeline } from './judgement.ts';
import { caseRecord, factValue, shownDocument } from './record.ts';
import { storedMark } from './requests.ts';
import { day, digest, moment, orNull, strict } from './shape.ts';

/**
 * `waiting` for its files, of which `missing` have not come; `queued` waits for its turn; `failed` is our own fault, after every attempt: `message` says what happened and
 * the check can be started again; `unreadable`: none of its files can be read.
 */
export const caseState = Type.Enum([
  'waiting',
  'queued',
  'reading',
  'checking',
  'done',
  'unreadable',
  'cancelled',
  'failed',
]);

export const caseSummary = strict({
  id: Type.String(),
  name: Type.String(),
  state: caseState,
  progress: strict({
    done: Type.Integer({ minimum: 0 }),
    total: Type.Integer({ minimum: 0 }),
    step: Type.String({ description: 'Chinese: what is going on' }),
  }),
  message: orNull(Type.String({ description: 'Chinese: what went wrong, naming the files' })),
  noticed: orNull(
    Type.String({
      description: 'Chinese: what is unusual about the files themselves, as hidden words, and to be looked at',
    }),
  ),
  received: moment,
  files: Type.Integer({ minimum: 0 }),
  missing: Type.Array(Type.String(), { description: 'files announced that have not come; only while waiting' }),
  pages: orNull(Type.Integer({ minimum: 0 })),
  standard: Type.String(),
  score: orNull(
    strict({
      total: Type.Number(),
      max: Type.Number(),
      pending: Type.Number(),
      low: Type.Number(),
      high: Type.Number(),
      grade: orNull(Type.String()),
    }),
  ),
  defects: orNull(
    strict({
      invalidating: Type.Integer({ minimum: 0 }),
      serious: Type.Integer({ minimum: 0 }),
      minor: Type.Integer({ minimum: 0 }),
    }),
  ),
  pendingItems: orNull(Type.Integer({ minimum: 0 })),
  party: orNull(Type.String()),
  number: orNull(Type.String()),
  agency: orNull(Type.String()),
});

export const storedFile = strict({
  id: digest,
  name: Type.String({ description: 'unique within the case; anchors name the file by it' }),
  size: Type.Integer({ minimum: 0, description: 'bytes' }),
  sha256: digest,
});

export const shownFile = strict({
  id: digest,
  name: Type.String(),
  format: orNull(
    Type.Enum(['pdf', 'docx', 'ofd', 'xlsx', 'csv', 'txt', 'json', 'image', 'archive'], {
      description: 'null until it was read; the entries of an archive are files of their own',
    }),
  ),
  pages: orNull(Type.Integer({ minimum: 0 })),
  size: Type.Integer({ minimum: 0 }),
  sha256: digest,
  unreadable: orNull(Type.String()),
  locked: Type.Boolean({ description: 'encrypted, and not opened yet' }),
});

export const correction = strict(
  {
    path: Type.String(),
    value: factValue,
    origin: Type.Enum(['entered', 'confirmed']),
    was: orNull(factValue),
    reason: Type.String(),
    by: Type.String(),
    at: moment,
  },
  'a fact entered or confirmed by a person; `was` is what the machine had read',
);

export const blocking = strict(
  {
    place: Type.String({ description: '决定书.pdf, or 案卷.pdf 第 3、5–7 页' }),
    file: Type.String(),
    pages: orNull(Type.Array(Type.Integer({ minimum: 1 }))),
    reason: Type.String(),
    kind: orNull(Type.String()),
    partly: Type.Boolean({ description: 'words of these pages were read, though not all, it may be' }),
    findings: Type.Array(Type.String()),
  },
  'what was not read (null pages: the whole file), and the keys of findings that cannot be told for it',
);

/** Everything the reading room shows. What depends on a check is null or empty until there is one. */
export const caseDetail = strict({
  summary: caseSummary,
  files: Type.Array(shownFile),
  documents: Type.Array(shownDocument),
  record: orNull(caseRecord),
  findings: Type.Array(finding),
  score: orNull(scoreResult),
  rulings: Type.Array(ruling),
  corrections: Type.Array(correction),
  marks: Type.Array(storedMark),
  timeline: orNull(timeline),
  pack: strict({
    id: Type.String({ description: 'ids of the packs of the chain, joined with +' }),
    hash: Type.String(),
    chain: Type.Array(strict({ id: Type.String(), title: Type.String() })),
    why: Type.String({ description: 'why these packs, in Chinese; empty before the first check' }),
  }),
  standard: strict({
    id: Type.String(),
    edition: orNull(Type.String({ description: 'settled by the first score' })),
    title: Type.String(),
  }),
  asOf: orNull(day),
  notChecked: Type.Array(Type.String()),
  blocking: Type.Array(blocking),
  changed: orNull(changeSet),
});

export const caseList = strict({ cases: Type.Array(caseSummary) });
export const oneCase = strict({ case: caseSummary });
export const oneDetail = strict({ case: caseDetail });
export const oneFile = strict({ file: storedFile });
export const removed = strict({ id: Type.String() });

export const reportQuery = strict({ format: Type.Optional(Type.Enum(['json', 'txt'])) });
const fileName = Type.String({ minLength: 1, maxLength: 4000 });
export const fileQuery = strict({
  name: fileName,
  instead: Type.Optional(Type.String({ maxLength: 4000, description: 'name of the file of the case it replaces' })),
});
export const fileGone = strict({ name: fileName });
export const rulingQuery = strict({ finding: Type.Optional(Type.String({ maxLength: 500 })) });
