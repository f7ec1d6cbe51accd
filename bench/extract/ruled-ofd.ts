import { zipOf } from '../../packages/office/src/zip.ts';
import type { RuledCell, RuledForm } from './ruled-cells.ts';

/** All in millimetres. */
const page = { width: 210, height: 297, left: 30, top: 40 };
const columns = 6;
const columnWidth = 25;
const size = 3.7;
const lineHeight = 5.5;
const padding = 1.5;

interface Line {
  readonly words: string;
  readonly x: number;
  readonly baseline: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Laid {
  readonly labels: readonly Line[];
  readonly values: readonly Line[];
  readonly boxes: readonly Box[];
  readonly bottom: number;
}

/**
 * The form as an OFD in one of the ways producers write them: a stroked line for each rule, a stroked box for each cell, thin bars painted;
 * with rules and labels in a template under what was filled in.
 */
export function ofdOf(form: RuledForm, style: number): Uint8Array {
  const { labels, values, boxes, bottom } = layOut(form);
  const rules = [ruled, boxed, barred][style % 3] ?? ruled;
  const inTemplate = style % 2 === 0;
  const printed = [...rules(boxes), ...labels.map(textOf)];
  const filled = values.map(textOf);
  const sheet = (objects: readonly string[], template = ''): string =>
    `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">${template}<ofd:Content><ofd:Layer ID="2">${objects
      .map((object, index) => object.replace('ID=""', `ID="${index + 100}"`))
      .join('')}</ofd:Layer></ofd:Content></ofd:Page>`;
  const height = Math.max(page.height, Math.ceil(bottom + 20));
  const parts = {
    'OFD.xml':
      '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    'Doc_0/Document.xml': `<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 ${page.width} ${height}</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="7" BaseLoc="Tpl.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="8" BaseLoc="Page.xml"/></ofd:Pages></ofd:Document>`,
    'Doc_0/Tpl.xml': sheet(inTemplate ? printed : []),
    'Doc_0/Page.xml': sheet(inTemplate ? filled : [...printed, ...filled], '<ofd:Template TemplateID="7"/>'),
  };
  return zipOf(
    Object.entries(parts).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
    '2026-01-01',
  );
}

function layOut({ title, rows }: RuledForm): Laid {
  const labels: Line[] = [];
  const values: Line[] = [];
  const boxes: Box[] = [];
  const titles = title.split('\n');
  titles.forEach((words, index) => {
    labels.push({ words, x: page.left + (columns * columnWidth - widthOf(words)) / 2, baseline: 22 + index * 7 });
  });
  let open: { readonly cell: RuledCell; readonly y: number; readonly width: number } | null = null;
  let y = page.top;
  const put = (cell: RuledCell, box: Box, isLabel: boolean): void => {
    boxes.push(box);
    const lines = linesOf(cell.words, box.width - 2 * padding);
    const top = box.y + (box.height - lines.length * lineHeight) / 2;
    lines.forEach(({ words, right }, index) => {
      const x = right ? box.x + box.width - padding - widthOf(words) : box.x + padding;
      (isLabel ? labels : values).push({ words, x, baseline: top + (index + 0.75) * lineHeight });
    });
  };
  const close = (): void => {
    if (open !== null) put(open.cell, { x: page.left, y: open.y, width: open.width, height: y - open.y }, true);
    open = null;
  };
  for (const cells of rows) {
    const widths = cells.map((cell, index) => {
      const before = cells.slice(0, index).reduce((sum, one) => sum + one.columns, 0);
      return (index === cells.length - 1 ? columns - before : cell.columns) * columnWidth;
    });
    const heights = cells.map((cell, index) =>
      cell.merged === undefined ? linesOf(cell.words, (widths[index] ?? 0) - 2 * padding).length * lineHeight : 0,
    );
    const height = Math.max(8, ...heights.map((one) => one + 2 * padding));
    if (cells[0]?.merged !== 'goes-on') close();
    let x = page.left;
    cells.forEach((cell, index) => {
      const width = widths[index] ?? 0;
      if (cell.merged === 'begins') open = { cell, y, width };
      else if (cell.merged === undefined) put(cell, { x, y, width, height }, index % 2 === 0 && cells.length > 1);
      x += width;
    });
    y += height;
  }
  close();
  return { labels, values, boxes, bottom: y };
}

function linesOf(words: string, width: number): { readonly words: string; readonly right: boolean }[] {
  return words.split('\n').flatMap((paragraph) => {
    const right = paragraph.startsWith('>');
    const lines = [''];
    for (const character of right ? paragraph.slice(1) : paragraph) {
      const line = lines.at(-1) ?? '';
      if (widthOf(line + character) > width) lines.push(character);
      else lines[lines.length - 1] = line + character;
    }
    return lines.map((line) => ({ words: line, right }));
  });
}

const advance = (character: string): number => (character < '\u2e80' ? size / 2 : size);

function widthOf(words: string): number {
  return [...words].reduce((sum, character) => sum + advance(character), 0);
}

function textOf({ words, x, baseline }: Line): string {
  const characters = [...words];
  const steps = characters
    .slice(0, -1)
    .map((character) => advance(character).toFixed(3))
    .join(' ');
  const boundary = [x, baseline - size, widthOf(words), size * 1.3].map((place) => place.toFixed(3)).join(' ');
  const delta = steps === '' ? '' : ` DeltaX="${steps}"`;
  return `<ofd:TextObject ID="" Boundary="${boundary}" Font="1" Size="${size}"><ofd:TextCode X="0" Y="${size}"${delta}>${words}</ofd:TextCode></ofd:TextObject>`;
}

function pathOf(box: Box, data: string, how: string): string {
  const boundary = [box.x, box.y, box.width, box.height].map((place) => place.toFixed(3)).join(' ');
  return `<ofd:PathObject ID="" Boundary="${boundary}" LineWidth="0.25" ${how}><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
}

/** The sides of all cells, each once. */
function sidesOf(boxes: readonly Box[]): Box[] {
  const sides = boxes.flatMap(({ x, y, width, height }): Box[] => [
    { x, y, width, height: 0 },
    { x, y: y + height, width, height: 0 },
    { x, y, width: 0, height },
    { x: x + width, y, width: 0, height },
  ]);
  return [...new Map(sides.map((side) => [JSON.stringify(side), side])).values()];
}

function ruled(boxes: readonly Box[]): string[] {
  return sidesOf(boxes).map((side) => pathOf(side, `M 0 0 L ${side.width} ${side.height}`, 'Stroke="true"'));
}

function boxed(boxes: readonly Box[]): string[] {
  return boxes.map((box) => {
    const { width, height } = box;
    return pathOf(box, `M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} C`, 'Stroke="true"');
  });
}

function barred(boxes: readonly Box[]): string[] {
  const thick = 0.2;
  return sidesOf(boxes).map(({ x, y, width, height }) => {
    const [across, down] = [Math.max(width, thick), Math.max(height, thick)];
    const data = `M 0 0 L ${across} 0 L ${across} ${down} L 0 ${down} C`;
    return pathOf({ x, y, width: across, height: down }, data, 'Stroke="false" Fill="true"');
  });
}
