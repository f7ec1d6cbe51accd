import { readFileSync } from 'node:fs';
import { constantStep, type Step, type Tensor, tensorOf, wholeOf, wholesAttribute, wholesOf } from './onnx.ts';

/** Where the kind of step lies that reckons so, and which edition of those kinds. */
export const kindsOfWholeNumbers = { domain: 'com.microsoft', version: 1 };
const product = 'DynamicQuantizeMatMul';

/** Smaller ones gain nothing: turning what they take and give round costs as much. */
const least = 100;
/** Weights go from −127 to 127. */
const most = 127;
/** Rows, columns and colours in the order in which convolutions hold them, and that in which products do, and back. */
const [colourLast, colourSecond] = [
  [0, 2, 3, 1],
  [0, 3, 1, 2],
] as const;

/**
 * The steps with convolutions of single points, in which two thirds of a model's time go, as products of whole numbers of eight bits: weights
 * are rounded to 127 parts of the largest that makes the same colour, what they are given to 255 parts of its range each time it comes. Where the processor multiplies
 * four such numbers at a time ({@link multipliesBytes}) it takes a third less time for the whole model. All others stay as they are.
 */
export function inWholeNumbers(steps: readonly Step[]): Step[] {
  const constants = new Map(
    steps.filter(({ kind }) => kind === 'Constant').map((step) => [step.outputs[0] ?? '', step]),
  );
  const numbersOf = (name: string | undefined): Tensor | null => {
    const step = constants.get(name ?? '');
    return step === undefined ? null : tensorOf(step);
  };
  const added: Step[] = [];
  const others = steps.flatMap((step) => {
    const weights = isOfPoints(step) ? numbersOf(step.inputs[1]) : null;
    const [colours = 0, taken = 0, ...size] = weights?.dimensions ?? [];
    const isLarge = Math.min(colours, taken) >= least && size.length === 2 && size.every((side) => side === 1);
    if (weights === null || !isLarge) return [step];
    const [input = '', name = '', bias = ''] = step.inputs;
    const [output = ''] = step.outputs;
    const whole = rounded(weights);
    added.push(constantStep(`${name}.whole`, whole.numbers), constantStep(`${name}.unit`, whole.units));
    const turn = (from: string, to: string, order: readonly number[]): Step => ({
      inputs: [from],
      outputs: [to],
      kind: 'Transpose',
      attributes: [wholesAttribute('perm', order)],
    });
    return [
      turn(input, `${output}.given`, colourLast),
      {
        // The fourth is where the weights' zero lies: at 0.
        inputs: [`${output}.given`, `${name}.whole`, `${name}.unit`, '', bias],
        outputs: [`${output}.made`],
        kind: product,
        domain: kindsOfWholeNumbers.domain,
        attributes: [],
      },
      turn(`${output}.made`, output, colourSecond),
    ];
  });
  const used = new Set(others.flatMap(({ inputs }) => inputs));
  return [...added, ...others.filter(({ kind, outputs: [name = ''] }) => kind !== 'Constant' || used.has(name))];
}

/** Whether a step is a convolution that takes every point once, by itself, in all colours. */
function isOfPoints(step: Step): boolean {
  const all = (name: string, value: number): boolean => wholesOf(step, name)?.every((one) => one === value) ?? false;
  return step.kind === 'Conv' && all('strides', 1) && all('pads', 0) && (wholeOf(step, 'group') ?? 1) === 1;
}

/** The weights, turned so that those that make one colour stand below each other, and what 1 stands for in each of these columns. */
function rounded({ dimensions, data }: Tensor): { numbers: { dimensions: number[]; data: Int8Array }; units: Tensor } {
  const [colours = 0, taken = 0] = dimensions;
  const numbers = new Int8Array(taken * colours);
  const units = new Float32Array(colours);
  for (let colour = 0; colour < colours; colour++) {
    const own = data.subarray(colour * taken, (colour + 1) * taken);
    const unit = own.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0) / most || 1;
    units[colour] = unit;
    for (let at = 0; at < taken; at++) numbers[at * colours + colour] = Math.round((own[at] as number) / unit);
  }
  return { numbers: { dimensions: [taken, colours], data: numbers }, units: { dimensions: [colours], data: units } };
}

/**
 * Whether this machine's processor multiplies eight-bit numbers four at a time and adds them up whole. Older ones add them up in sixteen bits,
 * which such products may go beyond: what they read would be wrong.
 */
export function multipliesBytes(): boolean {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  try {
    return /\b(?:avx512_vnni|avx_vnni)\b/u.test(readFileSync('/proc/cpuinfo', 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return false;
  }
}
