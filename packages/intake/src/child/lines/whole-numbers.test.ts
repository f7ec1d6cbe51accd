import { readFileSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { modelOfLines } from '../../taught.ts';
import { folded } from './fold.ts';
import { constantStep, type Step, tensorOf, wholesAttribute } from './onnx.ts';
import { inWholeNumbers, multipliesBytes } from './whole-numbers.ts';

const weightsOf = (colours: number, taken: number, side = 1): Step =>
  constantStep('w', {
    dimensions: [colours, taken, side, side],
    data: Float32Array.from({ length: colours * taken * side * side }, (_, at) => Math.sin(at)),
  });
const convolution = (attributes: Step['attributes'] = []): Step => ({
  inputs: ['x', 'w', 'b'],
  outputs: ['y'],
  kind: 'Conv',
  attributes,
});
const kinds = (steps: readonly Step[]): string[] =>
  inWholeNumbers(steps)
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'Constant');

test('a large convolution of points becomes a product of whole numbers, others stay', () => {
  const product = ['Transpose', 'DynamicQuantizeMatMul', 'Transpose'];
  expect(kinds([weightsOf(120, 100), convolution()])).toEqual(product);
  expect(kinds([weightsOf(120, 100), convolution([wholesAttribute('strides', [1, 1])])])).toEqual(product);
  expect(kinds([weightsOf(120, 99), convolution()])).toEqual(['Conv']);
  expect(kinds([weightsOf(120, 100, 3), convolution()])).toEqual(['Conv']);
  expect(kinds([weightsOf(120, 100), convolution([wholesAttribute('strides', [2, 1])])])).toEqual(['Conv']);
  expect(kinds([weightsOf(120, 100), convolution([wholesAttribute('pads', [0, 1, 0, 1])])])).toEqual(['Conv']);
  expect(kinds([convolution()])).toEqual(['Conv']);
});

test('each colour has a unit of its own, and its largest weight is 127 of them', () => {
  const steps = inWholeNumbers([weightsOf(120, 100), convolution()]);
  const units = steps.find(({ outputs }) => outputs[0] === 'w.unit');
  const { dimensions, data } = tensorOf(units as Step) ?? { dimensions: [], data: new Float32Array(0) };
  expect(dimensions).toEqual([120]);
  const first = Array.from({ length: 100 }, (_, at) => Math.abs(Math.sin(at)));
  expect(data[0]).toBeCloseTo(Math.max(...first) / 127, 6);
  // What it was made of is not carried along.
  expect(steps.some(({ outputs }) => outputs[0] === 'w')).toBe(false);
});

test.skipIf(!multipliesBytes())(
  'the model in whole numbers is as sure of what it sees as the other (skipped: this processor has no products of bytes)',
  { timeout: 60_000 },
  async () => {
    const model = readFileSync(modelOfLines);
    const [height, width] = [48, 200];
    const picture = Float32Array.from({ length: 3 * height * width }, (_, at) => Math.sin(at / 3) * Math.cos(at / 171));
    const shares: Float32Array[] = [];
    for (const bytes of [folded(model), folded(model, true)]) {
      const session = await InferenceSession.create(bytes, { logSeverityLevel: 3 });
      const [input = '', output = ''] = [...session.inputNames, ...session.outputNames];
      const answer = await session.run({ [input]: new Tensor('float32', picture, [1, 3, height, width]) });
      shares.push(answer[output]?.data as Float32Array);
    }
    const [exact = new Float32Array(0), whole = new Float32Array(0)] = shares;
    expect(whole.length).toBe(exact.length);
    const most = exact.reduce((found, share, at) => Math.max(found, Math.abs(share - (whole[at] ?? 9))), 0);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(0.1);
  },
);
