import { foldName, sameBody } from '../kernel/names.ts';
import { nearest } from '../kernel/nearest.ts';
import type { Truth } from '../kernel/truth.ts';
import type { ListItem } from '../record/types.ts';
import { argumentsOf, broken, check } from './arguments.ts';
import type { Frame } from './frame.ts';
import type { Check, Compiler, Operand, Operator, Path } from './types.ts';

export const every = quantifier('every', '每一项', false, (decided) => (decided === null ? null : decided !== 'found'));
export const some = quantifier('some', '至少一项', true, (decided) => (decided === null ? null : decided === 'found'));
export const none = quantifier('none', '没有一项', true, (decided) => (decided === null ? null : decided !== 'found'));

/** Whether an element with the truth that decides was found; unknown when one might be. */
type Search = 'found' | 'absent' | null;

function quantifier(operator: string, word: string, deciding: boolean, conclude: (search: Search) => Truth): Operator {
  return (args, path, compiler) => {
    const given = argumentsOf(args, path, compiler, ['in', 'holds'], ['where']);
    if (given === null) return broken;
    const list = listOperand(given.in, [...path, 'in'], compiler);
    const inner = compiler.within(String(given.in));
    const where = given.where === undefined ? null : inner.condition(given.where, [...path, 'where']);
    const holds = inner.condition(given.holds, [...path, 'holds']);
    return check({
      operator,
      operands: [list],
      // The element's conditions speak of `item`; outside this operator they do not.
      slots: [...(where?.slots ?? []), ...holds.slots],
      phrase: `${list.phrase}中${where === null ? '' : `（${where.phrase}的）`}${word}：${holds.phrase}`,
      test: (frame) => {
        const items = itemsOf(list, frame);
        return items === null ? null : conclude(search(frame, items, where?.test ?? null, holds.test, deciding));
      },
      figures: (frame) => {
        const items = itemsOf(list, frame);
        return items === null
          ? {}
          : { count: judge(frame, items, where, holds).filter((e) => e.truth === true).length };
      },
      elements: (frame) =>
        judge(frame, itemsOf(list, frame) ?? [], where, holds)
          .filter((entry) => entry.truth !== (operator !== 'none'))
          .map((entry) => ({ check: holds, item: entry.item })),
    });
  };
}

function search(frame: Frame, items: readonly ListItem[], where: Test | null, holds: Test, deciding: boolean): Search {
  const outer = frame.item;
  let result: Search = 'absent';
  for (let index = 0; index < items.length; index++) {
    frame.item = items[index] ?? null;
    const applies = where === null ? true : where(frame);
    if (applies === false) continue;
    const truth = applies === null ? null : holds(frame);
    if (truth === deciding) {
      result = 'found';
      break;
    }
    if (truth === null) result = null;
  }
  frame.item = outer;
  return result;
}

type Test = Check['test'];

/** How many elements meet a condition. */
export const count: Operator = (args, path, compiler) => {
  const given = argumentsOf(args, path, compiler, ['of'], ['where', 'at-least', 'at-most', 'exactly']);
  if (given === null) return broken;
  const bounds = (['at-least', 'at-most', 'exactly'] as const).filter((bound) => bound in given);
  const bound = bounds[0];
  const limit = bound === undefined ? null : Number(given[bound]);
  if (bound === undefined || bounds.length > 1 || !Number.isInteger(limit)) {
    compiler.problem(path, 'count 需要 at-least、at-most、exactly 之一和一个整数');
    return broken;
  }
  const words = { 'at-least': '至少', 'at-most': '至多', exactly: '恰好' };
  const list = listOperand(given.of, [...path, 'of'], compiler);
  const where =
    given.where === undefined ? null : compiler.within(String(given.of)).condition(given.where, [...path, 'where']);
  const numbers = (frame: Frame): { sure: number; open: number } | null => {
    const items = itemsOf(list, frame);
    if (items === null) return null;
    const truths = where === null ? items.map((): Truth => true) : judge(frame, items, null, where).map((e) => e.truth);
    return { sure: truths.filter((t) => t === true).length, open: truths.filter((t) => t === null).length };
  };
  return check({
    operator: 'count',
    operands: [list],
    slots: where?.slots ?? [],
    phrase: `${list.phrase}${where === null ? '' : `（${where.phrase}的）`}${words[bound]} ${limit} 项`,
    test: (frame) => {
      const found = numbers(frame);
      return found === null ? null : compareCount(bound, found.sure, found.open, limit ?? 0);
    },
    figures: (frame) => ({ limit: limit ?? 0, count: numbers(frame)?.sure ?? 0 }),
  });
};

function compareCount(bound: 'at-least' | 'at-most' | 'exactly', sure: number, open: number, limit: number): Truth {
  const most = sure + open;
  switch (bound) {
    case 'at-least':
      return sure >= limit ? true : most < limit ? false : null;
    case 'at-most':
      return most <= limit ? true : sure > limit ? false : null;
    case 'exactly':
      return open === 0 ? sure === limit : sure > limit || most < limit ? false : null;
    default:
      return bound satisfies never;
  }
}

