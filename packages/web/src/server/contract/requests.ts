import { Type } from 'typebox';
import { mark, verdict } from './judgement.ts';
import { factValue } from './record.ts';
import { strict } from './shape.ts';

const name = Type.String({ minLength: 1, maxLength: 255 });
const reason = Type.String({ minLength: 1, maxLength: 2000 });

export const newCase = strict({ name, standard: Type.Optional(Type.String({ maxLength: 100 })) });

export const newFact = strict({ value: factValue, reason, confirm: Type.Optional(Type.Boolean()) });

/** The item stands in the address; who and when are known to the server. */
export const newRuling = strict({
  finding: Type.Optional(Type.String({ maxLength: 500 })),
  verdict,
  points: Type.Optional(
    Type.Number({ minimum: 0, maximum: 1000, description: 'only for deduct, at most two decimals' }),
  ),
  count: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  marks: Type.Optional(Type.Array(mark, { minItems: 1, maxItems: 100 })),
  got: Type.Optional(Type.Number({ minimum: 0, maximum: 1000 })),
  reason,
});

export const newStandard = strict({ standard: Type.String({ minLength: 1, maxLength: 100 }) });
