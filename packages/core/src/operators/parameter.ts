import { nearest } from '../kernel/nearest.ts';
import { type ParameterVersion, versionOn } from '../kernel/parameter.ts';
import type { Frame } from './frame.ts';
import type { Compiler, Operand, Path } from './types.ts';

const none: readonly never[] = [];

/** A dated number of the pack, as it stands on the day that dates the rule; null when there is no such number, which has been reported. */
export function parameterOperand(source: unknown, path: Path, compiler: Compiler): Operand | null {
  const parameter = compiler.parameters.get(String(source));
  if (parameter === undefined) {
    compiler.problem(path, `参数“${String(source)}”没有定义`, nearest(String(source), compiler.parameters.keys()));
    return null;
  }
  const only = parameter.versions.length === 1 ? parameter.versions[0] : undefined;
  const version = (frame: Frame): ParameterVersion | null =>
    only !== undefined && frame.day >= only.from && frame.day < only.to ? only : versionOn(parameter, frame.day);
  // A number known from others' account only judges nobody: it stands as not known, and is shown as what is missing.
  const value = (frame: Frame): number | string | null => {
    const found = version(frame);
    return found === null || found.reported ? null : found.value;
  };
  return {
    value,
    day: () => null,
    facts: (frame) => {
      const found = version(frame);
      if (found !== null && !found.reported) return none;
      const label = found === null ? parameter.label : `${parameter.label}（据转载为 ${found.value}，未核对原文）`;
      return [{ path: `param.${parameter.id}`, label, value: null, anchors: none }];
    },
    includes: (frame) => version(frame)?.inclusive !== false,
    phrase: `${parameter.label}${only === undefined || only.reported ? '' : `（${only.value}）`}`,
    type: typeof parameter.versions[0]?.value === 'string' ? 'text' : 'number',
    slot: null,
    literal: null,
    slots: [],
    usesItem: false,
    usesDay: true,
  };
}
