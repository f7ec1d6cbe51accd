import { type Annex, type Block, dayInWords, type OfficialDocument, plainText } from '@anjuan/core';
import {
  AlignmentType,
  BorderStyle,
  Document,
  type ISectionOptions,
  Packer,
  Paragraph,
  SectionType,
  type Table,
} from 'docx';
import { clean } from '../clean.ts';
import { fixTimes } from '../zip.ts';
import { Marks } from './marks.ts';
import { character, type Face, faces, line, pageNumber, pageProperties, run, size } from './page.ts';
import { tableOf } from './table.ts';
import { titleLines, widthOf } from './title.ts';

/** The bytes of a Word file laid out as GB/T 9704-2012 asks; the same document gives the same bytes. */
export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const marks = new Marks();
  const sections = [
    mainSection(document, marks),
    ...document.annexes.map((annex, index) => annexSection(annex, index, document, marks)),
  ];
  const file = new Document({
    title: clean(document.title),
    creator: clean(document.signed?.organ ?? document.head?.organ ?? ''),
    lastModifiedBy: '',
    description: '',
    evenAndOddHeaderAndFooters: true,
    customProperties: Object.entries(document.properties).map(([name, value]) => ({ name, value: clean(value) })),
    styles: {
      default: {
        document: {
          run: { font: faces.fang, size: size.third, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
        },
      },
    },
    sections,
  });
  const core = coreProperties(document);
  const bytes = await Packer.toBuffer(file, undefined, [{ path: 'docProps/core.xml', data: core }]);
  return fixTimes(bytes, document.day);
}

function mainSection(document: OfficialDocument, marks: Marks): ISectionOptions {
  return {
    properties: { page: pageProperties(false) ?? {} },
    footers: { default: pageNumber('odd'), even: pageNumber('even') },
    children: [
      ...redHead(document),
      ...titleOf(document.title, document.head === null ? 0 : 2),
      ...(document.to === null ? [] : [empty(), new Paragraph({ spacing: line, children: [run(`${document.to}：`)] })]),
      ...(document.to === null && document.body.length > 0 ? [empty()] : []),
      ...blocksOf(document.body, marks, false, document.signed !== null || document.annexes.length > 0),
      ...annexList(document),
      ...signature(document),
    ],
  };
}

/** 发文机关标志, 发文字号 and the red rule below it (7.2.4–7.2.7). */
function redHead(document: OfficialDocument): Paragraph[] {
  const { head } = document;
  if (head === null) return [];
  // 22 mm and larger would break a long name over lines; the standard leaves the size to taste below that.
  const letters = [...head.organ].length;
  const points = Math.max(26, Math.min(48, Math.floor(430 / Math.max(letters, 1))));
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 200, after: 560 },
      children: [run(head.organ, { face: 'title', size: points * 2, colour: 'FF0000' })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: line,
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, space: 11, color: 'FF0000' } },
      children: [run(head.number ?? '')],
    }),
  ];
}

/** 二号小标宋, centred, lines broken where the writer broke them. */
function titleOf(title: string, above: number): Paragraph[] {
  return [
    ...Array.from({ length: above }, () => empty()),
    ...titleLines(title).map(
      (text) =>
        new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { line: 640, lineRule: 'exact' },
          children: [run(text, { face: 'title', size: size.second })],
        }),
    ),
  ];
}

/** Words that lead to a table stay with it; so do the last ones with the signature, which must not stand on a page alone (7.3.5). */
function blocksOf(blocks: readonly Block[], marks: Marks, wide: boolean, followed: boolean): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    return blockOf(block, marks, wide, next === undefined ? followed : next.is === 'table');
  });
}

