import type { Anchor, CaseDocument, CaseRecord, FactValue, PageText } from '@anjuan/core';
import { Type } from 'typebox';
import { orNull, strict } from './shape.ts';

export const anchor = Type.Unsafe<Anchor>(
  strict({
    document: Type.String(),
    file: Type.String({ description: 'name of the file within the case' }),
    page: Type.Integer({ minimum: 1 }),
    quote: Type.String(),
    range: orNull(Type.Array(Type.Integer(), { minItems: 2, maxItems: 2 })),
    box: orNull(
      Type.Array(Type.Number(), { minItems: 4, maxItems: 4, description: 'points from the top left corner' }),
    ),
  }),
);

/** A value of the dictionary of facts; its type is that of rules/facts.yaml, which the server checks besides. */
export const factValue = Type.Unsafe<FactValue>(
  Type.Union([
    Type.String(),
    Type.Number(),
    Type.Boolean(),
    Type.Array(Type.Union([Type.String(), Type.Object({})]), { maxItems: 2000 }),
  ]),
);

const documentShape = {
  id: Type.String(),
  kind: Type.String(),
  title: Type.String(),
  file: Type.String(),
  pages: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 2, maxItems: 2 }),
  also: Type.Optional(
    Type.Array(
      strict({ file: Type.String(), pages: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 2, maxItems: 2 }) }),
      { description: 'further files it goes over, where each picture of a page is a file' },
    ),
  ),
};

const caseDocument = Type.Unsafe<CaseDocument>(strict(documentShape));

/** A recognised paper with how much was read from it and how many findings point at it. */
export const shownDocument = Type.Unsafe<CaseDocument & { readonly facts: number; readonly findings: number }>(
  strict({ ...documentShape, facts: Type.Integer({ minimum: 0 }), findings: Type.Integer({ minimum: 0 }) }),
);

export const caseRecord = Type.Unsafe<CaseRecord>(
  strict({
    id: Type.String(),
    jurisdiction: Type.Optional(Type.String()),
    agency: Type.Optional(Type.String()),
    sector: Type.Optional(Type.String()),
    caseType: Type.Optional(
      Type.Enum(['penalty', 'licence', 'compulsory-measure', 'compulsory-enforcement', 'inspection', 'transfer']),
    ),
    procedure: Type.Optional(Type.Enum(['ordinary', 'summary'])),
    complete: Type.Boolean(),
    facts: Type.Object({}, { description: 'by the dotted paths of rules/facts.yaml' }),
    documents: Type.Array(caseDocument),
    unread: Type.Optional(
      Type.Array(
        strict({
          file: Type.String(),
          page: orNull(Type.Integer({ minimum: 1, description: 'null when nothing of the file was read' })),
          reason: Type.String(),
          kind: Type.Optional(Type.String()),
        }),
      ),
    ),
    notices: Type.Optional(
      Type.Array(
        strict({
          file: Type.String(),
          page: orNull(Type.Integer({ minimum: 1 })),
          kind: Type.String(),
          message: Type.String(),
          quote: Type.Optional(Type.String()),
        }),
      ),
    ),
  }),
);

const run = strict({
  text: Type.String(),
  x: Type.Number(),
  y: Type.Number(),
  width: Type.Number(),
  height: Type.Number(),
  confidence: Type.Optional(Type.Number()),
});

const box = Type.Array(Type.Number(), { minItems: 4, maxItems: 4 });
const count = Type.Integer({ minimum: 0 });

export const pageText = Type.Unsafe<PageText>(
  strict({
    number: Type.Integer({ minimum: 1 }),
    width: Type.Number(),
    height: Type.Number(),
    text: Type.String(),
    lines: Type.Array(strict({ start: Type.Integer(), end: Type.Integer(), runs: Type.Array(run) })),
    unread: Type.Optional(Type.String()),
    source: Type.Optional(Type.Enum(['scan'], { description: 'the words were recognised on a picture' })),
    turn: Type.Optional(Type.Enum([90, 180, 270])),
    tables: Type.Optional(
      Type.Array(
        strict({
          cells: Type.Array(
            strict({
              row: count,
              column: count,
              rows: count,
              columns: count,
              start: count,
              end: count,
              box: Type.Optional(box),
            }),
          ),
        }),
      ),
    ),
    seals: Type.Optional(Type.Array(strict({ box, text: Type.Optional(Type.String()) }))),
  }),
);
