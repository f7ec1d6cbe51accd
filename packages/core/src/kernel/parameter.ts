/** A dated number that law sets: the value in force on a day. */
export interface Parameter {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Half-open, ascending; `from`/`to` as day numbers, `to` Infinity while in force. */
  readonly versions: readonly { readonly from: number; readonly to: number; readonly value: number | string }[];
}

/** The value of a parameter on a day; null when no version covers it. */
export function inForce(parameter: Parameter, day: number): number | string | null {
  return parameter.versions.find((version) => day >= version.from && day < version.to)?.value ?? null;
}
