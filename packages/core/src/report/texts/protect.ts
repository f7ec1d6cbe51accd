import type { BatchCase, BatchModel } from '../batch/types.ts';
import {
  type Annex,
  type Block,
  cellOf,
  type OfficialDocument,
  plainText,
  type Span,
  spansOf,
  type Text,
} from '../official.ts';
import type { Phrases } from './phrases.ts';
import type { Writer } from './writer.ts';

/** Something in a document that says who a person is, or in an anonymous edition which unit it is. */
export interface PersonalHit {
  readonly kind: 'name' | 'id-number' | 'phone' | 'address' | 'unit';
  readonly text: string;
  readonly replacement: string;
  /** True: the document shows the replacement. */
  readonly covered: boolean;
  /** Words around it, the first time. */
  readonly context: string;
  readonly times: number;
}

interface Needle {
  readonly kind: PersonalHit['kind'];
  readonly text: string;
  readonly replacement: string;
}

/**
 * Looks through a document for natural persons' names, identity and telephone numbers and addresses, known from the papers or told by their
 * form, and covers them when the edition asks for it. In an anonymous edition units, file numbers and parties are covered as well. What is
 * listed in `keep` stays. Figures are left alone. `only` names the cases whose people may stand in it; all without it.
 */
export function protect(
  document: OfficialDocument,
  writer: Writer,
  keep: ReadonlySet<string> = new Set(),
  only: readonly string[] | null = null,
): { readonly document: OfficialDocument; readonly hits: readonly PersonalHit[] } {
  const needles = new Needles(
    needlesOf(writer, only === null ? writer.model.cases : only.map((id) => writer.case(id))),
  );
  const hits = new Map<string, { hit: PersonalHit; times: number }>();
  const { masked, anonymous } = writer.edition;
  const cover = (text: string): string => {
    const found = [...needles.find(text), ...formed(text, writer.phrases)].sort((a, b) => a.at - b.at);
    let out = '';
    let at = 0;
    for (const one of found) {
      if (one.at < at) continue;
      const covered = (one.needle.kind === 'unit' ? anonymous : masked) && !keep.has(one.needle.text);
      const known = hits.get(one.needle.text);
      const end = one.at + one.needle.text.length;
      if (known !== undefined) known.times++;
      else {
        const context = text.slice(Math.max(0, one.at - 12), end + 12);
        hits.set(one.needle.text, { hit: { ...one.needle, covered, context, times: 1 }, times: 1 });
      }
      out += text.slice(at, one.at) + (covered ? one.needle.replacement : one.needle.text);
      at = end;
    }
    return out + text.slice(at);
  };
  return {
    document: mapped(document, cover),
    hits: [...hits.values()]
      .map(({ hit, times }) => ({ ...hit, times }))
      .sort((a, b) => (a.kind === b.kind ? (a.text < b.text ? -1 : 1) : a.kind < b.kind ? -1 : 1)),
  };
}

function needlesOf(writer: Writer, cases: readonly BatchCase[]): readonly Needle[] {
  const { model, phrases } = writer;
  const needles = new Map<string, Needle>();
  const add = (needle: Needle) => {
    if (needle.text.length > 1 && !needles.has(needle.text)) needles.set(needle.text, needle);
  };
  if (writer.edition.anonymous) for (const needle of unitNeedles(model, writer, cases)) add(needle);
  for (const one of cases) {
    for (const { kind, text } of one.personal) {
      add({ kind, text, replacement: kind === 'name' ? shortName(text) : (phrases[`mask.${kind}`] ?? '＊') });
    }
  }
  return [...needles.values()];
}

