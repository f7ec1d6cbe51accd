import {
  type Block,
  type Cell,
  contentWidth,
  footLine,
  footSize,
  lineHeight,
  type Page,
  paragraphs,
  sheet,
  tableLine,
  tableSize,
} from './blocks.ts';
import type { Pictures } from './html.ts';
import { zip } from './zip.ts';

export interface OfficeFonts {
  readonly body: string;
  readonly title: string;
  readonly hand: string;
}

const twips = (points: number): number => Math.round(points * 20);
const emu = (points: number): number => Math.round(points * 12700);
const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

interface Style {
  readonly size: number;
  readonly line: number;
  readonly font?: 'title' | 'body';
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  readonly indent?: boolean;
  readonly before?: number;
  readonly border?: boolean;
}

/** Writes pages as a Word document (ECMA-376), one explicit page break between pages. */
export function writeDocx(pages: readonly Page[], fonts: OfficeFonts, pictures: Pictures): Buffer {
  const media = new Map<string, string>();
  const writer = new BodyWriter(fonts, pictures, media);
  for (const [index, page] of pages.entries()) writer.page(page, index > 0);
  const entries = new Map<string, Uint8Array>();
  const put = (name: string, text: string): void => {
    entries.set(name, Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`, 'utf8'));
  };
  put('[Content_Types].xml', contentTypes);
  put('_rels/.rels', rootRelations);
  put('docProps/core.xml', coreProperties);
  put('word/document.xml', `<w:document ${namespaces}><w:body>${writer.text()}${section}</w:body></w:document>`);
  put('word/styles.xml', stylesOf(fonts));
  const relations = [...media].map(
    ([file, id]) => `<Relationship Id="${id}" Type="${relationType}/image" Target="media/${file}"/>`,
  );
  put(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="styles" Type="${relationType}/styles" Target="styles.xml"/>${relations.join('')}</Relationships>`,
  );
  for (const [name, bytes] of writer.images) entries.set(`word/media/${name}`, bytes);
  return zip(entries);
}

class BodyWriter {
  readonly images = new Map<string, Buffer>();
  private readonly parts: string[] = [];
  private pendingBreak = false;
  private drawings = 0;
  private readonly fonts: OfficeFonts;
  private readonly pictures: Pictures;
  private readonly media: Map<string, string>;

  constructor(fonts: OfficeFonts, pictures: Pictures, media: Map<string, string>) {
    this.fonts = fonts;
    this.pictures = pictures;
    this.media = media;
  }

  text(): string {
    return this.parts.join('');
  }

  page(page: Page, afterBreak: boolean): void {
    this.pendingBreak = afterBreak;
    const size = page.paper.size ?? 14;
    const stamp = page.stamp === null ? '' : `⟦${page.stamp}⟧`;
    if (stamp !== '' || page.blocks[0]?.type === 'table') this.paragraph(stamp, { size: 10, line: 14, align: 'right' });
    for (const block of page.blocks) this.block(block, size);
    const before = Math.max(0, page.free - 26);
    for (const [index, line] of page.foot.entries()) {
      this.paragraph(line, { size: footSize, line: footLine - 1, before: index === 0 ? before : 0 });
    }
  }

  private block(block: Block, size: number): void {
    const line = lineHeight(size);
    switch (block.type) {
      case 'agency':
        this.paragraph(block.text, { size: 18, line: 34, font: 'title', align: 'center' });
        break;
      case 'title':
        this.paragraph(block.text, { size: 22, line: 46, font: 'title', bold: true, align: 'center' });
        break;
      case 'number':
        this.paragraph(block.text, { size, line: 28, align: block.align ?? 'center' });
        break;
      case 'heading':
        this.paragraph(block.text, { size, line: line + 4, font: 'title', bold: true });
        break;
      case 'text': {
        const indent = block.indent !== false && block.align === undefined;
        this.paragraph(block.text, { size, line, align: block.align ?? 'both', indent });
        break;
      }
      case 'table':
        this.table(block.columns, block.rows);
        break;
      case 'issue':
        this.issue(block, size);
        break;
      case 'photo': {
        const width = block.height * 1.5;
        this.run(
          this.inlinePicture(block.scene, width, block.height),
          `<w:spacing w:after="${twips(12)}"/><w:jc w:val="center"/>`,
        );
        break;
      }
      case 'gap':
        for (let index = 0; index < block.lines; index += 1) this.paragraph('', { size, line });
        break;
      case 'rule':
        this.paragraph('', { size: 4, line: 10, border: true });
        break;
    }
  }

  private issue(block: Extract<Block, { type: 'issue' }>, size: number): void {
    const line = lineHeight(size);
    const style = { size, line, align: 'right' } as const;
    const lines = [block.agency, ...(block.mark === undefined ? [] : [block.mark]), block.date];
    this.paragraph('', { size, line: 30 });
    for (const [index, text] of lines.entries()) {
      const padded = `${text}${'　'.repeat(3)}`;
      if (index < lines.length - 1 || !block.seal) this.paragraph(padded, style);
      else this.run(`${this.floatingSeal(block.agency)}${this.runs(padded, style)}`, this.properties(style));
    }
    this.paragraph('', { size, line: 40 });
  }

  private table(columns: readonly number[], rows: readonly (readonly Cell[])[]): void {
    const total = columns.reduce((sum, one) => sum + one, 0);
    const widths = columns.map((one) => twips((one / total) * contentWidth));
    const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
    const body = rows.map((row) => this.row(row, widths)).join('');
    this.parts.push(
      `<w:tbl><w:tblPr><w:tblW w:w="${twips(contentWidth)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>`,
    );
    this.paragraph('', { size: 4, line: 8 });
  }

  private row(row: readonly Cell[], widths: readonly number[]): string {
    let column = 0;
    const tallest = Math.max(...row.map((cell) => cell.lines ?? 1));
    const cells = row.map((cell) => {
      const span = cell.span ?? 1;
      const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      column += span;
      const inner = paragraphs(cell).map((text) => {
        const align = text.startsWith('⟫') ? 'right' : (cell.align ?? (cell.label ? 'center' : 'left'));
        const style = { size: tableSize, line: tableLine, align } as const;
        return `<w:p>${this.wrap(this.properties(style))}${this.runs(text, style)}</w:p>`;
      });
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}<w:vAlign w:val="center"/></w:tcPr>${inner.join('')}</w:tc>`;
    });
    return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${twips(tallest * tableLine + 8)}" w:hRule="atLeast"/></w:trPr>${cells.join('')}</w:tr>`;
  }

  private paragraph(text: string, style: Style): void {
    this.run(this.runs(text, style), this.properties(style));
  }

  private run(runs: string, properties: string): void {
    const pageBreak = this.pendingBreak ? '<w:r><w:br w:type="page"/></w:r>' : '';
    this.pendingBreak = false;
    this.parts.push(`<w:p>${this.wrap(properties)}${pageBreak}${runs}</w:p>`);
  }

  private wrap(properties: string): string {
    return properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`;
  }

  private properties(style: Style): string {
    const border = style.border
      ? '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="0" w:color="B8261B"/></w:pBdr>'
      : '';
    const indent = style.indent ? `<w:ind w:firstLineChars="200" w:firstLine="${twips(style.size * 2)}"/>` : '';
    return `${border}<w:spacing w:before="${twips(style.before ?? 0)}" w:after="0" w:line="${twips(style.line)}" w:lineRule="exact"/>${indent}<w:jc w:val="${style.align ?? 'left'}"/>`;
  }

  private runs(text: string, style: Style): string {
    return text
      .replace('⟫', '')
      .split(/(⟦[^⟧]*⟧)/)
      .filter((part) => part !== '')
      .map((part) => {
        const hand = part.startsWith('⟦');
        const font = hand ? this.fonts.hand : style.font === 'title' ? this.fonts.title : this.fonts.body;
        const face = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`;
        const look = `${style.bold ? '<w:b/>' : ''}${hand ? '<w:color w:val="16235C"/>' : ''}<w:sz w:val="${Math.round(style.size * 2)}"/>`;
        return `<w:r><w:rPr>${face}${look}</w:rPr><w:t xml:space="preserve">${escapeXml(part.replace(/[⟦⟧]/g, ''))}</w:t></w:r>`;
      })
      .join('');
  }

  private inlinePicture(name: string, width: number, height: number): string {
    const extent = `<wp:extent cx="${emu(width)}" cy="${emu(height)}"/>`;
    return `<w:r><w:drawing><wp:inline>${extent}<wp:docPr id="${this.nextId()}" name="照片"/>${this.graphic(name, width, height)}</wp:inline></w:drawing></w:r>`;
  }

  private floatingSeal(agency: string): string {
    const size = 118;
    const left = contentWidth - 162;
    return `<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>${emu(left)}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>${emu(-56)}</wp:posOffset></wp:positionV><wp:extent cx="${emu(size)}" cy="${emu(size)}"/><wp:wrapNone/><wp:docPr id="${this.nextId()}" name="印章"/>${this.graphic(`seal:${agency}`, size, size)}</wp:anchor></w:drawing></w:r>`;
  }

  private graphic(name: string, width: number, height: number): string {
    const bytes = this.pictures.get(name);
    if (bytes === undefined) throw new Error(`no picture named ${name}`);
    const extension = bytes[0] === 0x89 ? 'png' : 'jpeg';
    const known = [...this.images].find(([, one]) => one === bytes)?.[0];
    const file = known ?? `image${this.images.size + 1}.${extension}`;
    this.images.set(file, bytes);
    const id = this.media.get(file) ?? `image${this.media.size + 1}`;
    this.media.set(file, id);
    return `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="${file}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`;
  }

  private nextId(): number {
    this.drawings += 1;
    return this.drawings;
  }
}

const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="222222"/>`)
  .join('');
const section = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="${twips(sheet.top - 14)}" w:right="${twips(sheet.right)}" w:bottom="${twips(sheet.bottom - 26)}" w:left="${twips(sheet.left)}" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>`;
const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';
const rootRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="document" Type="${relationType}/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;
const coreProperties =
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:created xsi:type="dcterms:W3CDTF">2026-01-05T09:00:00Z</dcterms:created></cp:coreProperties>';
const stylesOf = (fonts: OfficeFonts): string =>
  `<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${fonts.body}" w:hAnsi="${fonts.body}" w:eastAsia="${fonts.body}"/><w:sz w:val="28"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`;
