// Parses one untrusted file after another in a process of its own, which the parent may kill at any time.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import type { FileNotice, FileSheet, FileSignature, PageText } from '@anjuan/core';
import { lockedArchive, nothingIn, openArchive } from '../archive.ts';
import { type Content, detect, office } from '../detect.ts';
import { foreign, isNoise, notWhole } from '../foreign.ts';
import { Locked, Unreadable } from '../limits.ts';
import type { Answer, Task } from '../protocol.ts';
import { packageOf } from '../strangers.ts';
import { MarkedPages } from './marked.ts';
import { looksLikeCsv } from './table/sniff.ts';
import { decodeText, lost, readText, tellLost, withRubbish } from './text.ts';
import { lossesOf, unwrapped } from './wrapping.ts';

/** Pages are sent in batches, so that neither side holds a large file whole in a message. */
const batchSize = 32;

/** Characters of one page and of a whole file: what follows reads them in one go, in a process that nobody can stop. */
const mostOnPage = 2_000_000;
const mostInFile = 40_000_000;

const plain: ReadonlySet<Content> = new Set<Content>(['txt', 'csv', 'json']);

type ReadTask = Extract<Task, { kind: 'read' }>;

/** Where a reader puts what it finds. */
export interface Sink {
  /** A page read; `pictured` when its words must be recognised. `total` is 0 where not known. */
  page(page: PageText, total: number, pictured?: boolean): void;
  notice(notice: FileNotice): void;
  signature(signature: FileSignature): void;
  sheet(sheet: FileSheet): void;
  /** Waits while too much of what was put here has not gone out yet, so that a long file is not held whole. */
  room(): Promise<void>;
}

/** Messages on their way at most before a reader waits. */
const mostOnWay = 2;
let onWay = 0;
let gone: (() => void) | null = null;

function post(message: Answer): void {
  onWay++;
  process.send?.(message, undefined, undefined, () => {
    onWay--;
    gone?.();
  });
}

async function room(): Promise<void> {
  while (onWay > mostOnWay)
    await new Promise<void>((resolve) => {
      gone = resolve;
    });
}

// Its own code may be kept compiled where the parent says, by Node and at the end; nothing that is parsed here may write there.
const code = process.env.NODE_COMPILE_CACHE;
if (code !== undefined)
  (process.permission as { drop?: (scope: string, place: string) => void }).drop?.('fs.write', code);

process.on('message', (task: Task) => {
  void answer(task);
});
process.on('disconnect', () => process.exit(0));
// In a damaged file pdf.js lets promises fail that nobody awaits. What is awaited still throws, and what hangs is stopped from outside.
process.on('unhandledRejection', () => undefined);

