import type { Finding, ItemResult, Ruling, ScoreResult, Timeline, WaterfallStep } from '@anjuan/core';
import { Type } from 'typebox';
import { anchor } from './record.ts';
import { day, moment, orNull, strict } from './shape.ts';

export const severity = Type.Enum(['invalidating', 'serious', 'minor']);
export const outcome = Type.Enum(['pass', 'fail', 'not-applicable', 'cannot-tell', 'error']);

export const basis = strict({
  law: Type.String(),
  lawTitle: Type.String(),
  article: Type.Union([Type.Integer(), Type.String()]),
  paragraph: orNull(Type.Integer()),
  item: orNull(Type.Integer()),
  says: Type.String(),
  from: Type.Optional(day),
  to: Type.Optional(day),
});

/** Half-open days in force. */
export const inForce = strict({ from: day, to: orNull(day) });

export const finding = Type.Unsafe<Finding>(
  strict({
    rule: Type.String(),
    title: Type.String(),
    outcome,
    severity,
    subject: orNull(Type.String()),
    message: Type.String(),
    basis: Type.Array(basis),
    advice: Type.String(),
    curable: Type.Enum(['yes', 'explain', 'no']),
    anchors: Type.Array(anchor),
    trace: orNull(Type.Object({}, { description: 'tree of { operator, result, phrase, facts, figures, children }' })),
    version: orNull(inForce),
    on: Type.Optional({ ...day, description: 'day that dates the rule; absent where no version was applied' }),
    key: Type.String(),
    instead: Type.Optional(Type.Array(Type.String(), { description: 'rules of wider packs that it stands in for' })),
    elsewhere: Type.Optional(
      Type.Literal(true, { description: 'what it needs stands in papers that are not among those given' }),
    ),
    draft: Type.Optional(Type.Literal(true)),
  }),
);

export const itemKind = Type.Enum(['deduct', 'award', 'veto', 'bonus', 'record']);
export const itemState = Type.Enum(['full', 'deducted', 'veto', 'pending', 'not-applicable', 'recorded']);

/** What a person may answer: points from a list or a range, or so many for each page, paper or person. */
const permitted = strict({
  answers: Type.Array(
    strict({
      label: Type.String(),
      points: Type.Number(),
      upTo: orNull(Type.Number({ description: 'upper end where the reviewer fixes the points' })),
      unit: Type.String(),
      most: orNull(Type.Number()),
    }),
  ),
  choose: Type.Enum(['one', 'several']),
  range: orNull(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 })),
  unit: Type.String(),
  per: orNull(Type.Number()),
});

export const itemResult = Type.Unsafe<ItemResult>(
  strict({
    id: Type.String(),
    section: Type.String(),
    title: Type.String(),
    kind: itemKind,
    full: orNull(Type.Number()),
    state: itemState,
    deducted: Type.Number(),
    effect: orNull(Type.String({ description: 'what a veto does, in words' })),
    atStake: Type.Number(),
    mode: Type.Enum(['automatic', 'assisted', 'by-hand']),
    question: orNull(Type.String()),
    look: Type.Array(Type.String()),
    permitted: orNull(permitted),
    findings: Type.Array(Type.String()),
    charged: Type.Array(strict({ finding: Type.String(), points: Type.Number() })),
    reasons: Type.Array(Type.String()),
  }),
);

export const waterfallStep = Type.Unsafe<WaterfallStep>(
  strict({
    label: Type.String(),
    item: Type.String(),
    points: Type.Number(),
    running: Type.Number(),
    kind: Type.Enum(['full', 'deduction', 'veto', 'bonus', 'pending', 'total']),
  }),
);

export const scoreResult = Type.Unsafe<ScoreResult>(
  strict({
    standard: Type.String(),
    edition: Type.String(),
    hash: Type.String({ description: 'SHA-256 of the standard it was made with' }),
    title: Type.String(),
    sheet: Type.String(),
    sheetTitle: Type.String(),
    scored: Type.Boolean({ description: 'false: a veto stopped the scoring itself; total is then 0' }),
    total: Type.Number({ description: 'decided so far, pending points counted as kept' }),
    max: Type.Number(),
    pending: Type.Number(),
    low: Type.Number(),
    high: Type.Number(),
    grade: orNull(Type.String()),
    possibleGrades: Type.Array(Type.String()),
    veto: Type.Array(strict({ item: Type.String(), title: Type.String(), reasons: Type.Array(Type.String()) })),
    openVetoes: Type.Array(strict({ item: Type.String(), title: Type.String() }), {
      description: 'vetoes nobody has judged; no total counts them',
    }),
    items: Type.Array(itemResult),
    waterfall: Type.Array(waterfallStep),
  }),
);

export const verdict = Type.Enum(['upheld', 'overruled', 'deduct', 'no-deduction', 'not-applicable']);

export const mark = strict({
  answer: Type.String(),
  count: Type.Optional(Type.Integer({ minimum: 1 })),
  points: Type.Optional(Type.Number()),
});

export const ruling = Type.Unsafe<Ruling>(
  strict(
    {
      item: Type.String(),
      finding: Type.Optional(Type.String({ description: 'Finding.key it concerns' })),
      standard: Type.Optional(Type.String({ description: 'whose item it is' })),
      verdict,
      points: Type.Optional(Type.Number()),
      count: Type.Optional(Type.Integer({ minimum: 1, description: 'how many, at the price of the sheet' })),
      marks: Type.Optional(Type.Array(mark, { description: 'answers of the sheet that were found' })),
      got: Type.Optional(Type.Number({ description: 'of an award: points got' })),
      reason: Type.String(),
      by: Type.String(),
      at: moment,
    },
    "a person's decision, beside the machine's",
  ),
);

export const changeSet = strict(
  {
    before: strict({ total: orNull(Type.Number()) }),
    after: strict({ total: orNull(Type.Number()) }),
    appeared: Type.Array(Type.String(), { description: 'keys of findings that are defects now and were not before' }),
    vanished: Type.Array(Type.String(), { description: 'keys of findings that were defects before' }),
    outcomes: Type.Array(strict({ key: Type.String(), from: orNull(outcome), to: orNull(outcome) }), {
      description: 'every finding whose outcome changed; null where the finding was or is not there',
    }),
  },
  'what the last correction, ruling or change of standard changed',
);

export const timeline = Type.Unsafe<Timeline>(
  strict({
    steps: Type.Array(
      strict({
        id: Type.String(),
        label: Type.String(),
        day: orNull(day),
        state: Type.Enum(['done', 'missing', 'late']),
        anchors: Type.Array(anchor),
        findings: Type.Array(Type.String()),
      }),
    ),
    periods: Type.Array(
      strict({
        id: Type.String(),
        label: Type.String(),
        from: day,
        due: day,
        act: orNull(day),
        over: Type.Number({ description: 'days beyond the last day of the period; 0 when kept' }),
        finding: orNull(Type.String()),
      }),
    ),
    from: orNull(day),
    to: orNull(day),
  }),
);
