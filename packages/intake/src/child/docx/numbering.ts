import type { Limits } from '../../limits.ts';
import { child, children, type Element, parseXml, rootedIn } from '../xml.ts';
import { writtenAs } from './counting.ts';
import { isOn } from './look.ts';
import { symbolOf } from './symbols.ts';

/** How paragraphs of one depth of a list are numbered. */
export interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1` stands for the number of the first depth, and so on. */
  readonly text: string;
  /** What stands between the number and the words. */
  readonly after: 'tab' | 'space' | 'nothing';
  /** Begins anew after a paragraph of so many a depth or above, counted from 1; 0 for never. */
  readonly restart: number;
  /** Numbers of the depths above are written in figures. */
  readonly inFigures: boolean;
  /** The style whose paragraphs are of this depth. */
  readonly style: string | null;
}

/** A list that paragraphs name: several of them may go on with the same numbers. */
export interface List {
  /** The numbers it counts with. */
  readonly counts: string;
  readonly levels: readonly (Level | undefined)[];
  /** Where its own numbers begin, by depth. */
  readonly starts: ReadonlyMap<number, number>;
}

/** A paragraph's place in a list, as it or its style says. */
export interface Place {
  readonly list: string | null;
  readonly depth: number | null;
}

/** The lists of a file and the places that its styles give. */
export interface Lists {
  readonly lists: ReadonlyMap<string, List>;
  readonly styles: ReadonlyMap<string, Place>;
  /** The style of paragraphs that name none. */
  readonly usual: string | null;
}

export const noLists: Lists = { lists: new Map(), styles: new Map(), usual: null };

const deepest = 20;

/** Reads how lists are numbered, and which styles number their paragraphs (ECMA-376 part 1, 17.9). */
export function listsIn(numbering: Buffer, styles: Buffer | null, limits: Limits, what: string): Lists {
  const root = rootedIn(parseXml(numbering, limits, what), 'numbering', what);
  const { places, usual, listOf } = styles === null ? noStyles : stylesIn(styles, limits);
  const kinds = new Map(children(root, 'abstractNum').map((one) => [one.attributes.abstractNumId ?? '', one]));
  const numbers = new Map(children(root, 'num').map((one) => [one.attributes.numId ?? '', one]));
  /** The definition a list counts by: some only name a style, whose list has it. */
  const kindOf = (number: Element | undefined, depth = 0): string | null => {
    const id = saidBy(number, 'abstractNumId');
    if (id === null) return null;
    const named = saidBy(kinds.get(id), 'numStyleLink');
    if (named === null || depth > deepest) return id;
    const through = listOf.get(named);
    return (through === undefined ? null : kindOf(numbers.get(through), depth + 1)) ?? id;
  };
  const lists = new Map<string, List>();
  for (const [id, number] of numbers) {
    const counts = kindOf(number);
    if (counts === null) continue;
    const levels = levelsIn(children(kinds.get(counts), 'lvl'));
    const starts = new Map<number, number>();
    for (const own of children(number, 'lvlOverride')) {
      const depth = Number(own.attributes.ilvl ?? 0);
      const level = levelsIn(children(own, 'lvl'))[depth];
      if (level !== undefined) levels[depth] = level;
      const start = Number(saidBy(own, 'startOverride') ?? Number.NaN);
      if (Number.isFinite(start)) starts.set(depth, start);
    }
    lists.set(id, { counts, levels, starts });
  }
  return { lists, styles: places, usual };
}

const noStyles = { places: new Map<string, Place>(), usual: null, listOf: new Map<string, string>() };

function stylesIn(
  bytes: Buffer,
  limits: Limits,
): { places: ReadonlyMap<string, Place>; usual: string | null; listOf: ReadonlyMap<string, string> } {
  const all = children(parseXml(bytes, limits, 'DOCX 的样式'), 'style');
  const own = new Map<string, Place>();
  const basedOn = new Map<string, string>();
  const listOf = new Map<string, string>();
  let usual: string | null = null;
  for (const style of all) {
    const id = style.attributes.styleId ?? '';
    const place = placeIn(child(child(style, 'pPr'), 'numPr'));
    if (style.attributes.type === 'numbering') {
      if (place.list !== null) listOf.set(id, place.list);
      continue;
    }
    if (
      style.attributes.default !== undefined &&
      isOn({ val: style.attributes.default }) &&
      style.attributes.type === 'paragraph'
    )
      usual = id;
    own.set(id, place);
    const base = saidBy(style, 'basedOn');
    if (base !== null) basedOn.set(id, base);
  }
  const placeOf = (id: string, depth = 0): Place => {
    const place = own.get(id) ?? nowhere;
    const base = basedOn.get(id);
    if (base === undefined || depth > deepest || (place.list !== null && place.depth !== null)) return place;
    const below = placeOf(base, depth + 1);
    return { list: place.list ?? below.list, depth: place.depth ?? below.depth };
  };
  return { places: new Map([...own.keys()].map((id) => [id, placeOf(id)])), usual, listOf };
}

const nowhere: Place = { list: null, depth: null };

function placeIn(element: Element | undefined): Place {
  const depth = saidBy(element, 'ilvl');
  return { list: saidBy(element, 'numId'), depth: depth === null ? null : Number(depth) };
}

function levelsIn(elements: readonly Element[]): (Level | undefined)[] {
  const levels: (Level | undefined)[] = [];
  for (const element of elements) {
    const depth = Number(element.attributes.ilvl ?? Number.NaN);
    if (!(depth >= 0 && depth < 9)) continue;
    const after = saidBy(element, 'suff');
    const format = formatOf(element);
    levels[depth] = {
      start: Number(saidBy(element, 'start') ?? 0) || 0,
      format,
      text: format === 'bullet' ? bulletOf(element) : (saidBy(element, 'lvlText') ?? '').slice(0, 100),
      after: after === 'space' || after === 'nothing' ? after : 'tab',
      restart: Number(saidBy(element, 'lvlRestart') ?? depth),
      inFigures: children(element, 'isLgl').some((one) => isOn(one.attributes)),
      style: saidBy(element, 'pStyle'),
    };
  }
  return levels;
}

/** The format of a level; newer ones stand as the first of two alternatives. */
function formatOf(level: Element): string {
  const newer = child(child(child(level, 'AlternateContent'), 'Choice'), 'numFmt');
  const older = child(level, 'numFmt') ?? child(child(child(level, 'AlternateContent'), 'Fallback'), 'numFmt');
  const format = newer?.attributes.val === 'custom' ? undefined : newer;
  return (format ?? older)?.attributes.val ?? 'decimal';
}

/** Boxes and ticks before the lines of a form say something; dots, squares and arrows only lead the eye. */
function bulletOf(level: Element): string {
  const text = saidBy(level, 'lvlText') ?? '';
  const font = child(child(level, 'rPr'), 'rFonts')?.attributes ?? {};
  const code = (text.codePointAt(0) ?? 0).toString(16);
  const shown = text.length === 1 ? symbolOf(font.ascii ?? font.hAnsi ?? '', code) : text;
  return /^[□☐☑☒☓√✓✔✗✘×]$/u.test(shown) ? shown : '';
}

function saidBy(element: Element | undefined, name: string): string | null {
  return child(element, name)?.attributes.val ?? null;
}

/** Counts the paragraphs of one part in the order they stand in, as a program of word processing does. */
export class Numbers {
  readonly #lists: Lists;
  /** Numbers reached, by what is counted; a depth not met has none. */
  readonly #reached = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(lists: Lists) {
    this.#lists = lists;
  }

  /** What stands before the words of the next paragraph; '' for none. Called once for each, in order. */
  next(own: Place, style: string | null): string {
    const named = style ?? this.#lists.usual ?? '';
    const styled = this.#lists.styles.get(named) ?? nowhere;
    const id = own.list ?? styled.list;
    const list = id === null ? undefined : this.#lists.lists.get(id);
    if (id === null || list === undefined) return '';
    const ofStyle = list.levels.findIndex((level) => level?.style === named);
    const depth = own.depth ?? (own.list === null && ofStyle >= 0 ? ofStyle : (styled.depth ?? 0));
    const level = list.levels[depth];
    if (level === undefined) return '';
    const reached = this.#count(id, list, depth);
    if (level.format === 'bullet') return level.text === '' ? '' : `${level.text} `;
    const mark = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = level.inFigures ? 'decimal' : (list.levels[at]?.format ?? 'decimal');
      return writtenAs(format, reached[at] ?? startOf(list, at));
    });
    return mark === '' ? '' : mark + gapAfter(mark, level.after);
  }

  #count(id: string, list: List, depth: number): readonly (number | undefined)[] {
    const reached = this.#reached.get(list.counts) ?? [];
    this.#reached.set(list.counts, reached);
    // A list with a beginning of its own starts there when it is first met; others that count alike go on.
    for (const [at, start] of list.starts) {
      const key = `${id}/${at}`;
      if (at > depth || this.#begun.has(key)) continue;
      this.#begun.add(key);
      reached[at] = at === depth ? undefined : start;
    }
    const before = reached[depth];
    reached[depth] = before === undefined ? startOf(list, depth) : before + 1;
    for (let below = depth + 1; below < 9; below++) {
      const restart = list.levels[below]?.restart ?? below;
      if (restart > depth) reached[below] = undefined;
    }
    // Depths passed over count as begun: what comes there next goes on from them.
    for (let above = 0; above < depth; above++) reached[above] ??= startOf(list, above);
    return reached;
  }
}

function startOf(list: List, depth: number): number {
  return list.starts.get(depth) ?? list.levels[depth]?.start ?? 1;
}

/** Between a number and words stands a gap, which marks that part by themselves do not need. */
function gapAfter(mark: string, after: Level['after']): string {
  if (/[、，。：；）】〕》]$/u.test(mark)) return '';
  return after === 'nothing' && !/[\d.]$/u.test(mark) ? '' : ' ';
}
