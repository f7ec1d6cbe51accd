// Parses one untrusted file after another in a process of its own, which the parent may kill at any time.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import type { PageText } from '@anjuan/core';
import { openArchive } from '../archive.ts';
import { type Content, detect, office } from '../detect.ts';
import { Unreadable } from '../limits.ts';
import type { Answer, Task } from '../protocol.ts';
import { unreadPage } from './layout.ts';

/** Pages are sent in batches, so that neither side holds a large file whole in a message. */
const batchSize = 32;

process.on('message', (task: Task) => {
  void answer(task);
});
process.on('disconnect', () => process.exit(0));

async function answer(task: Task): Promise<void> {
  const send = (message: Answer): void => {
    process.send?.(message);
  };
  let batch: PageText[] = [];
  const flush = (total: number): void => {
    if (batch.length > 0) send({ task: task.id, kind: 'pages', pages: batch, total });
    batch = [];
  };
  try {
    const bytes = await readFile(task.path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    let content = detect(bytes);
    if (content === 'zip') content = await officeOf(bytes, task);
    send({ task: task.id, kind: 'begun', sha256, content });
    await readPages(content, bytes, task, (page, total) => {
      batch.push(page);
      if (batch.length >= batchSize) flush(total);
    });
    flush(0);
    send({ task: task.id, kind: 'done' });
  } catch (error) {
    flush(0);
    const known = error instanceof Unreadable;
    send({ task: task.id, kind: 'failed', message: known ? error.message : `文件无法读取（${String(error)}）` });
  }
}

async function officeOf(bytes: Buffer, task: Task): Promise<Content> {
  const archive = await openArchive(bytes, task.limits);
  archive.close();
  return office(archive.entries.map((entry) => entry.name));
}

async function readPages(
  content: Content,
  bytes: Buffer,
  task: Task,
  onPage: (page: PageText, total: number) => void,
): Promise<void> {
  switch (content) {
    case 'pdf': {
      const { readPdf } = await import('./pdf.ts');
      await readPdf(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), task.limits, task.password, onPage);
      return;
    }
    case 'docx': {
      const { readDocx } = await import('./docx.ts');
      for (const page of await readDocx(bytes, task.limits)) onPage(page, 0);
      return;
    }
    case 'txt': {
      const { readText } = await import('./text.ts');
      const pages = readText(bytes);
      if (pages.every((page) => page.text.trim() === '')) throw new Unreadable('文件是空的（只有空白）');
      for (const page of pages) onPage(page, 0);
      return;
    }
    case 'image':
      onPage(unreadPage(1, 0, 0, '是图片，没有文字层，需要文字识别（OCR）'), 1);
      return;
    case 'empty':
      throw new Unreadable('文件是空的（0 字节）');
    case 'doc':
      throw new Unreadable('是旧版 Office 文件（.doc/.xls），请另存为 DOCX 或 PDF 后再导入');
    case 'ofd':
    case 'xlsx':
    case 'zip':
    case 'json':
    case 'html':
    case 'other':
      throw new Unreadable(`不是可读取的文书格式（${formatNames[content]}）；目前可读 PDF、DOCX、TXT`);
    default:
      content satisfies never;
  }
}

const formatNames = {
  ofd: 'OFD',
  xlsx: 'Excel 表格',
  zip: '压缩包',
  json: 'JSON',
  html: '网页或 XML',
  other: '格式不明',
};
