import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Damaged } from '../../foreign.ts';
import { Locked, Unreadable } from '../../limits.ts';
import { inflateAtOnce } from './bytes/inflate.ts';
import { rebuilt } from './bytes/rebuilt.ts';
import { startPdfWorker, warnings } from './port.ts';

const library = path.dirname(
  path.dirname(path.dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))),
);
const folder = (name: string): string => `${path.join(library, name)}${path.sep}`;

inflateAtOnce(() => complain('damaged data'));

/** What pdf.js complains of goes here: this process has no one else to tell. */
let complain: (text: string) => void = () => undefined;
console.warn = (text: unknown) => complain(String(text));

/** Sets who hears what pdf.js complains of from now on. */
export function hearComplaints(listener: (text: string) => void): void {
  complain = listener;
}

/** Pixels of a picture: some three times A4 at 600 dpi. */
export const mostPixels = 100_000_000;

export type PdfDocument = Awaited<ReturnType<typeof pdfjs.getDocument>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;
export const OPS = pdfjs.OPS;
export const AnnotationMode = pdfjs.AnnotationMode;
export const ImageKind = pdfjs.ImageKind;

interface PdfOptions {
  readonly drawing?: boolean;
  readonly forms?: boolean;
  readonly largest?: number;
  /** The bytes once more, for a file whose list of pages must be made anew: opening takes them away. */
  readonly again?: () => Uint8Array;
}

/**
 * Opens a PDF; `close` frees it. `drawing` takes fonts of the system where the file embeds none (those it embeds are drawn as paths: there is nothing here that would load them); `forms` takes a form that programs draw (XFA) for its pages. Pictures of more pixels than `largest` are left
 * out before anything is set aside for them, with a complaint. Throws {@link Unreadable} or {@link Locked}.
 */
export async function openPdf(
  bytes: Uint8Array,
  password: string | undefined,
  options: PdfOptions = {},
): Promise<OpenPdf> {
  const { again, ...rest } = options;
  try {
    return await opened(bytes, password, rest);
  } catch (error) {
    const whole = error instanceof Damaged && again !== undefined ? rebuilt(again()) : null;
    if (whole === null) throw error;
    return { ...(await opened(whole, password, rest)), remade: true };
  }
}

/** A PDF that is open; `remade` where its list of pages had to be made anew. */
interface OpenPdf {
  readonly document: PdfDocument;
  readonly close: () => Promise<void>;
  readonly remade: boolean;
}

async function opened(
  bytes: Uint8Array,
  password: string | undefined,
  { drawing = false, forms = false, largest = mostPixels }: PdfOptions,
): Promise<OpenPdf> {
  const worker = await startPdfWorker();
  const task = pdfjs.getDocument({
    data: bytes,
    worker,
    // Without the character maps, text in fonts that are not embedded comes out empty, without an error.
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    useSystemFonts: drawing,
    disableFontFace: true,
    verbosity: warnings,
    enableXfa: forms,
    maxImageSize: largest,
    // Else pictures of more than some 16 million pixels are taken for too large to draw, and cannot be made smaller here.
    canvasMaxAreaInBytes: mostPixels * 4,
    ...(password === undefined ? {} : { password }),
  });
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
  };
  try {
    return { document: await task.promise, close, remade: false };
  } catch (error) {
    await close();
    throw inChinese(error);
  }
}

/** An error of pdf.js as the user is told it. */
export function inChinese(error: unknown): Error {
  if (error instanceof Unreadable) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    const wrong = (error as { code?: number }).code === pdfjs.PasswordResponses.INCORRECT_PASSWORD;
    return new Locked(wrong ? '密码不对，请重新输入打开文件的密码' : '文件已加密，需要密码才能打开');
  }
  if (name === 'InvalidPDFException' || name === 'FormatError') return new Damaged('PDF 结构已损坏');
  return new Damaged('PDF 已损坏');
}
