import { Type } from 'typebox';
import { basis, inForce, itemKind, outcome, severity } from './judgement.ts';
import { orNull, strict } from './shape.ts';

const ruleShape = {
  id: Type.String(),
  title: Type.String(),
  severity,
  status: Type.Enum(['active', 'draft']),
  theme: Type.String({ description: 'folder the rule lies in' }),
  basis: Type.Array(basis),
  versions: Type.Array(inForce),
  requirement: Type.Array(Type.String()),
  types: Type.Array(Type.String(), { description: 'types of case it is for; empty: all' }),
  procedures: Type.Array(Type.String()),
  pack: Type.String({ description: 'national, or the sector or province whose rule it is' }),
  coverage: Type.Enum(['automatic', 'assisted'], { description: 'assisted: the reviewer answers a question as well' }),
  cases: Type.Integer({ minimum: 0, description: 'how many cases the rule carries' }),
};

export const ruleSummary = strict(ruleShape);

/** A condition in words: one clause a node, such as 下列各项都成立 over its children. */
export interface Phrase {
  readonly text: string;
  readonly children: readonly Phrase[];
}

export const phrase = Type.Unsafe<Phrase>(
  strict({ text: Type.String(), children: Type.Array(Type.Object({}), { description: 'the same again' }) }),
);

const ruleCase = strict({
  name: Type.String(),
  record: Type.Unsafe<Readonly<Record<string, unknown>>>(Type.Object({})),
  expect: outcome,
  got: outcome,
});

/** `GET /api/rules/:id`; `condition` has one phrase for each version, in the order of `rule.versions`. */
export const ruleDetail = strict({
  rule: strict({
    ...ruleShape,
    message: Type.String(),
    advice: Type.String(),
    curable: Type.Enum(['yes', 'explain', 'no']),
    look: Type.Array(Type.String()),
    datedBy: Type.Array(Type.String(), { description: 'what dates each version' }),
  }),
  requirements: Type.Array(
    strict({
      id: Type.String(),
      says: Type.String(),
      place: Type.String({ description: '《行政处罚法》第六十条' }),
      questions: Type.Array(Type.String()),
    }),
  ),
  condition: Type.Array(strict({ when: orNull(phrase), require: phrase })),
  cases: Type.Array(ruleCase),
});

const shares = {
  items: Type.Integer(),
  automatic: Type.Integer({ description: 'items that rules decide' }),
  assisted: Type.Integer({ description: 'items that rules and a reviewer decide' }),
  byHand: Type.Integer(),
};

const standardShape = {
  id: Type.String(),
  edition: Type.String(),
  title: Type.String(),
  issuer: Type.String(),
  year: Type.String(),
  from: orNull(Type.String({ description: 'first day of use' })),
  to: orNull(Type.String({ description: 'day from which it is no longer used' })),
  note: Type.String({ description: 'where the text comes from and what is not known of it' }),
  excerpt: Type.Boolean({ description: 'part of a published sheet only' }),
  supplement: Type.Boolean({ description: 'put beside another standard' }),
  hash: Type.String({ description: 'SHA-256 of what it says' }),
  ...shares,
  sheets: Type.Array(
    strict({
      id: Type.String(),
      title: Type.String(),
      full: Type.Number({ description: 'highest total without bonus' }),
      points: orNull(Type.Number({ description: 'what the items are worth together, as printed' })),
      vetoes: Type.Integer(),
      ...shares,
    }),
  ),
};

export const standardSummary = strict(standardShape);

const standardItem = strict({
  id: Type.String(),
  sheet: Type.String(),
  section: Type.String(),
  title: Type.String(),
  kind: itemKind,
  full: orNull(Type.Number()),
  mode: Type.Enum(['automatic', 'assisted', 'by-hand']),
  question: orNull(Type.String()),
  price: Type.String({ description: 'what it costs or brings, in words' }),
  rules: Type.Array(Type.String()),
});

export const standardDetail = strict({ standard: standardSummary, items: Type.Array(standardItem) });

export const sample = strict({
  id: Type.String(),
  title: Type.String(),
  about: Type.String(),
  pages: orNull(Type.Integer({ minimum: 0 })),
  planted: Type.Integer({ minimum: 0, description: 'defects planted' }),
});

export const health = strict({
  ok: Type.Literal(true),
  version: Type.String(),
  pack: strict({ id: Type.String(), hash: Type.String() }),
  ocr: Type.Boolean(),
});

export const ruleList = strict({ rules: Type.Array(ruleSummary) });
export const standardList = strict({ standards: Type.Array(standardSummary) });
export const sampleList = strict({ samples: Type.Array(sample) });

const codes = Type.Record(Type.String(), Type.String(), { description: 'what the codes of its values mean' });

/** `GET /api/dictionary`: what facts and kinds of document are called. */
export const dictionary = strict({
  facts: Type.Array(
    strict({
      path: Type.String(),
      type: Type.String(),
      label: Type.String(),
      codes,
      fields: Type.Array(strict({ name: Type.String(), label: Type.String(), codes })),
    }),
  ),
  kinds: Type.Array(strict({ id: Type.String(), label: Type.String() })),
});