function* unitNeedles(model: BatchModel, writer: Writer, cases: readonly BatchCase[]): Generator<Needle> {
  for (const unit of model.meta.units) {
    for (const name of [unit.name, ...unit.aliases]) {
      yield { kind: 'unit', text: name, replacement: writer.unit(unit.name) };
    }
  }
  for (const unit of model.units) yield { kind: 'unit', text: unit.name, replacement: writer.unit(unit.name) };
  for (const one of cases) {
    if (one.number !== null) yield { kind: 'unit', text: one.number, replacement: '（文号略）' };
    if (one.party !== null) yield { kind: 'unit', text: one.party, replacement: '当事人' };
    for (const problem of one.problems) {
      for (const place of problem.places) yield { kind: 'unit', text: place.file, replacement: '案卷' };
    }
  }
}

const doubleSurnames = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '长孙',
  '宇文',
  '夏侯',
  '端木',
  '百里',
  '南宫',
];

/** 张三 → 张某, 欧阳修文 → 欧阳某某. */
function shortName(name: string): string {
  const surname = doubleSurnames.find((one) => name.startsWith(one) && name.length > 2) ?? name.slice(0, 1);
  return surname + '某'.repeat(Math.min(2, Math.max(1, [...name].length - surname.length)));
}

interface Hit {
  readonly at: number;
  readonly needle: Needle;
}

/** Many words sought at once: by their first letter, the longest first. */
class Needles {
  private readonly byFirst = new Map<string, Needle[]>();

  constructor(needles: readonly Needle[]) {
    for (const needle of needles) {
      const first = needle.text.slice(0, 1);
      const of = this.byFirst.get(first);
      if (of === undefined) this.byFirst.set(first, [needle]);
      else of.push(needle);
    }
    for (const of of this.byFirst.values()) of.sort((a, b) => b.text.length - a.text.length);
  }

  *find(text: string): Generator<Hit> {
    for (let at = 0; at < text.length; at++) {
      const needle = this.byFirst.get(text.charAt(at))?.find((one) => text.startsWith(one.text, at));
      if (needle === undefined) continue;
      yield { at, needle };
      at += needle.text.length - 1;
    }
  }
}

const idNumber =
  /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/gu;
const phone = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?!\d)/gu;
/** A dwelling: village or estate with a number of group, building or room. */
const dwelling =
  /\p{Script=Han}{2,12}(?:村|社区|小区|花园|家园|公寓)\p{Script=Han}{0,8}\d{1,5}(?:号楼|号|组|栋|幢|室|单元)(?:\d{1,5}(?:号|室|单元)){0,3}/gu;

function* formed(text: string, phrases: Phrases): Generator<Hit> {
  const kinds = [
    ['id-number', idNumber],
    ['phone', phone],
    ['address', dwelling],
  ] as const;
  for (const [kind, pattern] of kinds) {
    for (const match of text.matchAll(pattern)) {
      yield { at: match.index, needle: { kind, text: match[0], replacement: phrases[`mask.${kind}`] ?? '＊' } };
    }
  }
}

function mapped(document: OfficialDocument, cover: (text: string) => string): OfficialDocument {
  return {
    ...document,
    title: cover(document.title),
    to: document.to === null ? null : cover(document.to),
    body: document.body.map((block) => mappedBlock(block, cover)),
    annexes: document.annexes.map(
      (annex): Annex => ({ ...annex, body: annex.body.map((block) => mappedBlock(block, cover)) }),
    ),
  };
}

function mappedBlock(block: Block, cover: (text: string) => string): Block {
  if (block.is !== 'table') return { ...block, text: mappedText(block.text, cover) };
  return {
    ...block,
    rows: block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const full = cellOf(cell);
        return { ...full, text: mappedText(full.text, cover) };
      }),
    })),
  };
}

function mappedText(text: Text, cover: (text: string) => string): Text {
  if (typeof text === 'string') return cover(text);
  // Words next to each other are one piece of writing: a name may stand across two of them.
  const merged: Span[] = [];
  for (const span of spansOf(text)) {
    const last = merged.at(-1);
    if (last !== undefined && last.figure === undefined && span.figure === undefined && last.strong === span.strong) {
      merged[merged.length - 1] = { ...last, text: last.text + span.text };
    } else merged.push(span);
  }
  return merged.map((span) => (span.figure === undefined ? { ...span, text: cover(plainText(span.text)) } : span));
}
