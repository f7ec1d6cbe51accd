import { child, children, type Element } from '../xml.ts';
import { colourOf, number } from './numbers.ts';
import { folderOf, type OfdPackage, type Tell } from './package.ts';

/** How paths and texts are drawn where they do not say it themselves. */
export interface DrawParam {
  readonly lineWidth?: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly relative?: string;
}

export interface OfdFont {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Fonts, pictures and drawing parameters of a document, by their ids. */
export interface Resources {
  readonly fonts: Map<string, OfdFont>;
  /** Names of picture parts in the package. */
  readonly media: Map<string, string>;
  readonly params: Map<string, DrawParam>;
  /** Composite objects: vectors drawn by reference. */
  readonly composites: Map<string, Element>;
}

export function emptyResources(): Resources {
  return { fonts: new Map(), media: new Map(), params: new Map(), composites: new Map() };
}

/** Adds the resources of one file; what is damaged or not there is left out, since pages can be read without. */
export async function addResources(
  pack: OfdPackage,
  name: string,
  to: Resources,
  tell: Tell = () => undefined,
): Promise<void> {
  const root = await pack.xmlUnlessBroken(name, tell);
  if (root === null) return;
  const base = pack.resolve(folderOf(name), root.attributes.BaseLoc ?? '') ?? folderOf(name);
  for (const font of children(child(root, 'Fonts'), 'Font')) {
    to.fonts.set(font.attributes.ID ?? '', {
      name: font.attributes.FamilyName || font.attributes.FontName || '',
      bold: font.attributes.Bold === 'true',
      italic: font.attributes.Italic === 'true',
    });
  }
  for (const media of children(child(root, 'MultiMedias'), 'MultiMedia')) {
    const location = child(media, 'MediaFile')?.text ?? '';
    const found = [base, folderOf(name)]
      .map((folder) => pack.resolve(folder, location))
      .find((part) => part !== null && pack.has(part));
    if (found !== undefined && found !== null) to.media.set(media.attributes.ID ?? '', found);
  }
  for (const param of children(child(root, 'DrawParams'), 'DrawParam')) {
    const fill = colourOf(child(param, 'FillColor'));
    const stroke = colourOf(child(param, 'StrokeColor'));
    to.params.set(param.attributes.ID ?? '', {
      ...(param.attributes.LineWidth === undefined ? {} : { lineWidth: number(param.attributes.LineWidth) }),
      ...(fill === null ? {} : { fill }),
      ...(stroke === null ? {} : { stroke }),
      ...(param.attributes.Relative === undefined ? {} : { relative: param.attributes.Relative }),
    });
  }
  for (const unit of children(child(root, 'CompositeGraphicUnits'), 'CompositeGraphicUnit')) {
    const content = child(unit, 'Content');
    if (content !== undefined) to.composites.set(unit.attributes.ID ?? '', content);
  }
}

/** The parameters of an id with those it builds on. */
export function drawParam(resources: Resources, id: string | undefined): DrawParam {
  let found: DrawParam = {};
  let at = id;
  for (let steps = 0; at !== undefined && steps < 8; steps++) {
    const param = resources.params.get(at);
    if (param === undefined) break;
    found = { ...param, ...found };
    at = param.relative;
  }
  return found;
}
