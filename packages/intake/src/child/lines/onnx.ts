/** A part of a message of Protocol Buffers as it lies in the file. */
export interface Field {
  readonly number: number;
  /** 0 a whole number, 2 bytes, 5 four bytes; others stand in no model. */
  readonly wire: number;
  readonly value: number;
  readonly bytes: Uint8Array;
  /** What it is made of where it was not read: joined once only, when the whole is written. */
  readonly pieces?: Pieces;
}

export type Pieces = readonly Uint8Array[];

const none = new Uint8Array(0);

/** The parts of a message; throws RangeError where it breaks off. */
export function fieldsOf(message: Uint8Array): Field[] {
  const view = new DataView(message.buffer, message.byteOffset, message.length);
  const fields: Field[] = [];
  let at = 0;
  const whole = (): number => {
    let value = 0;
    for (let place = 1; ; place *= 128) {
      const byte = view.getUint8(at++);
      value += (byte & 127) * place;
      if (byte < 128) return value;
    }
  };
  const taken = (size: number): Uint8Array => {
    if (at + size > message.length) throw new RangeError('message breaks off');
    at += size;
    return message.subarray(at - size, at);
  };
  while (at < message.length) {
    const key = whole();
    const [number, wire] = [Math.floor(key / 8), key & 7];
    if (wire === 0) fields.push({ number, wire, value: whole(), bytes: none });
    else fields.push({ number, wire, value: 0, bytes: taken(wire === 2 ? whole() : wire === 5 ? 4 : 8) });
  }
  return fields;
}

/** A message of such parts. */
export function messageOf(fields: readonly Field[]): Pieces {
  return fields.flatMap(({ number, wire, value, bytes, pieces = [bytes] }) => {
    const key = wholeNumber(number * 8 + wire);
    if (wire === 0) return [key, wholeNumber(value)];
    const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
    return wire === 2 ? [key, wholeNumber(size), ...pieces] : [key, ...pieces];
  });
}

function wholeNumber(value: number): Uint8Array {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
  return Uint8Array.from([...bytes, left]);
}

export const fieldOf = (number: number, pieces: Pieces): Field => ({ number, wire: 2, value: 0, bytes: none, pieces });
export const textField = (number: number, text: string): Field => fieldOf(number, [Buffer.from(text)]);
export const wholeField = (number: number, value: number): Field => ({ number, wire: 0, value, bytes: none });

/** A step of a model, by the numbers of its parts in onnx.proto (NodeProto). */
export interface Step {
  inputs: string[];
  outputs: string[];
  kind: string;
  /** Who defined the kind, where it is none of ONNX's own. */
  domain?: string;
  /** What else it states, as it lies in the file. */
  attributes: readonly Field[];
}

const step = { input: 1, output: 2, kind: 4, attribute: 5, domain: 7 };
const attribute = { name: 1, float: 2, whole: 3, tensor: 5, wholes: 8, type: 20 };
/** How onnx.proto numbers the kinds of attributes. */
const attributeType = { float: 1, tensor: 4, wholes: 7 };
const tensor = { dimension: 1, type: 2, name: 8, raw: 9 };
/** How onnx.proto numbers the kinds of numbers of a tensor. */
const numbers = { fractions: 1, bytes: 3 };
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

export function stepOf(message: Uint8Array): Step {
  const fields = fieldsOf(message);
  const texts = (number: number): string[] =>
    fields.filter((field) => field.number === number).map(({ bytes }) => text(bytes));
  const [domain = ''] = texts(step.domain);
  return {
    ...(domain === '' ? {} : { domain }),
    inputs: texts(step.input),
    outputs: texts(step.output),
    kind: texts(step.kind)[0] ?? '',
    attributes: fields.filter((field) => field.number === step.attribute),
  };
}

export function messageOfStep({ inputs, outputs, kind, domain, attributes }: Step): Pieces {
  return messageOf([
    ...inputs.map((name) => textField(step.input, name)),
    ...outputs.map((name) => textField(step.output, name)),
    textField(step.kind, kind),
    ...attributes,
    ...(domain === undefined ? [] : [textField(step.domain, domain)]),
  ]);
}

function attributeOf({ attributes }: Step, name: string): Field[] {
  const all = attributes.map(({ bytes, pieces }) => fieldsOf(pieces === undefined ? bytes : Buffer.concat(pieces)));
  return all.find((one) => one.some((field) => field.number === attribute.name && text(field.bytes) === name)) ?? [];
}

/** A number a step states; null where it states none. */
export function floatOf(from: Step, name: string): number | null {
  const found = attributeOf(from, name).find(({ number }) => number === attribute.float);
  return found === undefined ? null : Buffer.from(found.bytes).readFloatLE();
}

/** Whole numbers a step states; null where they are packed. */
export function wholesOf(from: Step, name: string): number[] | null {
  const fields = attributeOf(from, name).filter(({ number }) => number === attribute.wholes);
  return fields.every(({ wire }) => wire === 0) ? fields.map(({ value }) => value) : null;
}

/** A whole number a step states; null where it states none. */
export function wholeOf(from: Step, name: string): number | null {
  return attributeOf(from, name).find(({ number }) => number === attribute.whole)?.value ?? null;
}

export function wholesAttribute(name: string, values: readonly number[]): Field {
  return fieldOf(
    step.attribute,
    messageOf([
      textField(attribute.name, name),
      ...values.map((value) => wholeField(attribute.wholes, value)),
      wholeField(attribute.type, attributeType.wholes),
    ]),
  );
}

export function floatAttribute(name: string, value: number): Field {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return fieldOf(
    step.attribute,
    messageOf([
      textField(attribute.name, name),
      { number: attribute.float, wire: 5, value: 0, bytes },
      wholeField(attribute.type, attributeType.float),
    ]),
  );
}

/** Numbers a model was taught, and how they lie. */
export interface Tensor {
  readonly dimensions: readonly number[];
  readonly data: Float32Array;
}

/** The numbers a step of kind Constant stands for; null where they are no fractions. */
export function tensorOf(from: Step): Tensor | null {
  const message = attributeOf(from, 'value').find(({ number }) => number === attribute.tensor);
  if (message === undefined) return null;
  const fields = fieldsOf(message.bytes);
  const raw = fields.find(({ number }) => number === tensor.raw);
  if (raw === undefined || fields.find(({ number }) => number === tensor.type)?.value !== numbers.fractions)
    return null;
  const sizes = fields.filter(({ number }) => number === tensor.dimension);
  if (sizes.some(({ wire }) => wire !== 0)) return null;
  // A copy: what lies in the file need not begin at a multiple of four.
  return { dimensions: sizes.map(({ value }) => value), data: new Float32Array(new Uint8Array(raw.bytes).buffer) };
}

/** A step that stands for such numbers. */
export function constantStep(
  name: string,
  { dimensions, data }: Tensor | (Omit<Tensor, 'data'> & { readonly data: Int8Array }),
): Step {
  const value = messageOf([
    ...dimensions.map((size) => wholeField(tensor.dimension, size)),
    wholeField(tensor.type, data instanceof Int8Array ? numbers.bytes : numbers.fractions),
    textField(tensor.name, name),
    fieldOf(tensor.raw, [new Uint8Array(data.buffer, data.byteOffset, data.byteLength)]),
  ]);
  const stated = messageOf([
    textField(attribute.name, 'value'),
    fieldOf(attribute.tensor, value),
    wholeField(attribute.type, attributeType.tensor),
  ]);
  return { inputs: [], outputs: [name], kind: 'Constant', attributes: [fieldOf(step.attribute, stated)] };
}
