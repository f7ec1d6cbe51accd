import { type Choice, withoutBoxes } from './boxes.ts';
import { greysOfPage } from './greys.ts';
import { leanOf } from './lean.ts';
import { evenLight } from './light.ts';
import { withoutHoles } from './punched.ts';
import { type Grey, level, type Raster, shrink, turn, unlevel } from './raster.ts';
import { type RuledCell, withoutRules } from './rules.ts';
import { type PixelBox, withoutSeals } from './seals.ts';
import { type Region, stackCells } from './stack.ts';

/** A page made ready for recognition: upright as far as one can see, level, without seals and rules, at about 200 dpi. */
export interface Prepared {
  /** What is recognised: the page with the cells of tables one below the other. */
  readonly picture: Grey;
  readonly regions: readonly Region[];
  /** Boxes to tick that were taken off, in pixels of the picture. */
  readonly boxes: readonly Choice[];
  /** The level of its paper. */
  readonly paper: number;
  /** Size of the levelled page in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Quarter turns made, clockwise; 90 where the lines ran up or down, which may be upside down yet. */
  readonly turn: 0 | 90 | 180 | 270;
  readonly angle: number;
  /** In pixels of the turned page before it was levelled. */
  readonly seals: readonly PixelBox[];
  /** In pixels of the levelled picture. */
  readonly tables: readonly (readonly RuledCell[])[];
}

/** Below this lean, in radians, lines are recognised as well as level ones. */
const slightest = 0.004;

export function prepare(source: Raster, asked: 0 | 90 | 180 | 270 | null): Prepared {
  const { grey, seals } = withoutSeals(source);
  evenLight(grey);
  const greys = greysOfPage(grey);
  withoutHoles(grey, greys);
  let page: Grey = grey;
  let turned: Prepared['turn'] = 0;
  const lean = leanOf(page, greys);
  let { sideways, angle } = lean;
  if (asked !== null || sideways) {
    turned = asked ?? 90;
    page = turn(page, turned);
    if ((turned === 90 || turned === 270) !== sideways)
      ({ sideways, angle } = { sideways: false, angle: sideways ? lean.flat : 0 });
    else if (turned === 270 || turned === 180) angle = leanOf(page, greys).angle;
  }
  if (Math.abs(angle) >= slightest) page = level(page, angle, greys.paper);
  else angle = 0;
  const tables = withoutRules(page, greys);
  const stacked = stackCells(page, tables, greys);
  return {
    ...stacked,
    boxes: withoutBoxes(stacked.picture, greys),
    paper: greys.paper,
    size: { width: page.width, height: page.height },
    turn: turned,
    angle,
    seals: seals.map((box) => turnBox(box, grey, turned)),
    tables,
  };
}

/** Scaled so that recognition is fast and no worse: `dpi` is what the picture has, as far as known. */
export function atWorkingSize(source: Raster, dpi: number): Raster {
  return dpi > 230 ? shrink(source, dpi / 200) : source;
}

function turnBox(box: PixelBox, size: { width: number; height: number }, degrees: Prepared['turn']): PixelBox {
  const { width, height } = size;
  switch (degrees) {
    case 0:
      return box;
    case 90:
      return { left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right };
    case 180:
      return {
        left: width - box.right,
        top: height - box.bottom,
        right: width - box.left,
        bottom: height - box.top,
      };
    case 270:
      return { left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left };
    default:
      return degrees satisfies never;
  }
}

/** A box of the levelled picture where it stands on the page as turned: the same size about the moved middle. */
export function onPage(box: PixelBox, prepared: Pick<Prepared, 'angle' | 'size'>): PixelBox {
  if (prepared.angle === 0) return box;
  const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;
  const [x, y] = unlevel(middle, prepared.size, prepared.angle);
  const dx = x - middle[0];
  const dy = y - middle[1];
  return { left: box.left + dx, top: box.top + dy, right: box.right + dx, bottom: box.bottom + dy };
}
