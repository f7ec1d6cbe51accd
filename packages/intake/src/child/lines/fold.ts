import {
  constantStep,
  fieldOf,
  fieldsOf,
  floatAttribute,
  floatOf,
  messageOf,
  messageOfStep,
  type Step,
  stepOf,
  type Tensor,
  tensorOf,
  textField,
  wholeField,
  wholesOf,
} from './onnx.ts';
import { inWholeNumbers, kindsOfWholeNumbers } from './whole-numbers.ts';

/** Parts of onnx.proto's messages. */
const graphOfModel = 7;
const kindsOfModel = 8;
const [domainOfKinds, versionOfKinds] = [1, 2];
const stepOfGraph = 1;
const outputOfGraph = 12;
const nameOfOutput = 1;

/**
 * The same model with fewer steps: factors and summands before and after its convolutions become part of their weights, and x · clip(x + 3, 0, 6) / 6
 * two steps instead of four. It gives the same but for rounding, in three quarters of the time. What is not met as expected stays as it is. With `wholeNumbers` its
 * largest convolutions are reckoned in such ({@link inWholeNumbers}).
 */
export function folded(model: Uint8Array, wholeNumbers = false): Uint8Array {
  const parts = fieldsOf(model);
  const graph = fieldsOf(parts.find(({ number }) => number === graphOfModel)?.bytes ?? new Uint8Array(0));
  const outputs = graph
    .filter(({ number }) => number === outputOfGraph)
    .map(({ bytes }) => fieldsOf(bytes).find(({ number }) => number === nameOfOutput)?.bytes ?? new Uint8Array(0))
    .map((name) => Buffer.from(name).toString());
  const steps = graph.filter(({ number }) => number === stepOfGraph).map(({ bytes }) => stepOf(bytes));
  const fewer = new Folding(steps, new Set(outputs)).run();
  const kept = wholeNumbers ? inWholeNumbers(fewer) : fewer;
  const rest = graph.filter(({ number }) => number !== stepOfGraph);
  const whole = messageOf([...kept.map((step) => fieldOf(stepOfGraph, messageOfStep(step))), ...rest]);
  const others = parts.filter(({ number }) => number !== graphOfModel);
  const { domain, version } = kindsOfWholeNumbers;
  const kinds = messageOf([textField(domainOfKinds, domain), wholeField(versionOfKinds, version)]);
  const more = wholeNumbers ? [fieldOf(kindsOfModel, kinds)] : [];
  return Buffer.concat(messageOf([...others, ...more, fieldOf(graphOfModel, whole)]));
}

class Folding {
  readonly #steps: readonly Step[];
  readonly #outputs: ReadonlySet<string>;
  readonly #constants = new Map<string, Step>();
  readonly #read = new Map<string, Tensor | null>();
  /** Who takes what. */
  readonly #users = new Map<string, Step[]>();
  readonly #gone = new Set<Step>();
  /** By what the weights of that name are to be multiplied in the end. */
  readonly #factors = new Map<string, number>();
  /** Constants whose numbers are others now. */
  readonly #changed = new Map<string, Tensor>();

  constructor(steps: readonly Step[], outputs: ReadonlySet<string>) {
    this.#steps = steps;
    this.#outputs = outputs;
    for (const step of steps) {
      if (step.kind === 'Constant') this.#constants.set(step.outputs[0] ?? '', step);
      for (const name of step.inputs) this.#users.set(name, [...(this.#users.get(name) ?? []), step]);
    }
  }