/** A list of texts holds all the listed ones; figure `missing`. */
export const covers: Operator = (args, path, compiler) => {
  const given = argumentsOf(args, path, compiler, ['list', 'all'], ['labels']);
  if (given === null) return broken;
  const list = compiler.operand(given.list, [...path, 'list']);
  const wanted = Array.isArray(given.all) ? given.all.map(String) : [];
  const labels = (given.labels ?? {}) as Readonly<Record<string, string>>;
  const missing = (frame: Frame): string[] | null => {
    const texts = textsOf(list, frame);
    return texts === null ? null : wanted.filter((word) => !texts.includes(word)).map((word) => labels[word] ?? word);
  };
  return check({
    operator: 'covers',
    operands: [list],
    phrase: `${list.phrase}包含${wanted.map((word) => labels[word] ?? word).join('、')}`,
    test: (frame) => {
      const absent = missing(frame);
      return absent === null ? null : absent.length === 0;
    },
    figures: (frame) => {
      const absent = missing(frame) ?? [];
      return absent.length === 0 ? {} : { missing: absent.join('、'), count: absent.length };
    },
  });
};

/** No name stands in both lists; with `shortened` names of bodies may leave out the regions above them. */
export const disjoint: Operator = (args, path, compiler) => {
  const given = argumentsOf(args, path, compiler, ['left', 'right'], ['shortened']);
  if (given === null) return broken;
  const left = compiler.operand(given.left, [...path, 'left']);
  const right = compiler.operand(given.right, [...path, 'right']);
  const common = (frame: Frame): string[] | null => {
    const a = textsOf(left, frame);
    const b = textsOf(right, frame);
    if (a === null || b === null || a.length === 0 || b.length === 0) return null;
    if (given.shortened === true) return a.filter((name) => b.some((other) => sameBody(name, other)));
    const folded = new Set(b.map(foldName));
    return a.filter((name) => folded.has(foldName(name)));
  };
  return check({
    operator: 'disjoint',
    operands: [left, right],
    phrase: `${left.phrase}与${right.phrase}没有同一人`,
    test: (frame) => {
      const shared = common(frame);
      return shared === null ? null : shared.length === 0;
    },
    figures: (frame) => {
      const shared = common(frame) ?? [];
      return shared.length === 0 ? {} : { common: [...new Set(shared)].join('、') };
    },
  });
};

/** A list of texts has at least so many different entries. */
export const sizeAtLeast: Operator = (args, path, compiler) => {
  const given = argumentsOf(args, path, compiler, ['of', 'n']);
  if (given === null) return broken;
  const list = compiler.operand(given.of, [...path, 'of']);
  const limit = Number(given.n);
  if (!Number.isInteger(limit)) compiler.problem([...path, 'n'], '这里应写一个整数');
  const size = (frame: Frame): number | null => {
    const texts = textsOf(list, frame);
    if (texts === null || texts.length < 2) return texts === null ? null : texts.length;
    if (texts.length === 2) return foldName(texts[0] ?? '') === foldName(texts[1] ?? '') ? 1 : 2;
    return new Set(texts.map(foldName)).size;
  };
  return check({
    operator: 'size-at-least',
    operands: [list],
    phrase: `${list.phrase}不少于 ${limit}`,
    test: (frame) => {
      const found = size(frame);
      return found === null ? null : found >= limit;
    },
    figures: (frame) => ({ limit, count: size(frame) ?? 0 }),
  });
};

/** A list of texts is known and has no entry. */
export const empty: Operator = (args, path, compiler) => {
  const list = compiler.operand(args, path);
  return check({
    operator: 'empty',
    operands: [list],
    phrase: `没有${list.phrase}`,
    test: (frame) => {
      const value = list.value(frame);
      return Array.isArray(value) ? value.length === 0 : null;
    },
    figures: (frame) => {
      const texts = textsOf(list, frame) ?? [];
      return texts.length === 0 ? {} : { missing: texts.join('、'), count: texts.length };
    },
  });
};

/** Texts of an operand, a single text as a list of one; null when not known. */
export function textsOf(operand: Operand, frame: Frame): readonly string[] | null {
  const value = operand.value(frame);
  if (value === null) return null;
  if (!Array.isArray(value)) return [String(value)];
  return value as readonly string[];
}

/** Elements of a list; null when the list is not known. */
export function itemsOf(list: Operand, frame: Frame): readonly ListItem[] | null {
  const value = list.value(frame);
  return Array.isArray(value) ? (value as readonly ListItem[]) : null;
}

function judge(frame: Frame, items: readonly ListItem[], where: Check | null, holds: Check) {
  const outer = frame.item;
  const judged: { item: ListItem; truth: Truth }[] = [];
  for (const item of items) {
    frame.item = item;
    const applies = where === null ? true : where.test(frame);
    if (applies === false) continue;
    judged.push({ item, truth: applies === null ? null : holds.test(frame) });
  }
  frame.item = outer;
  return judged;
}

function listOperand(source: unknown, path: Path, compiler: Compiler): Operand {
  const operand = compiler.operand(source, path);
  if (operand.type !== 'list' && compiler.dictionary.has(String(source))) {
    const lists = [...compiler.dictionary.values()].filter((entry) => entry.type === 'list').map((entry) => entry.path);
    compiler.problem(path, `“${String(source)}”不是列表`, nearest(String(source), lists));
  }
  return operand;
}
