/** What a page shows, in millimetres from its top left corner, as plain data: nothing in it can run or load anything. */
export interface PageDrawing {
  readonly width: number;
  readonly height: number;
  readonly items: readonly DrawingItem[];
  /** Pictures by their name in `items`: PNG or JPEG as data addresses. */
  readonly images: Readonly<Record<string, string>>;
}

/** Affine map `[a, b, c, d, e, f]` from the item's own space to the page: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export type DrawingItem =
  | {
      readonly kind: 'path';
      readonly matrix: Matrix;
      /** SVG path data, made of numbers and the letters M L Q C A Z only. */
      readonly path: string;
      readonly fill: string | null;
      readonly stroke: string | null;
      readonly lineWidth: number;
      readonly opacity: number;
    }
  | {
      readonly kind: 'text';
      readonly matrix: Matrix;
      readonly size: number;
      /** How much wider than high characters are drawn. */
      readonly stretch: number;
      readonly family: string;
      readonly bold: boolean;
      readonly italic: boolean;
      readonly fill: string;
      readonly opacity: number;
      /** Characters with the start of their baseline. */
      readonly glyphs: readonly (readonly [text: string, x: number, y: number])[];
    }
  | { readonly kind: 'image'; readonly matrix: Matrix; readonly image: string; readonly opacity: number };

/** The map that first applies `inner`, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
