import { nearest } from '../kernel/nearest.ts';
import { type Points, toPoints } from '../kernel/points.ts';
import { checkSchema } from '../packs/schema.ts';
import { type Problem, readSource, type Source } from '../packs/source.ts';
import { standardSchema } from './schema.ts';
import type { Charge, Grade, Item, Section, Sheet, Standard } from './types.ts';

interface Known {
  readonly rules: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
}

/** Loads a standard; an unknown rule or kind, points that do not sum, grades that overlap are mistakes with their place. */
export function loadStandard(
  file: string,
  text: string,
  known: Known,
): { readonly standard: Standard | null; readonly problems: readonly Problem[] } {
  const source = readSource(file, text);
  if (source.problems.length > 0) return { standard: null, problems: source.problems };
  const wrong = checkSchema(source, standardSchema);
  if (wrong.length > 0) return { standard: null, problems: wrong };
  const reader = new Reader(source, known);
  const standard = reader.standard(source.value as Raw);
  return reader.problems.length > 0 ? { standard: null, problems: reader.problems } : { standard, problems: [] };
}

interface Raw {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly year: string | number;
  readonly note?: string;
  readonly sheets: readonly RawSheet[];
}
interface RawSheet {
  readonly id: string;
  readonly title: string;
  readonly applies: { readonly type?: readonly string[]; readonly procedure?: readonly string[] };
  readonly full: number;
  readonly rescale?: boolean;
  readonly grades?: readonly { readonly name: string; readonly from: number; readonly open?: boolean }[];
  readonly sections: readonly RawSection[];
}
interface RawSection {
  readonly id: string;
  readonly title: string;
  readonly full?: number;
  readonly documents?: readonly string[];
  readonly 'if-missing'?: 'zero' | 'exclude';
  readonly items: readonly RawItem[];
}
interface RawItem {
  readonly id: string | number;
  readonly title: string;
  readonly kind?: Item['kind'];
  readonly full?: number;
  readonly charges?: readonly {
    readonly rules: readonly string[];
    readonly points: number;
    readonly unit?: Charge['unit'];
    readonly most?: number;
  }[];
  readonly question?: { readonly ask: string; readonly look?: readonly string[]; readonly stake?: number };
  readonly 'all-or-nothing'?: boolean;
  readonly documents?: readonly string[];
  readonly zeroes?: readonly (string | number)[];
}

type Path = (string | number)[];

class Reader {
  readonly problems: Problem[] = [];
  private readonly source: Source;
  private readonly known: Known;

  constructor(source: Source, known: Known) {
    this.source = source;
    this.known = known;
  }

  standard(raw: Raw): Standard {
    const sheets = raw.sheets.map((sheet, index) => this.sheet(sheet, ['sheets', index]));
    return { id: raw.id, title: raw.title, issuer: raw.issuer, year: String(raw.year), note: raw.note ?? '', sheets };
  }

  private sheet(raw: RawSheet, path: Path): Sheet {
    const full = this.points(raw.full, [...path, 'full']);
    const sections = raw.sections.map((section, index) => this.section(section, [...path, 'sections', index]));
    const sum = sections.reduce((total, section) => total + (section.full ?? 0), 0);
    if (sum !== full) this.problem([...path, 'full'], `各部分合计 ${sum / 100} 分，与满分 ${full / 100} 分不符`);
    const ids = sections.flatMap((section) => section.items.map((item) => item.id));
    const doubled = ids.find((id, index) => ids.indexOf(id) !== index);
    if (doubled !== undefined) this.problem(path, `项目编号“${doubled}”重复`);
    return {
      id: raw.id,
      title: raw.title,
      type: raw.applies.type ?? [],
      procedure: raw.applies.procedure ?? [],
      full,
      rescale: raw.rescale ?? false,
      grades: this.grades(raw.grades ?? [], [...path, 'grades']),
      sections,
    };
  }

