import { Type } from 'typebox';
import { mark, verdict } from './judgement.ts';
import { factValue } from './record.ts';
import { moment, strict } from './shape.ts';

const name = Type.String({ minLength: 1, maxLength: 255 });
const reason = Type.String({ minLength: 1, maxLength: 2000 });

export const newCase = strict({
  name,
  standard: Type.Optional(Type.String({ maxLength: 100 })),
  files: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 4000 }), {
      maxItems: 2000,
      description: 'names of the files that will follow: until all are there it is told which are not',
    }),
  ),
});

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

const pageMark = {
  file: Type.String({ minLength: 1, maxLength: 4000, description: 'name of the file within the case' }),
  page: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  as: Type.Enum(['begins', 'continues', 'blank', 'unrelated', 'attachment'], {
    description: 'a paper begins here, or the one before goes on; or the page is set aside and nothing is read from it',
  }),
  kind: Type.Optional(Type.String({ maxLength: 100, description: 'id of a kind of document, for begins' })),
};

export const newMark = strict(pageMark);
export const storedMark = strict({ ...pageMark, by: Type.String(), at: moment }, 'what a person says of a page');
export const markQuery = strict({
  file: Type.String({ minLength: 1, maxLength: 4000 }),
  page: Type.String({ pattern: '^[1-9][0-9]{0,5}$' }),
});

export const filePassword = strict({ password: Type.String({ minLength: 1, maxLength: 1000 }) });

export const newStandard = strict({ standard: Type.String({ minLength: 1, maxLength: 100 }) });
