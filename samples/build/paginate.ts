import {
  type Block,
  type Cell,
  cellPadding,
  contentWidth,
  footLine,
  lineHeight,
  type Page,
  type Paper,
  paragraphs,
  sheet,
  tableLine,
  tableSize,
} from './blocks.ts';

/** Lines a paragraph takes, counted safely: CJK characters are square, so only line-breaking rules make a difference. */
export function linesOf(text: string, width: number, size: number, indent = 0): number {
  const perLine = width / size - 0.8;
  let lines = 1;
  let used = indent;
  for (const char of text.replace(/[⟦⟧]/g, '')) {
    const advance = (char.codePointAt(0) ?? 0) < 0x2000 ? 0.56 : 1;
    if (used + advance > perLine) {
      lines += 1;
      used = 0;
    }
    used += advance;
  }
  return lines;
}

const rowHeight = (row: readonly Cell[], columns: readonly number[]): number => {
  const total = columns.reduce((sum, one) => sum + one, 0);
  let column = 0;
  const heights = row.map((cell) => {
    const span = cell.span ?? 1;
    const share = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0) / total;
    column += span;
    const width = share * contentWidth - 2 * cellPadding.x - 2;
    const lines = paragraphs(cell).reduce((sum, text) => sum + linesOf(text, width, tableSize), 0);
    return Math.max(lines, cell.lines ?? 1) * tableLine + 2 * cellPadding.y + 1;
  });
  return Math.max(...heights);
};

export function heightOf(block: Block, size: number): number {
  switch (block.type) {
    case 'agency':
      return 34;
    case 'title':
      return 46;
    case 'number':
      return 28;
    case 'heading':
      return lineHeight(size) + 4;
    case 'text':
      return linesOf(block.text, contentWidth, size, block.indent === false ? 0 : 2) * lineHeight(size);
    case 'table':
      return block.rows.reduce((sum, row) => sum + rowHeight(row, block.columns), 0) + 8;
    case 'issue':
      return lineHeight(size) * (block.mark === undefined ? 2 : 3) + 74;
    case 'photo':
      return block.height + 12;
    case 'gap':
      return block.lines * lineHeight(size);
    case 'rule':
      return 10;
  }
}

/** Lays a paper on pages; a last page with only a few lines is won back by setting the text a little smaller. */
export function paginate(paper: Paper, firstStamp: number | null): Page[] {
  const size = paper.size ?? 14;
  const usual = lay(paper, firstStamp);
  if (usual.length === 1 || fill(usual) > 0.45) return usual;
  for (const smaller of [size - 0.5, size - 1]) {
    const tried = lay({ ...paper, size: smaller }, firstStamp);
    if (tried.length < usual.length) return tried;
  }
  return usual;
}

const fill = (pages: readonly Page[]): number =>
  1 - (pages.at(-1)?.free ?? 0) / (sheet.height - sheet.top - sheet.bottom);

/** Paragraphs stay whole where they fit on a page, tables break between rows. */
function lay(paper: Paper, firstStamp: number | null): Page[] {
  const size = paper.size ?? 14;
  const footLines = paper.foot?.(1, 1).length ?? 0;
  const room = sheet.height - sheet.top - sheet.bottom - (footLines > 0 ? footLines * footLine + 10 : 0);
  const pages: { blocks: Block[]; free: number }[] = [{ blocks: [], free: room }];
  const place = (block: Block, height: number): void => {
    const page = pages.at(-1);
    if (page !== undefined && (height <= page.free || page.blocks.length === 0)) {
      page.blocks.push(block);
      page.free -= height;
    } else {
      // A date and seal never stand alone on a page: the paragraph before goes over with them.
      const moved = block.type === 'issue' && page?.blocks.at(-1)?.type === 'text' ? page.blocks.pop() : undefined;
      const over = moved === undefined ? [] : [moved];
      const taken = over.reduce((sum, one) => sum + heightOf(one, size), 0);
      if (page !== undefined) page.free += taken;
      pages.push({ blocks: [...over, block], free: room - height - taken });
    }
    if ((pages.at(-1)?.free ?? 0) < 0) throw new Error(`${paper.title}: one block is taller than a page`);
  };
  paper.blocks.forEach((block, index) => {
    const free = pages.at(-1)?.free ?? 0;
    if (block.type === 'table' && heightOf(block, size) > free) {
      for (const part of splitTable(block, free, room)) place(part, heightOf(part, size));
    } else if (block.type === 'text' && heightOf(block, size) > free) {
      for (const part of splitText(block, size, free)) place(part, heightOf(part, size));
    } else {
      const next = paper.blocks[index + 1];
      const follows = (block.type === 'text' && block.keep) || block.type === 'heading' ? next : undefined;
      const both = heightOf(block, size) + (follows === undefined ? 0 : Math.min(heightOf(follows, size), 120));
      if (both > free && heightOf(block, size) <= free) pages.push({ blocks: [], free: room });
      place(block, heightOf(block, size));
    }
  });
  return pages.map((page, index) => ({
    paper,
    blocks: page.blocks,
    foot: paper.foot?.(index + 1, pages.length) ?? [],
    stamp: firstStamp === null ? null : firstStamp + index,
    free: page.free,
  }));
}

function splitTable(table: Extract<Block, { type: 'table' }>, free: number, room: number): Block[] {
  const parts: (readonly Cell[])[][] = [[]];
  let left = free - 8;
  for (const row of table.rows) {
    const height = rowHeight(row, table.columns);
    if (height > left) {
      if (parts.at(-1)?.length === 0) parts.pop();
      parts.push([]);
      left = room - 8;
    }
    parts.at(-1)?.push(row);
    left -= height;
  }
  return parts.map((rows) => ({ ...table, rows }));
}

/** Breaks a paragraph at the foot of the page, after a whole number of lines; the rest goes on unindented. */
function splitText(block: Extract<Block, { type: 'text' }>, size: number, free: number): Block[] {
  const lines = Math.floor(free / lineHeight(size));
  if (lines < 2 || block.align !== undefined || block.text.includes('⟦')) return [block];
  let cut = 0;
  while (
    cut < block.text.length &&
    linesOf(block.text.slice(0, cut + 1), contentWidth, size, block.indent === false ? 0 : 2) <= lines
  ) {
    cut += 1;
  }
  // A digit or Latin letter is never parted from its neighbour, nor a closing mark from its word.
  while (cut > 0 && (/[\w.]/.test(block.text.charAt(cut)) || /[，。、；：）》〕”]/.test(block.text.charAt(cut))))
    cut -= 1;
  while (cut > 0 && /[《（〔“]/.test(block.text.charAt(cut - 1))) cut -= 1;
  if (cut < 12 || block.text.length - cut < 8) return [block];
  return [
    { ...block, text: block.text.slice(0, cut) },
    { ...block, text: block.text.slice(cut), indent: false },
  ];
}
