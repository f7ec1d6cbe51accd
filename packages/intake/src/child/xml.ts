import { isUtf8 } from 'node:buffer';
import { SaxesParser } from 'saxes';
import { notWhole } from '../foreign.ts';
import { Broken, Declared, type Limits, Unreadable } from '../limits.ts';

/** An element with its name and attributes without prefixes; `text` is what stands directly in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: OpenElement[];
  text: string;
}

/** What is called while a document is read; names and attributes are without prefixes. */
export interface XmlReader {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Reads untrusted XML once through; throws {@link Unreadable} naming `what` for a DOCTYPE, damage, and beyond size or depth. */
export function readXml(bytes: Buffer, limits: Limits, what: string, reader: XmlReader): void {
  if (bytes.length > limits.xmlBytes)
    throw new Unreadable(`${what}超过 ${limits.xmlBytes >> 20} MB，没有读取；请分成几个文件`);
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new Declared(
      `${what}夹有引入外部内容的声明，正常的文件里没有，出于安全没有读取；请用原来的软件打开后另存，再放入`,
    );
  });
  parser.on('error', (error) => {
    const place = /^(\d+):(\d+)/u.exec(error.message);
    throw new Broken(`${what}已损坏${place === null ? '' : `（第 ${place[1]} 行附近）`}，内容不完整；${notWhole}`);
  });
  parser.on('opentag', (tag) => {
    if (++depth > limits.xmlDepth)
      throw new Unreadable(
        `${what}嵌套超过 ${limits.xmlDepth} 层，不是正常的文件，没有读取；请用原来的软件打开后另存，再放入`,
      );
    if (reader.open === undefined) return;
    const attributes: Record<string, string> = Object.create(null);
    for (const [name, value] of Object.entries(tag.attributes)) attributes[local(name)] = value as string;
    reader.open(local(tag.name), attributes);
  });
  parser.on('closetag', (tag) => {
    depth--;
    reader.close?.(local(tag.name));
  });
  if (reader.text !== undefined) {
    parser.on('text', reader.text);
    parser.on('cdata', reader.text);
  }
  // In pieces, so that no second copy of a large document is made at once.
  const decoder = new TextDecoder(encodingOf(bytes));
  const step = 1 << 20;
  for (let at = 0; at < bytes.length; at += step)
    parser.write(decoder.decode(bytes.subarray(at, at + step), { stream: at + step < bytes.length }));
  parser.close();
}

/** The whole document as a tree. */
export function parseXml(bytes: Buffer, limits: Limits, what: string): Element {
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open: OpenElement[] = [root];
  readXml(bytes, limits, what, {
    open: (name, attributes) => {
      const element: OpenElement = { name, attributes: { ...attributes }, children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close: () => {
      open.pop();
    },
    text: (text) => {
      const current = open.at(-1);
      if (current !== undefined) current.text += text;
    },
  });
  const [first] = root.children;
  if (first === undefined) throw new Broken(`${what}是空的；${notWhole}`);
  return first;
}

/** The element, where it is what the part must begin with; else the part was replaced by another, or damaged. */
export function rootedIn(root: Element, name: string, what: string): Element {
  if (root.name !== name) throw new Broken(`${what}已损坏，内容不是应有的；${notWhole}`);
  return root;
}

/** First child of that name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one) => one.name === name);
}

/** Children of that name. */
export function children(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** UTF-16 by its mark, GB encodings by the declaration or where the bytes are no UTF-8 but sound in those, otherwise UTF-8. */
function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.toString('latin1', 0, 200);
  if (/encoding=["'](?:gb\w+)["']/iu.test(head)) return 'gb18030';
  return isUtf8(bytes) || isMostlyUtf8(bytes) || !isSoundGb(bytes) ? 'utf-8' : 'gb18030';
}

/** Whether few of the characters beyond ASCII are none of UTF-8: those were damaged, or put in by another program. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const foreign = text.match(/[\u0080-\uffff]/gu)?.length ?? 0;
  const bad = text.match(/\ufffd/gu)?.length ?? 0;
  return bad * 2 < foreign;
}

function isSoundGb(bytes: Buffer): boolean {
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
