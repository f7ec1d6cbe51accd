import { Pen, type Stroke } from '../strokes.ts';
import { around as boxAround, type Matrix, plain } from '../whereabouts.ts';
import { readContent } from './content.ts';
import { unpacked } from './filters.ts';
import { Ink } from './ink.ts';
import type { Named } from './names.ts';

/** What a page draws beside words. */
export interface Drawing {
  /** Level and upright lines; none where there are too few for a form. */
  readonly strokes: readonly Stroke[];
  /** Where pictures stand. */
  readonly pictures: readonly Stroke[];
  /** The most that a picture covers, in square points. */
  readonly largest: number;
  /** Pieces of paths: of characters drawn as areas there are thousands. */
  readonly segments: number;
  /** The least box around all places where words begin. */
  readonly reach: Stroke | null;
  /** Words may be drawn so that nobody sees them, stand where nothing is shown, or under what is painted over them: worth a closer look. */
  readonly doubtful: boolean;
  /** Something drawn by name could not be made out: what is told here is not all. */
  readonly partial: boolean;
  /** There is so much that nobody looked whether some words cannot be seen. */
  readonly endless?: true;
}

/** Bytes of content of which pdf.js can list what they draw without holding too much at a time. */
const mostListed = 4 * 2 ** 20;

/** A drawing with more content than is looked at, or than pdf.js can be asked about where it is in doubt. */
export function bounded(drawing: Drawing, bytes: number): Drawing {
  const asked = drawing.doubtful || drawing.partial;
  return asked && bytes > mostListed ? { ...drawing, doubtful: false, partial: false, endless: true } : drawing;
}

/** Of a page that has more content than is looked at nothing is known. */
export const endless: Drawing = {
  strokes: [],
  pictures: [],
  largest: 0,
  segments: 0,
  reach: null,
  doubtful: false,
  partial: false,
  endless: true,
};

/** Drawings that stand in drawings, at most so deep: files made to do harm have more. */
const deepest = 5;

/** What a content stream stands among. */
export interface Surroundings {
  /** What is drawn by a name. */
  what(name: string): Named;
  /** Asks for so many bytes to be read; false where it is enough. */
  spend(bytes: number): boolean;
}

const nothing: Surroundings = { what: () => null, spend: () => true };

/** What a content stream draws, with what it draws by name, and whether it may write words that nobody sees. */
export function drawingIn(content: Uint8Array, around: Surroundings = nothing): Drawing {
  const pen = new Pen();
  const ink = new Ink();
  let partial = false;
  const drawNamed = (name: string, depth: number): void => {
    const what = around.what(name);
    if (what === 'clear' || what === 'opaque') {
      pen.picture();
      ink.picture(what === 'opaque');
      return;
    }
    const data = what === null || depth >= deepest ? 'foreign' : unpacked(what.content, what.head);
    const matrix = what === null ? null : listIn(what.head, 'Matrix', plain, 6);
    const box = what === null ? null : listIn(what.head, 'BBox', null, 4);
    if (typeof data === 'string' || matrix === null || box === null || !around.spend(data.length)) {
      partial = true;
      pen.picture();
      return;
    }
    const [penAt, inkAt] = [pen.enter(matrix as Matrix), ink.enter(matrix as Matrix, boxAround(box))];
    read(data, depth + 1);
    pen.leave(penAt);
    ink.leave(inkAt);
  };
  const read = (bytes: Uint8Array, depth: number): void =>
    readContent(bytes, (operator, numbers, count, name) => {
      if (operator === 'Do') drawNamed(name, depth);
      else if (operator === 'BI') {
        pen.picture();
        ink.picture(true);
      } else {
        pen.draw(operator, numbers, count);
        ink.draw(operator, numbers, count);
      }
    });
  read(content, 0);
  return { ...pen.drawing, reach: ink.reach, doubtful: ink.maybeUnseen || ink.overlaid, partial };
}

/** The numbers of a list in a dictionary: `none` where it has no such list, null where it cannot be made out. */
function listIn(head: string, name: string, none: readonly number[] | null, count: number): readonly number[] | null {
  const [found, list = ''] = new RegExp(`/${name}\\b\\s*(?:\\[([^\\]]*)\\])?`, 'u').exec(head) ?? [];
  if (found === undefined) return none;
  const numbers = list.trim().split(/\s+/u).map(Number);
  return list.trim() === '' || numbers.length !== count || numbers.some(Number.isNaN) ? null : numbers;
}
