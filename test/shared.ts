import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Path within the folder of real documents, law texts and hostile files that stands beside the checkout, or null where it is absent;
 * tests that need it then skip and say so. `ANJUAN_SHARED` names it when it lies elsewhere.
 */
export function sharedPath(...parts: string[]): string | null {
  const root = path.dirname(import.meta.dirname);
  const places = [process.env.ANJUAN_SHARED, path.join(root, '../shared'), path.join(root, '../../shared')];
  const found = places.find((place) => place !== undefined && existsSync(place));
  return found === undefined ? null : path.join(found, ...parts);
}
