/** What a number is over a term, half-open, as day numbers; `to` is Infinity while in force. */
export interface ParameterVersion {
  readonly from: number;
  readonly to: number;
  readonly value: number | string;
  /** For thresholds: whether the number itself reaches it (含本数). */
  readonly inclusive: boolean;
  /** Known from others' account only: it is shown, and nothing is judged by it. */
  readonly reported: boolean;
}

/** A dated number that law sets: the value in force on a day. */
export interface Parameter {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Half-open, ascending; empty for a number that only narrower packs set. */
  readonly versions: readonly ParameterVersion[];
  /** What a narrower pack may do to it. */
  readonly overridable: readonly ('set' | 'stricter')[];
  /** Which way is stricter on the agency; null where neither is. */
  readonly stricter: 'lower' | 'higher' | null;
}

/** The version of a parameter on a day; null when none covers it. */
export function versionOn(parameter: Parameter, day: number): ParameterVersion | null {
  return parameter.versions.find((version) => day >= version.from && day < version.to) ?? null;
}

/** The value of a parameter on a day; null when no version covers it. */
export function inForce(parameter: Parameter, day: number): number | string | null {
  return versionOn(parameter, day)?.value ?? null;
}

/** Versions with a later word laid over them: on its days it stands, around it what stood before. Neighbours that say the same are joined. */
export function laidOver(
  below: readonly ParameterVersion[],
  above: readonly ParameterVersion[],
  choose: (under: ParameterVersion | null, over: ParameterVersion) => ParameterVersion = (_, over) => over,
): readonly ParameterVersion[] {
  const edges = [...new Set([...below, ...above].flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const laid: ParameterVersion[] = [];
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1];
    if (to === undefined) break;
    const covers = (one: ParameterVersion): boolean => one.from <= from && from < one.to;
    const under = below.find(covers) ?? null;
    const over = above.find(covers) ?? null;
    const chosen = over === null ? under : choose(under, over);
    if (chosen === null) continue;
    const last = laid.at(-1);
    const { value, inclusive, reported } = chosen;
    if (
      last !== undefined &&
      last.to === from &&
      last.value === value &&
      last.inclusive === inclusive &&
      last.reported === reported
    ) {
      laid[laid.length - 1] = { ...last, to };
    } else laid.push({ from, to, value, inclusive, reported });
  }
  return laid;
}
