import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { openArchive } from './archive.ts';
import { Damaged } from './foreign.ts';
import { defaultLimits, type Limits, Unreadable } from './limits.ts';

/** A paragraph of a Word file as it reads now, with the bookmarks that lie within it as half-open ranges of its text. */
export interface WordParagraph {
  readonly text: string;
  readonly marks: readonly { readonly name: string; readonly from: number; readonly to: number }[];
}

export interface WordText {
  readonly paragraphs: readonly WordParagraph[];
  /** Custom properties of the file. */
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * Reads paragraphs and bookmarks of a DOCX, for files that came from us and went through people's hands. Tracked deletions are left out, insertions
 * are in; a DOCTYPE, deep nesting or parts beyond the limits are refused with {@link Unreadable}.
 */
export async function readWord(bytes: Buffer, limits: Limits = wordLimits): Promise<WordText> {
  const archive = await openArchive(bytes, limits);
  try {
    const part = async (name: string): Promise<string | null> => {
      const entry = archive.entries.find((one) => one.name === name);
      if (entry === undefined) return null;
      if (entry.refused !== null) throw new Unreadable(`DOCX 中的 ${name} 不能读取：${entry.refused}`);
      const xml = await entry.read();
      if (xml.length > limits.xmlBytes) throw new Unreadable(`DOCX 中的 ${name} 超过 ${limits.xmlBytes >> 20} MB`);
      return xml.toString('utf8');
    };
    const body = await part('word/document.xml');
    if (body === null) throw new Damaged('DOCX 缺少正文');
    const custom = await part('docProps/custom.xml');
    return { paragraphs: paragraphsOf(body, limits), properties: custom === null ? {} : propertiesOf(custom, limits) };
  } finally {
    archive.close();
  }
}

/** A report is small beside what is taken in as evidence. */
const wordLimits: Limits = {
  ...defaultLimits,
  fileBytes: 64 * 2 ** 20,
  entries: 2000,
  inflatedBytes: 256 * 2 ** 20,
  ratioFrom: 4 * 2 ** 20,
  xmlBytes: 64 * 2 ** 20,
};

interface Handlers {
  open(name: string, value: (attribute: string) => string | undefined): void;
  text(text: string): void;
  close(name: string): void;
}

function parse(xml: string, limits: Limits, handlers: Handlers): void {
  const parser = new SaxesParser({ xmlns: true as const });
  let depth = 0;
  parser.on('doctype', () => {
    throw new Unreadable(
      'DOCX 里夹有引入外部内容的声明，正常的文件里没有，出于安全没有读取；请用 Word 或者 WPS 打开后另存',
    );
  });
  parser.on('error', () => {
    throw new Damaged('DOCX 的正文不完整');
  });
  parser.on('opentag', (tag) => {
    if (++depth > limits.xmlDepth) throw new Unreadable(`DOCX 嵌套超过 ${limits.xmlDepth} 层`);
    handlers.open(tag.local, (local) => attribute(tag.attributes, local));
  });
  parser.on('text', handlers.text);
  parser.on('closetag', (tag) => {
    depth--;
    handlers.close(tag.local);
  });
  parser.write(xml).close();
}

/** Their text is no words of the paragraph. */
const skipped = new Set(['del', 'moveFrom', 'instrText', 'Fallback']);

function paragraphsOf(xml: string, limits: Limits): readonly WordParagraph[] {
  const paragraphs: WordParagraph[] = [];
  // A text box holds paragraphs within a paragraph.
  const open: { text: string; marks: { name: string; from: number; to: number }[] }[] = [];
  const marks = new Map<string, { name: string; from: number; to: number }>();
  let skip = 0;
  let inText = false;
  parse(xml, limits, {
    open: (name, value) => {
      const paragraph = open.at(-1);
      if (name === 'p') open.push({ text: '', marks: [] });
      else if (name === 't') inText = true;
      else if (skipped.has(name)) skip++;
      else if (name === 'bookmarkStart' && paragraph !== undefined) {
        const at = paragraph.text.length;
        const mark = { name: value('name') ?? '', from: at, to: at };
        paragraph.marks.push(mark);
        marks.set(value('id') ?? '', mark);
      } else if (name === 'bookmarkEnd' && paragraph !== undefined) {
        const mark = marks.get(value('id') ?? '');
        if (mark !== undefined && paragraph.marks.includes(mark)) mark.to = paragraph.text.length;
      }
    },
    text: (text) => {
      const paragraph = open.at(-1);
      if (inText && skip === 0 && paragraph !== undefined) paragraph.text += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (skipped.has(name)) skip--;
      else if (name === 'p') {
        const paragraph = open.pop();
        if (paragraph !== undefined && (paragraph.text !== '' || paragraph.marks.length > 0))
          paragraphs.push(paragraph);
      }
    },
  });
  return paragraphs;
}

function propertiesOf(xml: string, limits: Limits): Readonly<Record<string, string>> {
  const properties: Record<string, string> = {};
  let name: string | undefined;
  parse(xml, limits, {
    open: (tag, value) => {
      if (tag === 'property') name = value('name');
    },
    text: (text) => {
      if (name !== undefined) properties[name] = (properties[name] ?? '') + text;
    },
    close: (tag) => {
      if (tag === 'property') name = undefined;
    },
  });
  return properties;
}

function attribute(attributes: Record<string, SaxesAttributeNS>, local: string): string | undefined {
  return Object.values(attributes).find((one) => one.local === local)?.value;
}