async function answer(task: Task): Promise<void> {
  try {
    if (task.kind === 'picture') {
      const { makePicture } = await import('./picture/picture.ts');
      post({ task: task.id, kind: 'picture', picture: await makePicture(task) });
      post({ task: task.id, kind: 'done' });
      return;
    }
    if (task.kind === 'show') {
      const { showPicture } = await import('./picture/show.ts');
      await showPicture(task);
      post({ task: task.id, kind: 'done' });
      return;
    }
    if (task.kind === 'lines') {
      const { readLines } = await import('./lines/read.ts');
      post({ task: task.id, kind: 'lines', lines: await readLines(task) });
      post({ task: task.id, kind: 'done' });
      return;
    }
    let bytes: Buffer = await readFile(task.path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    let content = detect(bytes);
    if (content === 'doc') {
      const [{ decryptOffice }, { oldKind }] = await Promise.all([import('./decrypt.ts'), import('./old.ts')]);
      const inside = decryptOffice(bytes, task.password, task.limits);
      if (inside !== null) bytes = inside;
      content = inside === null ? oldKind(bytes) : detect(bytes);
    }
    const told: FileNotice[] = [];
    if (content === 'zip') {
      const inside = unwrapped(bytes);
      bytes = inside.bytes;
      told.push(...inside.notices);
      content = await officeOf(bytes, task, told);
    }
    const page = content === 'other' ? (await import('./html/mime.ts')).pageOfMessage(bytes) : null;
    if (page !== null) [bytes, content] = [page, 'html'];
    if (content === 'txt' && isTable(bytes)) content = 'csv';
    if (content === 'html' && (task.kind === 'table' || (task.kind === 'read' && task.asTable))) content = 'html-table';
    if (task.kind === 'read') await read(task, bytes, sha256, content, told);
    else if (task.kind === 'table') {
      const { readTable } = await import('./table.ts');
      await readTable(content, bytes, task.limits, (sheet, rows) => post({ task: task.id, kind: 'rows', sheet, rows }));
    } else {
      const { drawPage } = await import('./draw.ts');
      post({ task: task.id, kind: 'drawing', drawing: await drawPage(content, bytes, task) });
    }
    post({ task: task.id, kind: 'done' });
  } catch (error) {
    const known = error instanceof Unreadable;
    // The words of a program help nobody: what could not be foreseen in a file is damage to it, or more than can be held.
    const message = known
      ? error.message
      : error instanceof RangeError
        ? `文件已损坏，或者内容大得异常，读到一半读不下去；${notWhole}`
        : `文件已损坏，内容不合它的格式；${notWhole}`;
    post({ task: task.id, kind: 'failed', message, locked: error instanceof Locked });
  }
}

/** `notices` are what there is to tell of how the file is stored. */
async function read(
  task: ReadTask,
  bytes: Buffer,
  sha256: string,
  content: Content,
  notices: FileNotice[],
): Promise<void> {
  post({ task: task.id, kind: 'begun', sha256, content });
  let batch: PageText[] = [];
  let pictures: number[] = [];
  let totalPages = 0;
  let characters = 0;
  const flush = (): void => {
    if (batch.length > 0) post({ task: task.id, kind: 'pages', pages: batch, pictures, notices, total: totalPages });
    batch = [];
    pictures = [];
    notices = [];
  };
  const marked = new MarkedPages();
  const signatures: FileSignature[] = [];
  const sheets: FileSheet[] = [];
  const sink: Sink = {
    page: (page, total, pictured = false) => {
      characters += page.text.length;
      if (page.text.length > mostOnPage || characters > mostInFile)
        throw new Unreadable(
          page.text.length > mostOnPage
            ? `第 ${page.number} 页的文字超过 ${mostOnPage / 10_000} 万字，不是正常的文书，没有读取；请分成几个文件`
            : `文字超过 ${mostInFile / 10_000} 万字，没有读取；请分成几个文件`,
        );
      totalPages = total;
      // Of plain texts it is told with how many there are.
      if (!plain.has(content) || !page.text.includes(lost)) marked.look(page);
      batch.push(page);
      if (pictured) pictures.push(page.number);
      if (batch.length >= batchSize) flush();
    },
    notice: (notice) => notices.push(notice),
    signature: (signature) => signatures.push(signature),
    sheet: (sheet) => sheets.push(sheet),
    room,
  };
  try {
    await readPages(content, bytes, task, sink);
    notices.push(...marked.notices());
  } finally {
    flush();
    post({ task: task.id, kind: 'file', notices, signatures, sheets });
  }
}

/** Text whose first lines are parted alike is a table; the name says nothing. */
function isTable(bytes: Buffer): boolean {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  // Cut at a line's end, so that no character is cut in two.
  const end = bytes.indexOf(10, Math.min(bytes.length - 1, 16_384));
  const head = wide ? bytes.subarray(0, 16_384) : bytes.subarray(0, end < 0 ? bytes.length : Math.min(end + 1, 65_536));
  try {
    return looksLikeCsv(decodeText(head));
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

async function officeOf(bytes: Buffer, task: Task, told: FileNotice[]): Promise<Content> {
  const archive = await openArchive(bytes, task.limits);
  archive.close();
  const content = office(archive.entries.map((entry) => entry.name));
  if (content !== 'zip') told.push(...lossesOf(archive));
  return content;
}

/** An archive comes here only where it was not opened before: one whose papers are encrypted waits for the right password. */
async function tryPassword(bytes: Buffer, { limits, password }: ReadTask): Promise<void> {
  const archive = await openArchive(bytes, limits, password);
  try {
    if (archive.entries.every((entry) => entry.folder || isNoise(entry.name))) throw new Unreadable(nothingIn);
    if (archive.entries.some((entry) => entry.waits)) throw new Locked(lockedArchive(archive));
    if (password !== undefined) await archive.entries.find((entry) => entry.sealed && entry.refused === null)?.read();
  } finally {
    archive.close();
  }
}

async function readPages(content: Content, bytes: Buffer, task: ReadTask, sink: Sink): Promise<void> {
  switch (content) {
    case 'pdf': {
      const { readPdf } = await import('./pdf/pdf.ts');
      await readPdf(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), task, sink);
      return;
    }
    case 'docx': {
      const { readDocx } = await import('./docx/docx.ts');
      await readDocx(bytes, task.limits, sink);
      return;
    }
    case 'ofd': {
      const { readOfd } = await import('./ofd/read.ts');
      await readOfd(bytes, task.limits, sink);
      return;
    }
    case 'txt': {
      const pages = readText(bytes);
      if (pages.every((page) => /^[\s\p{Cf}]*$/u.test(page.text)))
        throw new Unreadable(`文件里只有空白，没有文字；${notWhole}`);
      if (pages.length > task.limits.pages)
        throw new Unreadable(`页数（${pages.length}）超过 ${task.limits.pages} 页，没有读取；请分成几个文件`);
      for (const page of pages) sink.page(withRubbish(page), 0);
      for (const page of pages) tellLost(page.text, sink);
      return;
    }
    case 'image': {
      const { readImage } = await import('./picture/image.ts');
      readImage(bytes, sink);
      return;
    }
    case 'empty':
      throw new Unreadable(`文件是空的（0 字节）；${notWhole}`);
    case 'xlsx':
    case 'xls':
    case 'csv':
    case 'html-table': {
      const { readSheets } = await import('./table/pages.ts');
      await readSheets(content, bytes, task.limits, sink);
      return;
    }
    case 'json': {
      const { plainPage } = await import('./layout.ts');
      const text = decodeText(bytes);
      sink.page(plainPage(1, text.replace(/\r\n?/gu, '\n').split('\n')), 1);
      tellLost(text, sink);
      return;
    }
    case 'zip': {
      await tryPassword(bytes, task);
      throw new Unreadable('是压缩包里的压缩包，没有打开；请解压后再放入');
    }
    case 'tar':
    case 'gz':
      throw new Unreadable(
        '是压缩包（TAR、GZ），没有打开：里面没有文件、已损坏，或者是压缩包里套得太深的压缩包；请解压后把文件放入',
      );
    case 'slides':
      throw new Unreadable('是演示文稿（PPTX），读不出；请另存为 PDF 后再放入');
    case 'open-document':
      throw new Unreadable('是 ODF 格式的文件（.odt、.ods 等），读不出；请另存为 DOCX、XLSX 或 PDF 后再放入');
    case 'package': {
      const archive = await openArchive(bytes, task.limits);
      archive.close();
      throw new Unreadable(packageOf(archive.entries.map((entry) => entry.name)) ?? foreign(bytes));
    }
    case 'doc':
    case 'rtf':
    case 'html': {
      const { readOld } = await import('./old.ts');
      readOld(content, bytes, task.limits, sink);
      return;
    }
    case 'archive':
    case 'other':
      throw new Unreadable(foreign(bytes));
    default:
      content satisfies never;
  }
}