function blockOf(block: Block, marks: Marks, wide: boolean, keepNext: boolean): (Paragraph | Table)[] {
  switch (block.is) {
    case 'heading': {
      const face: Face = block.level === 1 ? 'hei' : block.level === 2 ? 'kai' : 'fang';
      return [
        new Paragraph({
          spacing: line,
          keepNext: true,
          outlineLevel: block.level - 1,
          indent: { firstLine: 2 * character },
          children: marks.runs(block.text, { face }),
        }),
      ];
    }
    case 'paragraph':
      return [
        new Paragraph({
          spacing: line,
          keepNext,
          alignment:
            block.align === 'center'
              ? AlignmentType.CENTER
              : block.align === 'right'
                ? AlignmentType.RIGHT
                : block.align === 'left'
                  ? AlignmentType.LEFT
                  : AlignmentType.BOTH,
          ...(block.flush === true || block.align === 'center' || block.align === 'right'
            ? {}
            : { indent: { firstLine: 2 * character } }),
          children: marks.runs(block.text, {}),
        }),
      ];
    case 'table':
      return tableOf(block, marks, wide);
    default:
      return block satisfies never;
  }
}

/** 附件说明: a line below the text, two characters in, names without full stop (7.3.4). */
function annexList(document: OfficialDocument): Paragraph[] {
  const listed = document.annexes.filter((annex) => annex.unlisted !== true);
  return listed.length === 0
    ? []
    : [
        empty(true),
        ...listed.map(
          (annex, index) =>
            new Paragraph({
              spacing: line,
              keepNext: document.signed !== null,
              indent:
                listed.length === 1
                  ? { left: 5 * character, hanging: 3 * character }
                  : { left: 6 * character, hanging: index === 0 ? 4 * character : character },
              children: [
                run(
                  listed.length === 1
                    ? `附件：${annex.title}`
                    : `${index === 0 ? '附件：' : ''}${index + 1}.${annex.title}`,
                ),
              ],
            }),
        ),
      ];
}

/** 落款: the day four characters from the right edge, the organ above it and centred on it (7.3.5.1); both stay with each other. */
function signature(document: OfficialDocument): Paragraph[] {
  const { signed } = document;
  if (signed === null) return [];
  const day = dayInWords(signed.day);
  const dayWidth = widthOf(day);
  const organWidth = widthOf(signed.organ);
  const right = 4 + Math.max(0, (organWidth - dayWidth) / 2 - 4);
  const indent = (characters: number) => ({ right: Math.round(Math.max(0, characters) * character) });
  return [
    empty(true),
    empty(true),
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      keepNext: true,
      spacing: line,
      indent: indent(right - (organWidth - dayWidth) / 2),
      children: [run(signed.organ)],
    }),
    new Paragraph({ alignment: AlignmentType.RIGHT, spacing: line, indent: indent(right), children: [run(day)] }),
  ];
}

function annexSection(annex: Annex, index: number, document: OfficialDocument, marks: Marks): ISectionOptions {
  const listed = document.annexes.filter((one) => one.unlisted !== true).length;
  const label = annex.unlisted === true ? '' : listed === 1 ? '附件' : `附件${index + 1}`;
  const wide = annex.wide === true;
  return {
    properties: { type: SectionType.NEXT_PAGE, page: pageProperties(wide) ?? {} },
    footers: { default: pageNumber('odd'), even: pageNumber('even') },
    children: [
      ...(label === '' ? [] : [new Paragraph({ spacing: line, children: [run(label, { face: 'hei' })] }), empty()]),
      ...titleOf(annex.title, 0),
      empty(),
      ...blocksOf(annex.body, marks, wide, false),
    ],
  };
}

function empty(keepNext = false): Paragraph {
  return new Paragraph({ spacing: line, keepNext, children: [] });
}

function coreProperties(document: OfficialDocument): string {
  const escaped = (text: string) =>
    clean(text).replace(/[&<>]/gu, (letter) => (letter === '&' ? '&amp;' : letter === '<' ? '&lt;' : '&gt;'));
  const at = `${document.day}T12:00:00Z`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(plainText(document.title).replaceAll('\n', ''))}</dc:title>` +
    `<dc:creator>${escaped(document.signed?.organ ?? document.head?.organ ?? '')}</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
  );
}
