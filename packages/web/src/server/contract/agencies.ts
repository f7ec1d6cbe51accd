import { Type } from 'typebox';
import { moment, orNull, strict } from './shape.ts';

const profile = Type.Record(Type.String(), Type.Unknown(), {
  description:
    'an agency profile as its file says it: `agency.*` facts without that prefix; a value that changed is a list of { since, until, value }',
});

export const agencySummary = strict({
  id: Type.String(),
  name: Type.String(),
  officers: Type.Integer({ minimum: 0 }),
  decisions: Type.Integer({ minimum: 0, description: 'decisions its list names as major' }),
  powers: Type.Integer({ minimum: 0 }),
  updated: moment,
});
export const agencyList = strict({ agencies: Type.Array(agencySummary) });
export const oneAgency = strict({ agency: strict({ summary: agencySummary, profile }) });
export const newAgency = strict({ profile });
export const importQuery = strict({ name: Type.String({ minLength: 1, maxLength: 4000 }) });
export const agencyImport = strict({
  profile,
  mapping: Type.Array(
    strict({
      file: Type.String(),
      sheet: Type.String(),
      kind: orNull(Type.Enum(['roster', 'major', 'powers'])),
      heading: orNull(Type.Integer()),
      columns: Type.Array(strict({ heading: Type.String(), field: orNull(Type.String()) })),
      taken: Type.Integer({ minimum: 0 }),
    }),
  ),
  problems: Type.Array(Type.String({ description: 'file, sheet, row and what is wrong, in Chinese' })),
});
