import type { FileNotice } from '@anjuan/core';
import { shownName } from '../../foreign.ts';
import { attachedWords } from '../attached.ts';
import type { Sink } from '../main.ts';
import type { RawPdf } from './bytes/raw.ts';
import { openPdf, type PdfDocument } from './pdfjs.ts';

const mostCompared = 100;

const activeNames: Readonly<Record<string, string>> = {
  JavaScript: '脚本',
  Launch: '启动程序的动作',
  SubmitForm: '向外提交数据的动作',
  ImportData: '从外部取数据的动作',
  RichMedia: '多媒体',
};

/** Tells of scripts, attachments, outside references, signatures and earlier states of a file; gives what was left unread of it, in Chinese. */
export async function tellAbout(
  document: PdfDocument,
  first: Uint8Array,
  raw: RawPdf,
  password: string | undefined,
  sink: Sink,
): Promise<string | null> {
  const active = Object.entries(activeNames).flatMap(([name, label]) => (raw.actions.has(name) ? [label] : []));
  if (active.length > 0) sink.notice({ kind: 'script', message: `文件含有${active.join('、')}，没有执行` });
  if (raw.actions.has('GoToR')) sink.notice({ kind: 'external', message: '文件引用了外部文件，没有打开' });
  const attached = raw.actions.has('EmbeddedFile') ? await attachmentsOf(document) : [];
  const { unread, told } = attachedWords(attached);
  if (told !== null) sink.notice({ kind: 'attachment', message: told });
  if (raw.lyingFont)
    sink.notice({
      kind: 'unlike',
      message: '有的字体显示的字与文件给出的字不一致，读出的内容可能与看到的不同，请对照页面核对',
    });
  for (const { by, at } of raw.signers) sink.signature({ kind: 'signature', by, ...(at === null ? {} : { at }) });
  if (raw.remarks > 0)
    sink.notice({
      kind: 'beside',
      message: `文件带有 ${raw.remarks} 处批注，批注没有作为正文读取，请打开原件查看`,
    });
  if (raw.strikes > 0)
    sink.notice({
      kind: 'beside',
      message: `文件里有 ${raw.strikes} 处批注把页上的文字划去或者标作涂黑，这些文字也已读取，请打开原件核对是不是还算数`,
    });
  if (raw.patterned)
    sink.notice({
      kind: 'beside',
      message: '文件里有画成底纹的文字（多半是水印），没有作为正文读取，请对照页面核对',
    });
  const { bytes, packed } = raw.behind;
  if (packed > 0)
    return `文件末尾另接有一个压缩包（里面有 ${packed} 个文件），没有读取；请用解压软件打开这个文件，把里面的文件取出来单独放入`;
  if (raw.joined > 1)
    return `文件里首尾相接地存有 ${raw.joined} 个 PDF，只读到最后一个，前面的没有读取；请把它们分成单独的文件后再放入`;
  if (bytes > 0)
    sink.notice({
      kind: 'other',
      message: `文件的末尾混有 ${bytes} 字节别的数据（多半是下载或者导出时带进来的），已略过，其余照常读取`,
    });
  if (raw.revisions.length > 0) await tellChanges(document, first, raw, password, sink);
  return unread;
}

async function attachmentsOf(document: PdfDocument): Promise<string[]> {
  const found: unknown = await document.getAttachments().catch(() => null);
  const entries = found instanceof Map ? [...found] : Object.entries(found ?? {});
  const names = entries.map(([name, one]) => shownName(String((one as { filename?: string }).filename ?? name)));
  return names.length > 0 ? names : ['未命名'];
}

/** The pages whose words were changed after the file was first saved, with the first line that differs. */
async function tellChanges(
  document: PdfDocument,
  first: Uint8Array,
  raw: RawPdf,
  password: string | undefined,
  sink: Sink,
): Promise<void> {
  const count = raw.revisions.length;
  const signed = raw.signers.length > 0 ? '（其中可能有签名）' : '';
  sink.notice({
    kind: 'changed',
    message: `文件首次保存后又有 ${count} 次修改${signed}；按最后一次保存的内容检查`,
  });
  try {
    const before = await openPdf(first, password);
    try {
      const pages = Math.min(document.numPages, before.document.numPages, mostCompared);
      if (document.numPages !== before.document.numPages) {
        const [was, is] = [before.document.numPages, document.numPages];
        sink.notice({ kind: 'changed', message: `首次保存时有 ${was} 页，现在有 ${is} 页` });
      }
      for (let page = 1; page <= pages; page++) {
        const notice = changeOf(page, await wordsOf(before.document, page), await wordsOf(document, page));
        if (notice !== null) sink.notice(notice);
      }
    } finally {
      await before.close();
    }
  } catch {
    // The first state alone does not open: that it was changed has been said.
  }
}

function changeOf(page: number, was: readonly string[], is: readonly string[]): FileNotice | null {
  const gone = was.find((line) => !is.includes(line));
  const come = is.find((line) => !was.includes(line));
  if (gone === undefined && come === undefined) return null;
  const quote = (line: string | undefined): string => (line === undefined ? '（无）' : `“${line.slice(0, 80)}”`);
  return {
    kind: 'changed',
    page,
    message: `此页在首次保存后改动过：原为${quote(gone)}，现为${quote(come)}`,
    ...(come === undefined ? {} : { quote: come.slice(0, 200) }),
  };
}

async function wordsOf(document: PdfDocument, number: number): Promise<string[]> {
  const page = await document.getPage(number);
  try {
    const { items } = await page.getTextContent({ disableNormalization: true });
    return items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str.trim()] : []));
  } finally {
    page.cleanup();
  }
}
