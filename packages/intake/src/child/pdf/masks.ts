import { OPS } from './pdfjs.ts';

/** Follows the masks through which words are painted (ISO 32000-1, 11.5): one on which nothing bright stands lets nothing through. */
export class Masks {
  /** Whether the mask that was drawn last lets something through. */
  #through = true;
  /** Groups that are open, and which of them is the mask being drawn. */
  #open = 0;
  #within = 0;
  #byLight = false;
  #dark = true;

  /** Takes an operator; true where it draws a mask, of which nothing is seen on the page. */
  draws(code: number, args: readonly unknown[] | null): boolean {
    if (code === OPS.beginGroup) {
      this.#open++;
      const { smask } = (args?.[0] ?? {}) as { smask?: { subtype?: string } | null };
      if (this.#within === 0 && smask != null) {
        this.#within = this.#open;
        this.#through = false;
        // Black is what words are painted in where nothing else is said.
        this.#dark = true;
        this.#byLight = smask.subtype !== 'Alpha';
      }
      return this.#within > 0;
    }
    if (code === OPS.endGroup) {
      const drawn = this.#within > 0;
      if (this.#within === this.#open) this.#within = 0;
      this.#open--;
      return drawn;
    }
    if (this.#within === 0) return false;
    if (code === OPS.setFillRGBColor || code === OPS.setFillColorN) this.#dark = isBlack(args);
    else if (painting.has(code)) this.#through ||= !this.#byLight || !this.#dark || ofPictures.has(code);
    return true;
  }

  /** Whether words painted with these settings are masked away; null where they leave that as it is. */
  masked(settings: readonly (readonly [string, unknown])[] | undefined): boolean | null {
    const said = settings?.find(([key]) => key === 'SMask');
    if (said === undefined) return null;
    return said[1] !== false && said[1] != null && !this.#through;
  }
}

const ofPictures = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.shadingFill,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageXObjectRepeat,
]);
const painting = new Set<number>([
  ...ofPictures,
  OPS.constructPath,
  OPS.showText,
  OPS.paintImageMaskXObject,
  OPS.paintSolidColorImageMask,
]);

function isBlack(args: readonly unknown[] | null): boolean {
  const [first, ...others] = args ?? [];
  if (typeof first === 'string' && first.startsWith('#')) return /^#0{6}$/u.test(first);
  return typeof first === 'number' && [first, ...others].every((part) => part === 0);
}
