import { Type } from 'typebox';
import { orNull, strict, type Wire } from './shape.ts';

const path = orNull(Type.String({ description: 'path of a fact, `id` for what names the case, null: not used' }));

export const ledgerView = strict({
  row: Type.Integer({ minimum: 1, description: 'row of the headings' }),
  known: Type.Boolean({ description: 'false: no heading is known, a person has to say what the columns are' }),
  cases: Type.Integer({ minimum: 0 }),
  columns: Type.Array(
    strict({
      heading: Type.String(),
      path,
      by: orNull(Type.Enum(['named', 'alike', 'person'])),
      example: Type.String(),
    }),
  ),
  told: Type.Array(Type.String(), { description: 'what of the file was not read, or is to be looked at' }),
  problems: Type.Array(Type.String()),
  passed: Type.Array(Type.String(), { description: 'rows that are no cases: headings once more, sums, notes' }),
});

export const ledgerMapping = strict({
  mapping: Type.Record(Type.String({ maxLength: 500 }), path, { description: 'heading → what its column holds' }),
});

export const ledgerMade = strict({
  cases: Type.Integer({ minimum: 0 }),
  made: Type.Integer({ minimum: 0, description: 'those of them that were not there before' }),
  problems: Type.Array(Type.String()),
});

export type LedgerView = Wire<typeof ledgerView>;
export type LedgerMade = Wire<typeof ledgerMade>;
