import type { Operator } from './bytes/content.ts';
import type { Drawing } from './bytes/drawing.ts';
import { OPS, type PdfPage } from './pdfjs.ts';
import { Pen } from './strokes.ts';

type Operators = Awaited<ReturnType<PdfPage['getOperatorList']>>;

/** What pdf.js writes for the parts of a path: the operator of the content stream and how many numbers it takes. */
const parts: readonly (readonly [operator: Operator, numbers: number] | undefined)[] = [
  ['m', 2],
  ['l', 2],
  ['c', 6],
  // Of four numbers too; only where it ends is looked at.
  ['y', 4],
  ['h', 0],
];

const painters = new Map<number, Operator>([
  [OPS.stroke, 'S'],
  [OPS.closeStroke, 's'],
  [OPS.fill, 'f'],
  [OPS.eoFill, 'f*'],
  [OPS.fillStroke, 'B'],
  [OPS.eoFillStroke, 'B*'],
  [OPS.closeFillStroke, 'b'],
  [OPS.closeEOFillStroke, 'b*'],
  [OPS.endPath, 'n'],
]);

/**
 * The lines and pictures of a page from the operators pdf.js gives: those of encrypted files and of forms drawn by reference cannot be had
 * from the bytes as they lie.
 */
export function drawingOf({
  fnArray,
  argsArray,
}: Operators): Pick<Drawing, 'strokes' | 'pictures' | 'largest' | 'segments'> {
  const pen = new Pen();
  const numbers = new Float64Array(6);
  const draw = (operator: Operator, values: ArrayLike<number> = [], from = 0, count = values.length): void => {
    for (let at = 0; at < count; at++) numbers[at] = values[from + at] ?? 0;
    pen.draw(operator, numbers, count);
  };
  for (const [index, code] of fnArray.entries()) {
    const args = argsArray[index] as readonly unknown[] | null;
    switch (code) {
      case OPS.save:
        draw('q');
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        draw('Q');
        break;
      case OPS.transform:
        draw('cm', args as readonly number[]);
        break;
      case OPS.paintFormXObjectBegin: {
        draw('q');
        const matrix = args?.[0] as ArrayLike<number> | null;
        if (matrix?.length === 6) draw('cm', matrix);
        break;
      }
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        pen.picture();
        break;
      case OPS.constructPath: {
        const painter = painters.get(Number(args?.[0]));
        const [data] = (args?.[1] ?? []) as readonly (ArrayLike<number> | null)[];
        if (painter === undefined || data == null) break;
        for (let at = 0; at < data.length; ) {
          const part = parts[data[at] ?? -1];
          if (part === undefined) break;
          draw(part[0], data, at + 1, part[1]);
          at += 1 + part[1];
        }
        draw(painter);
        break;
      }
      default:
        break;
    }
  }
  return pen.drawing;
}
