import { readFile } from 'node:fs/promises';
import { plainOf } from '../../plain.ts';
import type { ReadCharacter, Task } from '../../protocol.ts';
import { charactersOf, modelOfLines } from '../../taught.ts';
import { cropOf } from './crop.ts';
import { decode } from './decode.ts';
import { folded } from './fold.ts';
import { multipliesBytes } from './whole-numbers.ts';

type LinesTask = Extract<Task, { kind: 'lines' }>;

/** The mark of enumeration, which the model writes as the stroke it looks like. */
const written: ReadonlyMap<string, string> = new Map([['丶', '、']]);

interface Model {
  readonly characters: readonly string[];
  run(data: Float32Array, width: number, height: number): Promise<{ shares: Float32Array; columns: number }>;
}

let loaded: Promise<Model> | null = null;

/** The model of PP-OCRv4 for lines of Chinese print; loading it takes a third of a second and some 100 MB. */
function model(): Promise<Model> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Model> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const session = await InferenceSession.create(folded(await readFile(modelOfLines), multipliesBytes()), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    // What it holds for one length of line would stay held for each other length.
    enableCpuMemArena: false,
  });
  const [input = '', output = ''] = [...session.inputNames, ...session.outputNames];
  return {
    characters: ['', ...(await charactersOf()), ' '],
    run: async (data, width, height) => {
      const answer = await session.run({ [input]: new Tensor('float32', data, [1, 3, height, width]) });
      const { data: shares, dims } = answer[output] as { data: unknown; dims: readonly number[] };
      return { shares: shares as Float32Array, columns: dims[1] ?? 0 };
    },
  };
}

/** The characters of stretches of print on a page made ready for recognition (plain), each with its middle in pixels of the page. */
export async function readLines({ path, boxes }: LinesTask): Promise<ReadCharacter[][]> {
  const { characters, run } = await model();
  if (boxes.length === 0) return [];
  const { width, height, from, bytes } = plainOf(await readFile(path));
  const page = { width, height, pixels: bytes.subarray(from) };
  const read: ReadCharacter[][] = [];
  for (const box of boxes) {
    const crop = cropOf(page, box);
    const { shares, columns } = await run(crop.data, crop.width, crop.height);
    const wide = crop.width / Math.max(1, columns);
    read.push(
      decode(shares, columns, characters)
        .filter(({ text }) => text.trim() !== '')
        .map(({ text, confidence, column }) => ({
          text: written.get(text) ?? text,
          confidence,
          x: crop.left + ((column + 0.5) * wide) / crop.scale,
        })),
    );
  }
  return read;
}