  run(): Step[] {
    const convolutions = this.#steps.filter((step) => step.kind === 'Conv' && this.#weights(step) !== null);
    for (const step of convolutions) this.#takeBehind(step);
    for (const step of this.#steps) if (step.kind === 'Clip') this.#shorten(step);
    for (const step of convolutions) this.#takeBefore(step);
    for (const [name, factor] of this.#factors) {
      const weights = this.#tensor(name);
      if (weights !== null) this.#changed.set(name, { ...weights, data: weights.data.map((value) => value * factor) });
    }
    const steps = this.#steps.filter((step) => !this.#gone.has(step));
    const used = new Set(steps.flatMap(({ inputs }) => inputs));
    const isKept = ({ kind, outputs: [name = ''] }: Step): boolean =>
      kind !== 'Constant' || (used.has(name) && !this.#changed.has(name));
    return [...[...this.#changed].map(([name, numbers]) => constantStep(name, numbers)), ...steps.filter(isKept)];
  }

  /** What a constant of that name holds; most are never asked for. */
  #tensor(name: string): Tensor | null {
    const changed = this.#changed.get(name);
    if (changed !== undefined) return changed;
    const step = this.#constants.get(name);
    if (step !== undefined && !this.#read.has(name)) this.#read.set(name, tensorOf(step));
    return this.#read.get(name) ?? null;
  }

  /** The one who takes the result of a step, where there is no other. */
  #next(step: Step): Step | null {
    const [name = ''] = step.outputs;
    const users = this.#users.get(name) ?? [];
    return users.length === 1 && !this.#outputs.has(name) ? (users[0] ?? null) : null;
  }

  /** The number by which a step of that kind changes what it is given, and that; null where it is none. */
  #number(step: Step | null | undefined, kind: string): { value: number; given: string } | null {
    if (step?.kind !== kind || step.inputs.length !== 2) return null;
    for (const [at, name] of step.inputs.entries()) {
      const numbers = this.#tensor(name)?.data;
      if (numbers?.length === 1) return { value: numbers[0] ?? 0, given: step.inputs[1 - at] ?? '' };
    }
    return null;
  }

  #weights({ inputs }: Step): Tensor | null {
    const [, name = '', bias] = inputs;
    const isOwn = (one: string): boolean => (this.#users.get(one)?.length ?? 0) <= 1;
    return isOwn(name) && (bias === undefined || isOwn(bias)) ? this.#tensor(name) : null;
  }

  /** Changes a convolution into factor · convolution + summand, the latter by the place of its result. */
  #change(step: Step, factor: number, summand: (at: number) => number): void {
    const [count = 0] = this.#weights(step)?.dimensions ?? [];
    const [, name = '', bias = `${name}.bias`] = step.inputs;
    const before = this.#tensor(bias)?.data ?? new Float32Array(count);
    const data = Float32Array.from({ length: count }, (_, at) => (before[at] ?? 0) * factor + summand(at));
    this.#changed.set(bias, { dimensions: [count], data });
    this.#factors.set(name, (this.#factors.get(name) ?? 1) * factor);
    step.inputs[2] = bias;
  }

  /** Takes a step out: its result is what it was given. */
  #skip(step: Step, given: string): void {
    const [name = ''] = step.outputs;
    const users = this.#users.get(name) ?? [];
    for (const user of users) user.inputs = user.inputs.map((input) => (input === name ? given : input));
    this.#users.set(given, [...(this.#users.get(given) ?? []).filter((user) => user !== step), ...users]);
    this.#gone.add(step);
  }

  /** A factor and a summand behind a convolution. */
  #takeBehind(step: Step): void {
    for (;;) {
      const next = this.#next(step);
      const [factor, summand] = [this.#number(next, 'Mul'), this.#number(next, 'Add')];
      if (next === null || (factor ?? summand) === null) return;
      this.#change(step, factor?.value ?? 1, () => summand?.value ?? 0);
      this.#skip(next, step.outputs[0] ?? '');
    }
  }

  /** x · clip(x + 3, 0, 6) / 6 is x · clip(x / 6 + 1/2, 0, 1). */
  #shorten(clip: Step): void {
    const raised = this.#steps.find((step) => step.outputs[0] === clip.inputs[0]);
    const product = this.#next(clip);
    const shared = product === null ? null : this.#next(product);
    const [three, six] = [this.#number(raised, 'Add'), this.#number(shared, 'Div')];
    if (raised === undefined || product?.kind !== 'Mul' || three === null || six === null) return;
    if (this.#next(raised) !== clip || !product.inputs.includes(three.given) || six.given !== shared?.inputs[0]) return;
    if (three.value !== 3 || six.value !== 6 || floatOf(clip, 'min') !== 0 || floatOf(clip, 'max') !== 6) return;
    this.#skip(raised, three.given);
    this.#skip(shared, product.outputs[0] ?? '');
    clip.kind = 'HardSigmoid';
    clip.attributes = [floatAttribute('alpha', 1 / 6), floatAttribute('beta', 0.5)];
  }

  /** A factor before a convolution, and the summand behind that: it stays where the convolution goes beyond the picture, where all is 0. */
  #takeBefore(step: Step): void {
    const add = this.#steps.find((one) => one.outputs[0] === step.inputs[0]);
    const summand = this.#number(add, 'Add');
    const multiply = this.#steps.find((one) => one.outputs[0] === summand?.given);
    const factor = this.#number(multiply, 'Mul');
    const weights = this.#weights(step);
    if (add === undefined || multiply === undefined || summand === null || factor === null || weights === null) return;
    const own = add.inputs.find((input) => input !== summand.given) ?? '';
    const ownUsers = this.#users.get(own)?.length ?? 0;
    if (this.#next(add) !== step || this.#next(multiply) !== add || factor.value === 0 || ownUsers !== 1) return;
    const pads = wholesOf(step, 'pads') ?? [];
    if (pads.length > 0 && pads.every((pad) => pad === 0)) {
      const each = weights.data.length / (weights.dimensions[0] ?? 1);
      const sum = (at: number): number => weights.data.subarray(at * each, (at + 1) * each).reduce((a, b) => a + b, 0);
      const times = summand.value * (this.#factors.get(step.inputs[1] ?? '') ?? 1);
      this.#change(step, 1, (at) => times * sum(at));
      this.#skip(add, summand.given);
    } else this.#changed.set(own, { dimensions: [1], data: Float32Array.of(summand.value / factor.value) });
    const [, name = ''] = step.inputs;
    this.#factors.set(name, (this.#factors.get(name) ?? 1) * factor.value);
    this.#skip(multiply, factor.given);
  }
}
