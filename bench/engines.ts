import { buildBook, type CaseRecord, createEvaluator, dayNumber, type WorkCalendar } from '@anjuan/core';
import { readYamlFiles, rulesFolder } from '@anjuan/core/node';
import { ZenEngine } from '@gorules/zen-engine';
import { Engine } from 'json-rules-engine';
import { stringify } from 'yaml';
import { type Rule, rules } from './rules.ts';

/** Ids of the rules a record fails, in the order of the list. Facts missing means not failing. */
export interface Contestant {
  readonly name: string;
  run(records: readonly CaseRecord[], found: (record: number, rule: string) => void): void | Promise<void>;
}

/** Our engine, over YAML as an author writes it, every finding explained. */
export async function ours(): Promise<{ contestant: Contestant; calendar: WorkCalendar }> {
  const all = await readYamlFiles(rulesFolder);
  const files = new Map([...all].filter(([name]) => /^(facts|kinds)\.yaml$|^(facts|calendars)\//u.test(name)));
  files.set(
    'laws.yaml',
    '- { id: cn.bench, title: 对照用规则, short: 对照, kind: law, versions: [{ from: 2000-01-01, to: null, articles: 99 }] }',
  );
  for (const rule of rules)
    files.set(`bench/all/${rule.id}.yaml`, stringify(fileOf(rule), { aliasDuplicateObjects: false }));
  const book = buildBook(files, 'bench');
  const evaluator = createEvaluator(book.plan, book.calendar);
  return {
    calendar: book.calendar,
    contestant: {
      name: 'anjuan (findings explained)',
      run: (records, found) => {
        records.forEach((record, index) => {
          let last = '';
          for (const finding of evaluator.defects(record)) {
            if (finding.outcome === 'fail' && finding.rule !== last) found(index, finding.rule);
            last = finding.rule;
          }
        });
      },
    },
  };
}

function fileOf(rule: Rule): object {
  const guard =
    rule.guard === undefined
      ? {}
      : { when: { equals: { left: { fact: rule.guard[0] }, right: { value: rule.guard[1] } } } };
  return {
    id: rule.id,
    title: `对照规则 ${rule.id}`,
    requirement: [],
    basis: [{ law: 'cn.bench', article: 1, says: '对照用规则' }],
    severity: 'minor',
    curable: 'explain',
    versions: [{ from: '2000-01-01', 'dated-by': 'filing.date', ...guard, require: condition(rule) }],
    message: '不符合：{elapsed} {limit}',
    advice: '对照用规则',
    cases: ['pass', 'fail', 'cannot-tell'].map((expect) => ({ name: expect, record: {}, expect })),
  };
}

function condition(rule: Rule): object {
  switch (rule.kind) {
    case 'holds':
      return { holds: rule.fact };
    case 'order':
      // biome-ignore lint/suspicious/noThenProperty: the operator's argument is called so; nothing awaits it
      return { 'not-after': { first: rule.first, then: rule.then } };
    case 'within':
      return {
        within: {
          from: rule.from,
          to: rule.to,
          limit: rule.limit,
          unit: rule.working ? 'working-days' : 'natural-days',
        },
      };
    case 'at-most':
      return { 'at-most': { left: rule.left, right: rule.right } };
    case 'officers':
      return { every: { in: rule.list, holds: { 'size-at-least': { of: { item: 'officers' }, n: 2 } } } };
    case 'every':
      return { every: { in: rule.list, holds: { holds: { item: rule.field } } } };
    case 'count':
      return { count: { of: rule.list, 'at-least': rule.least } };
    case 'document':
      return { document: rule.paper };
    default:
      return rule satisfies never;
  }
}

type Facts = Readonly<Record<string, unknown>>;

/** json-rules-engine, with an operator written for each thing its own cannot say. A rule's event means it failed. */
export function jsonRulesEngine(calendar: WorkCalendar): Contestant {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator('isFalse', (value: unknown) => value === false);
  engine.addOperator(
    'after',
    (first: string, then: string) =>
      first !== undefined && then !== undefined && (dayNumber(first) ?? 0) > (dayNumber(then) ?? 0),
  );
  engine.addOperator(
    'over',
    (left: number, right: number) => typeof left === 'number' && typeof right === 'number' && left > right,
  );
  for (const rule of rules)
    engine.addRule({
      conditions: { all: [...guardOf(rule), failing(rule, engine, calendar)] },
      event: { type: rule.id },
    });
  return {
    name: 'json-rules-engine 7.3.1',
    run: async (records, found) => {
      for (const [index, record] of records.entries()) {
        const { events } = await engine.run({
          ...record.facts,
          'case.procedure': record.procedure,
          papers: record.documents.map((one) => one.kind),
        });
        const failed = new Set(events.map((event) => event.type));
        if (dayNumber(record.facts['filing.date']) === null) continue;
        for (const rule of rules) if (failed.has(rule.id)) found(index, rule.id);
      }
    },
  };
}

function guardOf(rule: Rule) {
  return rule.guard === undefined ? [] : [{ fact: rule.guard[0], operator: 'equal', value: rule.guard[1] }];
}

function failing(rule: Rule, engine: Engine, calendar: WorkCalendar) {
  const own = (test: (value: never, other: never) => boolean): string => {
    engine.addOperator(rule.id, test as never);
    return rule.id;
  };
  switch (rule.kind) {
    case 'holds':
      return { fact: rule.fact, operator: 'isFalse', value: true };
    case 'order':
      return { fact: rule.first, operator: 'after', value: { fact: rule.then } };
    case 'within': {
      const operator = own((from: string, to: string) => late(from, to, rule.limit, rule.working, calendar));
      return { fact: rule.from, operator, value: { fact: rule.to } };
    }
    case 'at-most':
      return { fact: rule.left, operator: 'over', value: { fact: rule.right } };
    case 'officers':
      return {
        fact: rule.list,
        operator: own((list: Facts[]) => (list ?? []).some((one) => new Set(one.officers as string[]).size < 2)),
        value: 0,
      };
    case 'every':
      return {
        fact: rule.list,
        operator: own((list: Facts[]) => (list ?? []).some((one) => one[rule.field] === false)),
        value: 0,
      };
    case 'count':
      return {
        fact: rule.list,
        operator: own((list: Facts[]) => list !== undefined && list.length < rule.least),
        value: 0,
      };
    case 'document':
      return { fact: 'papers', operator: 'doesNotContain', value: rule.paper };
    default:
      return rule satisfies never;
  }
}

export function late(from: string, to: string, limit: number, working: boolean, calendar: WorkCalendar): boolean {
  const start = dayNumber(from);
  const end = dayNumber(to);
  if (start === null || end === null) return false;
  if (!working) return end - start > limit;
  return end > start && (calendar.workingDaysBetween(start, end - 1) ?? 0) >= limit;
}

/** GoRules ZEN: one decision with one expression a rule. It cannot call functions of ours, so day numbers are added to each record first. */
export async function zen(calendar: WorkCalendar): Promise<Contestant> {
  const engine = new ZenEngine();
  const expressions = rules.map((rule) => ({ id: rule.id, key: name(rule.id), value: expression(rule) }));
  const decision = engine.createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' },
      { id: 'e', name: 'e', type: 'expressionNode', content: { expressions } },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [
      { id: '1', sourceId: 'in', targetId: 'e' },
      { id: '2', sourceId: 'e', targetId: 'out' },
    ],
  });
  return {
    name: 'GoRules ZEN 0.54.0',
    run: async (records, found) => {
      for (const [index, record] of records.entries()) {
        const { result } = await decision.evaluate(zenContext(record, calendar));
        if (dayNumber(record.facts['filing.date']) === null) continue;
        for (const rule of rules) if (result[name(rule.id)] === true) found(index, rule.id);
      }
    },
  };
}