  private grades(raw: NonNullable<RawSheet['grades']>, path: Path): Grade[] {
    const grades = raw.map((grade, index) => ({
      name: grade.name,
      from: this.points(grade.from, [...path, index, 'from']),
      open: grade.open ?? false,
    }));
    grades.forEach((grade, index) => {
      const twin = grades.findIndex((other) => other.from === grade.from);
      if (twin !== index) this.problem([...path, index], `等级“${grade.name}”与“${grades[twin]?.name}”的起点相同`);
    });
    if (grades.length > 0 && !grades.some((grade) => grade.from === 0 && !grade.open)) {
      this.problem(path, '等级没有覆盖 0 分：最低一级应从 0 起');
    }
    return grades;
  }

  private section(raw: RawSection, path: Path): Section {
    const items = raw.items.map((item, index) => this.item(item, [...path, 'items', index]));
    const full = raw.full === undefined ? null : this.points(raw.full, [...path, 'full']);
    const sum = items.reduce((total, item) => total + (item.kind === 'deduct' ? (item.full ?? 0) : 0), 0);
    if (sum !== (full ?? 0))
      this.problem([...path, 'full'], `“${raw.title}”各项合计 ${sum / 100} 分，与所写 ${(full ?? 0) / 100} 分不符`);
    return {
      id: raw.id,
      title: raw.title,
      full,
      documents: this.kinds(raw.documents, [...path, 'documents']),
      ifMissing: raw['if-missing'] ?? 'exclude',
      items,
    };
  }

  private item(raw: RawItem, path: Path): Item {
    const kind = raw.kind ?? 'deduct';
    const full = raw.full === undefined ? null : this.points(raw.full, [...path, 'full']);
    if (kind === 'deduct' && full === null) this.problem(path, `项目 ${raw.id} 缺少分值（full）`);
    const charges = (raw.charges ?? []).map((charge, index): Charge => {
      const place = [...path, 'charges', index];
      charge.rules.forEach((rule, number) => {
        if (this.known.rules.has(rule)) return;
        this.problem([...place, 'rules', number], `没有编号为 ${rule} 的规则`, nearest(rule, this.known.rules));
      });
      return {
        rules: charge.rules,
        points: this.points(charge.points, [...place, 'points']),
        unit: charge.unit ?? 'once',
        most: charge.most === undefined ? null : this.points(charge.most, [...place, 'most']),
      };
    });
    if (charges.length === 0 && raw.question === undefined) {
      this.problem(path, `项目 ${raw.id} 既没有绑定规则也没有交由人工判断的问题`);
    }
    const stake = raw.question?.stake;
    return {
      id: String(raw.id),
      title: raw.title,
      kind,
      full,
      charges,
      question:
        raw.question === undefined
          ? null
          : {
              ask: raw.question.ask,
              look: this.kinds(raw.question.look, [...path, 'question', 'look']),
              stake:
                stake === undefined
                  ? kind === 'deduct'
                    ? (full ?? 0)
                    : 0
                  : this.points(stake, [...path, 'question', 'stake']),
            },
      allOrNothing: raw['all-or-nothing'] ?? false,
      documents: this.kinds(raw.documents, [...path, 'documents']),
      zeroes: (raw.zeroes ?? []).map(String),
    };
  }

  private kinds(raw: readonly string[] | undefined, path: Path): readonly string[] {
    (raw ?? []).forEach((kind, index) => {
      if (!this.known.kinds.has(kind))
        this.problem([...path, index], `文书种类“${kind}”不在 kinds.yaml 中`, nearest(kind, this.known.kinds));
    });
    return raw ?? [];
  }

  private points(decimal: number, path: Path): Points {
    const points = toPoints(decimal);
    if (points === null) this.problem(path, `分值 ${decimal} 超过两位小数`);
    return points ?? 0;
  }

  private problem(path: Path, message: string, suggestion?: string): void {
    this.problems.push(this.source.problem(path, message, suggestion));
  }
}
