import { readFileSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { modelOfLines } from '../../taught.ts';
import { folded } from './fold.ts';
import {
  constantStep,
  fieldOf,
  fieldsOf,
  floatAttribute,
  messageOf,
  messageOfStep,
  type Step,
  stepOf,
} from './onnx.ts';

const [graphOfModel, stepOfGraph] = [7, 1];

/** The steps of a model, numbers it was taught left out. */
function stepsOf(model: Uint8Array): Step[] {
  const graph = fieldsOf(model).find(({ number }) => number === graphOfModel)?.bytes ?? new Uint8Array(0);
  return fieldsOf(graph)
    .filter(({ number }) => number === stepOfGraph)
    .map(({ bytes }) => stepOf(bytes))
    .filter(({ kind }) => kind !== 'Constant');
}

test('the model with fewer steps gives what the whole one gives, but for rounding', { timeout: 60_000 }, async () => {
  const model = readFileSync(modelOfLines);
  const fewer = folded(model);
  expect(stepsOf(model).length - stepsOf(fewer).length).toBeGreaterThan(100);
  const [height, width] = [48, 200];
  // Strokes of some kind, up to the edges, where a summand that was moved wrongly would show.
  const picture = Float32Array.from({ length: 3 * height * width }, (_, at) => Math.sin(at / 3) * Math.cos(at / 171));
  const shares: Float32Array[] = [];
  for (const bytes of [model, fewer]) {
    const session = await InferenceSession.create(bytes);
    const [input = '', output = ''] = [...session.inputNames, ...session.outputNames];
    const answer = await session.run({ [input]: new Tensor('float32', picture, [1, 3, height, width]) });
    shares.push(answer[output]?.data as Float32Array);
  }
  const [whole = new Float32Array(0), short = new Float32Array(0)] = shares;
  expect(short.length).toBe(whole.length);
  expect(whole.length).toBeGreaterThan(1000);
  const most = whole.reduce((found, share, at) => Math.max(found, Math.abs(share - (short[at] ?? 9))), 0);
  expect(most).toBeLessThan(1e-4);
});

test('what is taken twice, or divides the other way round, stays', () => {
  const number = (name: string, value: number): Step =>
    constantStep(name, { dimensions: [1], data: Float32Array.of(value) });
  const step = (kind: string, inputs: string[], output: string): Step => ({
    kind,
    inputs,
    outputs: [output],
    attributes: [],
  });
  const weights = constantStep('w', { dimensions: [1, 1, 1, 1], data: Float32Array.of(2) });
  const limits = [floatAttribute('min', 0), floatAttribute('max', 6)];
  const modelOf = (steps: readonly Step[]): Uint8Array =>
    Buffer.concat(
      messageOf([fieldOf(graphOfModel, messageOf(steps.map((one) => fieldOf(stepOfGraph, messageOfStep(one)))))]),
    );
  const kinds = (steps: readonly Step[]): string[] => stepsOf(folded(modelOf(steps))).map(({ kind }) => kind);
  const half = number('half', 0.5);
  expect(
    kinds([weights, half, step('Conv', ['x', 'w'], 'a'), step('Mul', ['a', 'half'], 'b'), step('Relu', ['b'], 'y')]),
  ).toEqual(['Conv', 'Relu']);
  expect(
    kinds([
      weights,
      half,
      step('Conv', ['x', 'w'], 'a'),
      step('Mul', ['a', 'half'], 'b'),
      step('Add', ['a', 'b'], 'y'),
    ]),
  ).toEqual(['Conv', 'Mul', 'Add']);
  const swish = (shared: Step): Step[] => [
    number('three', 3),
    number('six', 6),
    step('Add', ['x', 'three'], 'a'),
    { ...step('Clip', ['a'], 'b'), attributes: limits },
    step('Mul', ['x', 'b'], 'c'),
    shared,
  ];
  expect(kinds(swish(step('Div', ['c', 'six'], 'y')))).toEqual(['HardSigmoid', 'Mul']);
  expect(kinds(swish(step('Div', ['six', 'c'], 'y')))).toEqual(['Add', 'Clip', 'Mul', 'Div']);
});