const name = (path: string): string => path.replace(/\W/gu, '_');

function zenContext(record: CaseRecord, calendar: WorkCalendar): object {
  const context: Record<string, unknown> = {
    case_procedure: record.procedure,
    papers: record.documents.map((one) => one.kind),
  };
  for (const [key, value] of Object.entries(record.facts)) {
    const id = name(key);
    const day = dayNumber(value);
    if (day === null) {
      context[id] = Array.isArray(value) ? value.map((item) => renamed(item as Facts)) : value;
    } else {
      context[id] = day;
      context[`${id}_w`] = calendar.workingDaysBetween(calendar.from, day);
      context[`${id}_b`] = calendar.workingDaysBetween(calendar.from, day - 1);
    }
  }
  return context;
}

function renamed(item: Facts): object {
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [
      name(key),
      key === 'officers' ? new Set(value as string[]).size : value,
    ]),
  );
}

function expression(rule: Rule): string {
  const given = rule.guard === undefined ? '' : `${name(rule.guard[0])} == ${JSON.stringify(rule.guard[1])} and `;
  return `${given}${zenFailing(rule)}`;
}

function zenFailing(rule: Rule): string {
  const known = (...paths: string[]): string => paths.map((one) => `${name(one)} != null`).join(' and ');
  switch (rule.kind) {
    case 'holds':
      return `${name(rule.fact)} == false`;
    case 'order':
      return `${known(rule.first, rule.then)} and ${name(rule.first)} > ${name(rule.then)}`;
    case 'within': {
      const [from, to] = [name(rule.from), name(rule.to)];
      const over = rule.working ? `${to}_b - ${from}_w >= ${rule.limit}` : `${to} - ${from} > ${rule.limit}`;
      return `${known(rule.from, rule.to)} and ${over}`;
    }
    case 'at-most':
      return `${known(rule.left, rule.right)} and ${name(rule.left)} > ${name(rule.right)}`;
    case 'officers':
      return `${known(rule.list)} and some(${name(rule.list)}, #.officers < 2)`;
    case 'every':
      return `${known(rule.list)} and some(${name(rule.list)}, #.${name(rule.field)} == false)`;
    case 'count':
      return `${known(rule.list)} and len(${name(rule.list)}) < ${rule.least}`;
    case 'document':
      return `not(some(papers, # == "${rule.paper}"))`;
    default:
      return rule satisfies never;
  }
}
