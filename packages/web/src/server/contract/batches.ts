import type { BatchModel } from '@anjuan/core';
import { Type } from 'typebox';
import { day, moment, orNull, strict } from './shape.ts';

const period = strict({ from: day, to: day });
const text = (most: number) => Type.String({ minLength: 2, maxLength: most });

/** A batch as it is made or changed; a day left out is today. */
export const newBatch = strict({
  name: text(100),
  organ: Type.Optional(text(100)),
  number: Type.Optional(text(60)),
  day: Type.Optional(day),
  period: Type.Optional(period),
  standard: Type.Optional(Type.String({ maxLength: 100 })),
  units: Type.Optional(Type.Array(text(100), { maxItems: 2000 })),
  cases: Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 20_000 }),
});

export const batchSummary = strict({
  id: Type.String(),
  name: Type.String(),
  organ: orNull(Type.String()),
  number: orNull(Type.String()),
  day,
  period: orNull(period),
  standard: orNull(Type.String()),
  units: Type.Array(Type.String()),
  created: moment,
  cases: Type.Integer({ minimum: 0 }),
  checked: Type.Integer({ minimum: 0 }),
});

export const batchList = strict({ batches: Type.Array(batchSummary) });
export const oneBatch = strict({ batch: batchSummary });

/** The figures of a batch; `model` is what reports are made of, its cases cut to what the page shows. `refused`: why there are none. */
export const batchDetail = strict({
  batch: batchSummary,
  cases: Type.Array(Type.String(), { description: 'ids' }),
  model: Type.Unsafe<BatchModel | null>({
    description: 'BatchModel of @anjuan/core; null when nothing can be reported',
  }),
  classes: Type.Array(strict({ id: Type.String(), title: Type.String() })),
  refused: orNull(Type.String()),
});

export const batchQuery = strict({ earlier: Type.Optional(Type.String({ maxLength: 100 })) });

const kind = Type.Enum(['circulation', 'unit', 'self-check', 'rectify', 'annual', 'sheet']);

/** Which documents of a batch: `edition` all gives the circulated, the units' and the internal one together. */
export const exportRequest = strict({
  kind,
  format: Type.Enum(['docx', 'html', 'xlsx', 'json']),
  edition: Type.Enum(['circulation', 'one-to-one', 'internal', 'all']),
  anonymous: Type.Boolean(),
  sources: Type.Boolean(),
  unit: Type.Optional(Type.String({ maxLength: 200 })),
  earlier: Type.Optional(Type.String({ maxLength: 100 })),
  keep: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 5000, description: 'personal data left uncovered' }),
});

const personalHit = strict({
  kind: Type.Enum(['name', 'id-number', 'phone', 'address', 'unit']),
  text: Type.String(),
  replacement: Type.String(),
  covered: Type.Boolean(),
  context: Type.String(),
  times: Type.Integer({ minimum: 1 }),
});

export const personalCheck = strict({ documents: Type.Integer({ minimum: 0 }), hits: Type.Array(personalHit) });

export const exportState = strict({
  id: Type.String(),
  state: Type.Enum(['running', 'done', 'failed', 'cancelled']),
  done: Type.Integer({ minimum: 0 }),
  total: Type.Integer({ minimum: 0 }),
  file: orNull(Type.String({ description: 'name of the file once it is there' })),
  message: orNull(Type.String()),
});

export const phrases = strict({
  own: Type.String({ description: 'YAML as the bureau wrote it' }),
  standing: Type.String({ description: 'YAML of the project' }),
});
export const newPhrases = strict({ own: Type.String({ maxLength: 200_000 }) });
export const previewRequest = strict({
  own: Type.String({ maxLength: 200_000 }),
  batch: Type.String({ maxLength: 100 }),
  kind: Type.Enum(['circulation', 'unit', 'self-check', 'rectify', 'annual']),
});
export const preview = strict({ html: Type.String() });
