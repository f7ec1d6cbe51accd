import type { Comparison, ScoreSheet, StandardDiff } from '@anjuan/core';
import { Type } from 'typebox';
import { itemKind, itemState, scoreResult } from './judgement.ts';
import { orNull, strict } from './shape.ts';

const name = Type.String({ minLength: 1, maxLength: 100 });

export const standardsQuery = strict({
  standards: Type.Optional(Type.String({ maxLength: 1000, description: '编号或 编号@版本，用逗号分开' })),
});

export const diffQuery = strict({ from: name, to: name });

export const whatIfBody = strict({
  standard: Type.Optional(name),
  findings: Type.Array(Type.String({ maxLength: 500 }), {
    maxItems: 1000,
    description: 'Finding.key of those that fall',
  }),
});

export const whatIf = strict({ before: scoreResult, after: scoreResult });

const cost = strict({
  items: Type.Array(Type.String()),
  points: Type.Number({ description: 'points of the total' }),
  veto: orNull(Type.String({ description: 'what it does as a veto, in words' })),
  open: Type.Boolean({ description: 'only noted, or its price is still to be fixed' }),
});

export const comparison = Type.Unsafe<Comparison>(
  strict({
    standards: Type.Array(
      strict({
        id: Type.String(),
        edition: Type.String(),
        title: Type.String(),
        sheet: Type.String(),
        scored: Type.Boolean(),
        total: Type.Number(),
        max: Type.Number(),
        low: Type.Number(),
        high: Type.Number(),
        grade: orNull(Type.String()),
      }),
    ),
    rows: Type.Array(
      strict({
        finding: Type.String(),
        rule: Type.String(),
        title: Type.String(),
        message: Type.String(),
        costs: Type.Array(orNull(cost), { description: 'in the order of standards; null: not priced' }),
      }),
    ),
  }),
);

export const scores = strict({
  scores: Type.Array(scoreResult),
  comparison,
  without: Type.Array(Type.String(), { description: 'standards that have no sheet for this kind of case' }),
});

export const scoreSheet = Type.Unsafe<ScoreSheet>(
  strict({
    standard: Type.String(),
    edition: Type.String(),
    hash: Type.String(),
    title: Type.String(),
    sheet: Type.String(),
    about: Type.Array(Type.Array(Type.String())),
    max: Type.Number(),
    result: Type.String(),
    grade: orNull(Type.String()),
    sections: Type.Array(
      strict({
        title: Type.String(),
        full: orNull(Type.Number()),
        deducted: Type.Number(),
        rows: Type.Array(
          strict({
            id: Type.String(),
            title: Type.String(),
            kind: itemKind,
            full: orNull(Type.Number()),
            state: itemState,
            points: orNull(Type.Number()),
            mark: Type.String(),
            reasons: Type.Array(Type.String()),
            places: Type.Array(Type.String()),
          }),
        ),
      }),
    ),
  }),
);

export const sheets = strict({ sheets: Type.Array(scoreSheet) });

const change = strict({ what: Type.String(), before: Type.String(), after: Type.String() });

export const diff = Type.Unsafe<StandardDiff>(
  strict({
    from: Type.String(),
    to: Type.String(),
    sheets: Type.Array(
      strict({
        id: Type.String(),
        title: Type.String(),
        change: Type.Enum(['added', 'removed', 'changed', 'same']),
        notes: Type.Array(change),
        items: Type.Array(
          strict({
            id: Type.String(),
            section: Type.String(),
            title: Type.String(),
            change: Type.Enum(['added', 'removed', 'repriced', 'reworded', 'rebound']),
            changes: Type.Array(change),
          }),
        ),
      }),
    ),
  }),
);
