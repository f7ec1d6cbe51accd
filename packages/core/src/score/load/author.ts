import { nearest } from '../../kernel/nearest.ts';
import { type Points, toPoints } from '../../kernel/points.ts';
import type { Problem, Source } from '../../packs/source.ts';
import type { CheckPoint, When } from '../types.ts';
import type { RawPoints, RawWhen } from './raw.ts';

export type Path = readonly (string | number)[];

/** Ids a standard may name. */
export interface Known {
  readonly rules: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  /** Paths of facts; absent: paths are not checked. */
  readonly facts?: ReadonlySet<string>;
  readonly checks?: ReadonlyMap<string, CheckPoint>;
}

/** Reads the small parts of a standard's file and keeps its author's mistakes with their places. */
export class Author {
  readonly problems: Problem[] = [];
  private readonly source: Source;
  private readonly known: Known;
  /** Points of the sections and items of the sheet being read, for shares of them. */
  private shares: ReadonlyMap<string, number> = new Map();

  constructor(source: Source, known: Known) {
    this.source = source;
    this.known = known;
  }

  begin(shares: ReadonlyMap<string, number>): void {
    this.shares = shares;
  }

  problem(path: Path, message: string, suggestion?: string): void {
    this.problems.push(this.source.problem(path, message, suggestion));
  }

  points(decimal: number, path: Path): Points {
    const points = toPoints(decimal);
    if (points === null) this.problem(path, `分值 ${decimal} 超过两位小数`);
    return points ?? 0;
  }

  optional(decimal: number | undefined, path: Path): Points | null {
    return decimal === undefined ? null : this.points(decimal, path);
  }

  /** Points, or a share of the points of a section or item, half up to a hundredth. */
  share(raw: RawPoints, path: Path): Points {
    if (typeof raw === 'number') return this.points(raw, path);
    const whole = this.shares.get(String(raw.of));
    if (whole === undefined) {
      this.problem([...path, 'of'], `没有编号为“${raw.of}”的部分或者项目`, nearest(String(raw.of), this.shares.keys()));
      return 0;
    }
    return Math.floor((2 * Math.round(whole * 100) * Math.round(raw.percent * 100) + 10_000) / 20_000);
  }

  rules(raw: readonly string[], path: Path): readonly string[] {
    raw.forEach((rule, index) => {
      if (!this.known.rules.has(rule))
        this.problem([...path, index], `没有编号为 ${rule} 的规则`, nearest(rule, this.known.rules));
    });
    return raw;
  }

  /** Check points by id, one or several. */
  checks(raw: string | readonly string[] | undefined, path: Path): readonly CheckPoint[] {
    const ids = raw === undefined ? [] : typeof raw === 'string' ? [raw] : raw;
    const all = this.known.checks ?? new Map<string, CheckPoint>();
    return ids.flatMap((id, index) => {
      const found = all.get(id);
      if (found === undefined)
        this.problem(
          typeof raw === 'string' ? path : [...path, index],
          `没有编号为“${id}”的检查点`,
          nearest(id, all.keys()),
        );
      return found ?? [];
    });
  }

  kinds(raw: readonly string[] | undefined, path: Path): readonly string[] {
    (raw ?? []).forEach((kind, index) => {
      if (!this.known.kinds.has(kind))
        this.problem([...path, index], `文书种类“${kind}”不在 kinds.yaml 中`, nearest(kind, this.known.kinds));
    });
    return raw ?? [];
  }

  when(raw: RawWhen | undefined, path: Path): When | null {
    if (raw === undefined) return null;
    if (raw.document !== undefined) {
      const kinds = typeof raw.document === 'string' ? [raw.document] : raw.document;
      return { is: 'document', kinds: this.kinds(kinds, [...path, 'document']) };
    }
    if (raw.passes !== undefined) return { is: 'passes', rules: this.rules(raw.passes, [...path, 'passes']) };
    if (raw.fails !== undefined) return { is: 'fails', rules: this.rules(raw.fails, [...path, 'fails']) };
    if (raw.applies !== undefined) return { is: 'applies', rules: this.rules(raw.applies, [...path, 'applies']) };
    if (raw.fact !== undefined) {
      if (this.known.facts !== undefined && !this.known.facts.has(raw.fact.path))
        this.problem(
          [...path, 'fact', 'path'],
          `没有路径为“${raw.fact.path}”的事实`,
          nearest(raw.fact.path, this.known.facts),
        );
      return { is: 'fact', path: raw.fact.path, values: raw.fact.is };
    }
    if (raw.all !== undefined) return { is: 'all', of: this.every(raw.all, [...path, 'all']) };
    if (raw.any !== undefined) return { is: 'any', of: this.every(raw.any, [...path, 'any']) };
    const inner = this.when(raw.not, [...path, 'not']);
    return inner === null ? null : { is: 'not', of: inner };
  }

  private every(raw: readonly RawWhen[], path: Path): readonly When[] {
    return raw.map((one, index) => this.when(one, [...path, index])).filter((one) => one !== null);
  }
}
