import type { Grey } from './raster.ts';

/** Levels of the ink and the paper of a page: what its darkest two hundredth part reaches, and what most of it is. */
export interface Greys {
  readonly ink: number;
  readonly paper: number;
}

/** One pixel of so many each way is looked at. */
const stride = 3;
const inkShare = 0.005;
const paperShare = 0.6;
/** Pages with less between ink and paper have no print. */
const least = 40;

/** The levels of an evenly lit page. A page that is blank has the ink that print on it would have. */
export function greysOfPage({ width, height, data }: Grey): Greys {
  const seen = new Uint32Array(256);
  let all = 0;
  for (let y = 0; y < height; y += stride)
    for (let x = 0; x < width; x += stride, all++) (seen[data[y * width + x] as number] as number)++;
  const at = (share: number): number => {
    let sum = 0;
    for (let level = 0; level < 256; level++) {
      sum += seen[level] as number;
      if (sum >= share * all) return level;
    }
    return 255;
  };
  const [ink, paper] = [at(inkShare), at(paperShare)];
  return paper - ink < least ? { ink: 0, paper: Math.max(paper, least) } : { ink, paper };
}

/** The level below which a pixel is so much of the way from paper to ink. */
export function edgeOf({ ink, paper }: Greys, share: number): number {
  return Math.round(paper - share * (paper - ink));
}
