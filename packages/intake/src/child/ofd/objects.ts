import { apply, compose, type DrawingItem, type Matrix } from '../../drawing.ts';
import { unreadablyLow } from '../pdf/whereabouts.ts';
import { child, children, type Element } from '../xml.ts';
import { clippedBy } from './clips.ts';
import type { DrawnPiece } from './covers.ts';
import { boxOf, colourOf, deltas, matrixOf, number, pathOf } from './numbers.ts';
import { type DrawParam, drawParam, type Resources } from './resources.ts';
import { isInk } from './strokes.ts';

/** What the objects of a page give: what is drawn, its words, and words that are there but not shown. */
export interface Sheet {
  readonly items: DrawingItem[];
  readonly pieces: DrawnPiece[];
  readonly hidden: string[];
  /** Pictures that are named and are not among the resources. */
  lostPictures: number;
  /** Area in square millimetres that pictures cover. */
  pictured: number;
  readonly textLimit: number;
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const points = 72 / 25.4;
const deepest = 16;

/** Adds the objects of a layer, block or composite, in drawing order. */
export function addObjects(
  parent: Element,
  to: Sheet,
  resources: Resources,
  outer: Matrix = identity,
  inherited: DrawParam = {},
  depth = 0,
): void {
  if (depth > deepest) return;
  for (const object of parent.children) {
    const own = { ...inherited, ...drawParam(resources, object.attributes.DrawParam) };
    switch (object.name) {
      case 'Layer':
      case 'PageBlock':
        addObjects(object, to, resources, outer, own, depth + 1);
        break;
      case 'TextObject':
        addText(object, to, resources, outer, own);
        break;
      case 'PathObject':
        addPath(object, to, outer, own);
        break;
      case 'ImageObject':
        addImage(object, to, resources, outer);
        break;
      case 'CompositeObject': {
        const content = resources.composites.get(object.attributes.ResourceID ?? '');
        if (content !== undefined) addObjects(content, to, resources, mapOf(object, outer), own, depth + 1);
        break;
      }
      default:
        break;
    }
  }
}

/** From the object's own space to the page: its matrix, then the corner of its boundary. */
function mapOf(object: Element, outer: Matrix): Matrix {
  const box = boxOf(object.attributes.Boundary);
  const own = matrixOf(object.attributes.CTM) ?? identity;
  return compose(outer, compose([1, 0, 0, 1, box?.x ?? 0, box?.y ?? 0], own));
}

function opacityOf(object: Element, colour: Element | undefined): number {
  const alpha = (text: string | undefined): number => (text === undefined ? 1 : number(text) / 255);
  return Math.min(1, Math.max(0, alpha(object.attributes.Alpha) * alpha(colour?.attributes.Alpha)));
}

function isShown(object: Element): boolean {
  return object.attributes.Visible !== 'false';
}

function addText(object: Element, to: Sheet, resources: Resources, outer: Matrix, param: DrawParam): void {
  const matrix = mapOf(object, outer);
  const size = number(object.attributes.Size);
  const scale = object.attributes.HScale === undefined ? 1 : number(object.attributes.HScale) || 1;
  const font = resources.fonts.get(object.attributes.Font ?? '');
  const colour = child(object, 'FillColor');
  const opacity = opacityOf(object, colour);
  const filled = object.attributes.Fill !== 'false' || object.attributes.Stroke === 'true';
  const height = size * Math.hypot(matrix[2], matrix[3]) * points;
  const fill = colourOf(colour) ?? param.fill ?? '#000000';
  const seen = isInk(fill) || object.attributes.Stroke === 'true' || to.items.some(isPainted);
  const shown = isShown(object) && opacity > 0.02 && filled && seen && height >= unreadablyLow;
  const first = to.pieces.length;
  const glyphs: [string, number, number][] = [];
  let before: { x: number; y: number } = { x: 0, y: 0 };
  for (const code of children(object, 'TextCode')) {
    const characters = [...code.text.slice(0, to.textLimit)];
    if (code.children.length > 0 || characters.length === 0) continue;
    const acrossBy = deltas(code.attributes.DeltaX, characters.length);
    const downBy = deltas(code.attributes.DeltaY, characters.length);
    let x = code.attributes.X === undefined ? before.x : number(code.attributes.X);
    let y = code.attributes.Y === undefined ? before.y : number(code.attributes.Y);
    const placed = code.attributes.DeltaX !== undefined || code.attributes.DeltaY !== undefined;
    const run: [string, number, number][] = [];
    characters.forEach((character, index) => {
      run.push([character, x, y]);
      // Without offsets the characters follow each other by their own widths.
      x += acrossBy[index] ?? (placed ? (acrossBy.at(-1) ?? 0) : widthOf(character, size) * scale);
      y += downBy[index] ?? (placed && acrossBy.length === 0 ? (downBy.at(-1) ?? 0) : 0);
    });
    before = { x, y };
    if (!shown) {
      to.hidden.push(code.text.trim());
      continue;
    }
    glyphs.push(...run);
    addPieces(run, matrix, size, scale, to);
  }
  const isCut = clippedBy(object, outer);
  const own = to.pieces.splice(first);
  to.pieces.push(...own.filter((piece) => !isCut(piece)));
  const cut = own.filter(isCut);
  to.hidden.push(...cut.map((piece) => piece.text.trim()));
  if (!shown || glyphs.length === 0 || (cut.length > 0 && cut.length === own.length)) return;
  to.items.push({
    kind: 'text',
    matrix,
    size,
    stretch: scale,
    family: font?.name ?? '',
    bold: font?.bold === true || number(object.attributes.Weight) >= 600,
    italic: font?.italic === true || object.attributes.Italic === 'true',
    fill,
    opacity,
    glyphs: glyphs.filter(([character]) => character.trim() !== ''),
  });
}

/** Something on which white words are seen. */
function isPainted(item: DrawingItem): boolean {
  return item.kind === 'image' || (item.kind === 'path' && isInk(item.fill));
}

/** Characters that follow each other closely make one piece; a jump begins another. */
function addPieces(
  run: readonly (readonly [string, number, number])[],
  matrix: Matrix,
  size: number,
  scale: number,
  to: Sheet,
): void {
  let text = '';
  let start: readonly [number, number] = [0, 0];
  let end: readonly [number, number] = [0, 0];
  const flush = (): void => {
    if (text.trim() !== '') to.pieces.push({ ...pieceOf(text, matrix, start, end, size), after: to.items.length });
    text = '';
  };
  for (const [character, x, y] of run) {
    if (text !== '' && (Math.abs(x - end[0]) > size * 0.6 || Math.abs(y - end[1]) > size * 0.3)) flush();
    if (text === '') start = [x, y];
    text += character;
    end = [x + widthOf(character, size) * scale, y];
  }
  flush();
}

function pieceOf(
  text: string,
  matrix: Matrix,
  start: readonly [number, number],
  end: readonly [number, number],
  size: number,
): Omit<DrawnPiece, 'after'> {
  const [x, y] = apply(matrix, start[0], start[1]);
  const [right, below] = apply(matrix, end[0], end[1]);
  const [a, b, c, d] = matrix;
  return {
    text,
    x: x * points,
    baseline: y * points,
    width: Math.hypot(right - x, below - y) * points,
    height: size * Math.hypot(c, d) * points,
    turned: Math.abs(b) > Math.abs(a) * 0.09 || a < 0,
  };
}

/** Width of a character as printed fonts have it: Chinese as wide as high, others about half. */
function widthOf(character: string, size: number): number {
  return (character.codePointAt(0) ?? 0) < 0x2e80 ? size / 2 : size;
}

function addPath(object: Element, to: Sheet, outer: Matrix, param: DrawParam): void {
  if (!isShown(object)) return;
  const fillColour = child(object, 'FillColor');
  const strokeColour = child(object, 'StrokeColor');
  const fills = object.attributes.Fill === 'true';
  const strokes = object.attributes.Stroke !== 'false';
  const path = pathOf(child(object, 'AbbreviatedData')?.text ?? '');
  if (path === '' || (!fills && !strokes)) return;
  to.items.push({
    kind: 'path',
    matrix: mapOf(object, outer),
    path,
    fill: fills ? (colourOf(fillColour) ?? param.fill ?? '#000000') : null,
    stroke: strokes ? (colourOf(strokeColour) ?? param.stroke ?? '#000000') : null,
    lineWidth:
      object.attributes.LineWidth === undefined ? (param.lineWidth ?? 0.353) : number(object.attributes.LineWidth),
    opacity: opacityOf(object, fills ? fillColour : strokeColour),
  });
}

function addImage(object: Element, to: Sheet, resources: Resources, outer: Matrix): void {
  const image = resources.media.get(object.attributes.ResourceID ?? '');
  if (!isShown(object)) return;
  if (image === undefined) {
    to.lostPictures++;
    return;
  }
  // A picture is the unit square of its object's space.
  const matrix = mapOf(object, outer);
  to.pictured += Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
  to.items.push({ kind: 'image', matrix, image, opacity: opacityOf(object, undefined) });
}
