import type { PDFDocumentProxy } from 'pdfjs-dist';
import * as pdfjs from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.mjs?url';
import { segment } from '../../api.ts';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

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
  });
  open.set(key, task.promise);
  return task.promise;
}

/** Draws a page at a width in CSS pixels; cancelled through the signal. */
export async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
  layer: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const page = await document.getPage(number);
  if (signal.aborted) return;
  const natural = page.getViewport({ scale: 1 });
  const scale = width / natural.width;
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  const viewport = page.getViewport({ scale: scale * ratio });
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
  if (signal.aborted) return;
  layer.replaceChildren();
  layer.style.setProperty('--total-scale-factor', String(scale));
  const words = new pdfjs.TextLayer({
    textContentSource: page.streamTextContent(),
    container: layer,
    viewport: page.getViewport({ scale }),
  });
  await words.render();
}
