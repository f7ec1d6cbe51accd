import { Type } from 'typebox';
import { severity } from './judgement.ts';
import { day, orNull, strict } from './shape.ts';

const coverageStatus = Type.Enum(['automatic', 'assisted', 'by-hand', 'none']);

const question = strict({
  id: Type.String(),
  title: Type.String(),
  question: Type.String(),
  look: Type.Array(Type.String(), { description: 'kinds of document to open, as people call them' }),
});

/** What the law demands and how it is checked. */
export const covered = strict({
  id: Type.String(),
  says: Type.String({ description: 'our own wording' }),
  type: Type.String(),
  stage: Type.String(),
  sector: orNull(Type.String()),
  province: orNull(Type.String()),
  severity,
  law: orNull(Type.String()),
  lawTitle: Type.String(),
  place: Type.String({ description: '第六十条第一款, empty where the text was not had' }),
  from: day,
  to: orNull(day),
  status: orNull(coverageStatus),
  rules: Type.Array(Type.String()),
  questions: Type.Array(question),
});

/** `GET /api/coverage`; a requirement with status null is a draft whose text was not had. */
export const coverage = strict({
  requirements: Type.Array(covered),
  types: Type.Array(strict({ id: Type.String(), label: Type.String() })),
});

export const lawSummary = strict({
  id: Type.String(),
  title: Type.String(),
  short: Type.String(),
  kind: Type.String(),
  counts: Type.Boolean({ description: 'whether it is on file how the law counts its periods' }),
  versions: Type.Array(
    strict({ from: day, to: orNull(day), text: Type.Boolean({ description: 'its text was imported' }) }),
  ),
});
export const lawList = strict({ laws: Type.Array(lawSummary) });

export const articleQuery = strict({ on: Type.Optional(day) });
/** `GET /api/laws/:id/articles/:article`: the text of the version in force on that day, where it was imported. */
export const articleText = strict({
  article: orNull(
    strict({
      law: Type.String(),
      title: Type.String(),
      from: day,
      to: orNull({ ...day, description: 'first day on which this version was no longer in force' }),
      place: Type.String(),
      paragraphs: Type.Array(strict({ text: Type.String(), items: Type.Array(Type.String()) })),
    }),
  ),
});

const daysUnit = Type.Enum(['days', 'natural-days', 'working-days', 'months', 'years', 'hours']);
/** `POST /api/days`: from the day after `from` so many days; `days` leaves it to the law whether they are working days. */
export const daysQuestion = strict({
  from: Type.String({ maxLength: 25 }),
  limit: Type.Integer({ minimum: 0, maximum: 10_000 }),
  unit: daysUnit,
  law: Type.Optional(Type.String({ maxLength: 200 })),
  article: Type.Optional(Type.Integer({ minimum: 1, maximum: 2000 })),
  suspend: Type.Optional(Type.Array(Type.Array(day, { minItems: 2, maxItems: 2 }), { maxItems: 20 })),
  roll: Type.Optional(Type.Boolean()),
  back: Type.Optional(Type.Boolean()),
});
export const daysAnswer = strict({
  due: Type.String(),
  rolledFrom: orNull(day),
  unit: Type.String(),
  limit: Type.Integer(),
  counted: Type.Array(day),
  days: Type.Array(
    strict({
      day,
      role: Type.Enum(['start', 'counted', 'off', 'suspended', 'over', 'due']),
      number: orNull(Type.Integer()),
      works: orNull(Type.Boolean()),
    }),
  ),
  basis: Type.Array(
    strict({
      decides: Type.Enum(['unit', 'start', 'end', 'roll']),
      law: Type.String(),
      lawTitle: Type.String(),
      article: Type.Integer(),
      paragraph: orNull(Type.Integer()),
      says: Type.String(),
    }),
  ),
  why: Type.String(),
  warnings: Type.Array(Type.String()),
});
