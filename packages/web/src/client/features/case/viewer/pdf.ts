import type { PDFDocumentProxy } from 'pdfjs-dist';
import * as pdfjs from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.mjs?url';
import { createSignal } from 'solid-js';
import { segment } from '../../../api.ts';
import { text } from '../../../text/case.ts';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

/** Passwords typed in this window, by file; the browser forgets them with it. */
const passwords = new Map<string, string>();

/** It wants a password, which this window does not know (any more), or another one. */
export class Sealed extends Error {}

/** How often a password was typed: what could not be opened is tried again. */
const [typed, setTyped] = createSignal(0);

export { typed };

const open = new Map<string, Promise<PDFDocumentProxy>>();

/** A file of a case opened by pdf.js, kept while the page is shown. */
export function openPdf(caseId: string, fileId: string): Promise<PDFDocumentProxy> {
  const key = `${caseId}/${fileId}`;
  const known = open.get(key);
  if (known !== undefined) return known;
  const task = pdfjs.getDocument({
    url: `/api/cases/${segment(caseId)}/files/${segment(fileId)}`,
    cMapUrl: '/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    wasmUrl: '/pdfjs/wasm/',
    verbosity: 0,
    ...(passwords.has(key) ? { password: passwords.get(key) ?? '' } : {}),
  });
  const opened = task.promise.catch((error: unknown) => {
    open.delete(key);
    if (!(error instanceof Error && error.name === 'PasswordException')) throw error;
    throw new Sealed(passwords.has(key) ? text.wrongHere : text.lockedHere);
  });
  open.set(key, opened);
  return opened;
}

export function rememberPassword(caseId: string, fileId: string, password: string): void {
  passwords.set(`${caseId}/${fileId}`, password);
  open.delete(`${caseId}/${fileId}`);
  setTyped(typed() + 1);
}

/** Draws a page at a width in CSS pixels, turned clockwise by `turn` degrees; its own words go to `words` when that is given. */
export async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
  { turn, words, signal }: { readonly turn: number; readonly words: HTMLElement | null; readonly signal: AbortSignal },
): Promise<void> {
  const page = await document.getPage(number);
  if (signal.aborted) return;
  const rotation = (page.rotate + turn) % 360;
  const natural = page.getViewport({ scale: 1, rotation });
  const scale = width / natural.width;
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  const viewport = page.getViewport({ scale: scale * ratio, rotation });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const task = page.render({ canvas, viewport });
  signal.addEventListener('abort', () => task.cancel(), { once: true });
  try {
    await task.promise;
  } catch (error) {
    if (error instanceof pdfjs.RenderingCancelledException) return;
    throw error;
  }
  if (signal.aborted || words === null) return;
  words.replaceChildren();
  words.style.setProperty('--total-scale-factor', String(scale));
  const layer = new pdfjs.TextLayer({
    textContentSource: page.streamTextContent(),
    container: words,
    viewport: page.getViewport({ scale, rotation }),
  });
  await layer.render();
}
