import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileNotice, FileSheet, FileSignature, FileText, PageText } from '@anjuan/core';
import type { BegunFile } from './begun.ts';
import type { Content } from './detect.ts';
import type { PageDrawing } from './drawing.ts';
import { type Limits, Unreadable } from './limits.ts';
import { type Ending, odd, smaller, Worker } from './worker.ts';

/** Pages and bytes of a file that, read with ease, stand well within all bounds: one that is not has something wrong inside. */
const fewPages = 20;
const fewBytes = 8 * 2 ** 20;

/** Where a file lies and what opens it. */
export interface Source {
  readonly path: string;
  readonly password?: string;
}

/** A file as its parser gave it; `pictures` are the numbers of pages whose words must be recognised. */
export interface ParsedFile {
  readonly file: FileText;
  readonly content: Content;
  readonly pictures: readonly number[];
}

/** One parser process. */
export class Parser {
  readonly #worker = new Worker();

  /** Reads one file; a crash, a hang or a limit makes the file unreadable, never the caller. */
  async read(
    file: Source & { readonly name: string; readonly size: number },
    limits: Limits,
    onProgress: (done: number, total: number) => void,
    signal?: AbortSignal,
    begun?: BegunFile,
  ): Promise<ParsedFile> {
    const known = await begun?.pages();
    const pages: PageText[] = [...(known?.pages ?? [])];
    const pictures: number[] = [...(known?.pictures ?? [])];
    const notices: FileNotice[] = [...(known?.notices ?? [])];
    let sha256 = '';
    let content: Content = 'other';
    let signatures: readonly FileSignature[] = [];
    let sheets: readonly FileSheet[] = [];
    let most = 0;
    const attempt = (spent = 0): Promise<Ending> =>
      this.#worker.run(
        { kind: 'read', ...sourceOf(file), limits, after: pages.length, asTable: /\.(?:xls|et)$/iu.test(file.name) },
        { ...limits, fileTime: limits.fileTime - spent },
        (answer) => {
          switch (answer.kind) {
            case 'begun':
              sha256 = answer.sha256;
              content = answer.content;
              return undefined;
            case 'pages': {
              pages.push(...answer.pages);
              pictures.push(...answer.pictures);
              notices.push(...answer.notices);
              if (content === 'pdf') begun?.add(answer, answer.total);
              const total = Math.max(answer.total, pages.length);
              most = total;
              // A picture is read once its words are recognised.
              onProgress(pages.length - pictures.length, total);
              return limits.fileTime - spent + total * limits.pageTime;
            }
            case 'file':
              ({ signatures, sheets } = answer);
              notices.push(...answer.notices);
              return undefined;
            default:
              return undefined;
          }
        },
        signal,
        () => (most <= fewPages && file.size <= fewBytes ? odd : smaller),
      );
    /**
     * A process that was ended from outside, or had room left for less than the file because of those before it, is no fault of the file: it is
     * read once more, a PDF from where it stopped.
     */
    const reading = async (): Promise<Ending> => {
      const start = performance.now();
      const first = await attempt();
      if (first.crashed !== true && !(first.starved === true && first.worn === true)) return first;
      if (content !== 'pdf') for (const list of [pages, pictures, notices]) list.length = 0;
      // What asked for too much once gets what is left of its time.
      return attempt(first.starved === true ? performance.now() - start : 0);
    };
    const { failed, locked } = await reading().catch(async (error: unknown) => {
      await begun?.end(false);
      throw error;
    });
    await begun?.end(true);
    const read: FileText = {
      name: file.name,
      sha256: sha256 || (await hashOf(file.path)),
      format: formatOf(content),
      pages,
      ...(failed === null ? {} : { unreadable: failed }),
      ...(locked ? { locked } : {}),
      ...(sheets.length > 0 ? { sheets } : {}),
      ...(notices.length > 0 ? { notices: distinct(notices) } : {}),
      ...(signatures.length > 0 ? { signatures } : {}),
    };
    return { file: read, content, pictures };
  }

  /** What one page shows; throws {@link Unreadable} when it cannot be drawn. */
  async draw(file: Source, page: number, limits: Limits): Promise<PageDrawing> {
    let drawing: PageDrawing | null = null;
    const { failed } = await this.#worker.run({ kind: 'draw', ...sourceOf(file), page, limits }, limits, (answer) => {
      if (answer.kind === 'drawing') drawing = answer.drawing;
      return undefined;
    });
    if (failed !== null || drawing === null) throw new Unreadable(failed ?? '此页无法显示');
    return drawing;
  }

  close(): void {
    this.#worker.close();
  }
}

/** What is told of the whole file is told again by a run that goes on where another stopped. */
function distinct(notices: readonly FileNotice[]): readonly FileNotice[] {
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}

function sourceOf({ path, password }: Source): Source {
  return { path, ...(password === undefined ? {} : { password }) };
}

function formatOf(content: Content): FileText['format'] {
  switch (content) {
    case 'pdf':
    case 'docx':
    case 'ofd':
    case 'xlsx':
    case 'csv':
    case 'json':
    case 'image':
      return content;
    case 'xls':
    case 'html-table':
      return 'xlsx';
    default:
      return 'txt';
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
