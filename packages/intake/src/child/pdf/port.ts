import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

/** At this level pdf.js tells what damage it works around. */
export const warnings = 1;

interface Message {
  /** Set where it belongs to a stream. */
  readonly stream?: number;
  readonly chunk?: { readonly items?: unknown };
}
type Listener = (event: { readonly data: unknown }) => void;

/**
 * Carries messages between the two halves of pdf.js in one process, as its own loopback does, but hands the words of a page over as
 * they are: the half that read them lets go of the list it sends, so copying it deeply is work for nothing. So are the signals of a stream, some
 * thirty a page each way, which nobody keeps. All else is copied.
 */
class Port {
  readonly #listeners = new Set<Listener>();
  #turn = Promise.resolve();

  postMessage(message: Message, transfer?: Transferable[]): void {
    const words = Array.isArray(message.chunk?.items);
    const signal = message.stream !== undefined && message.chunk === undefined;
    const data = words
      ? { ...message, chunk: { ...message.chunk } }
      : signal
        ? message
        : structuredClone(message, transfer ? { transfer } : undefined);
    this.#turn.then(() => {
      for (const listener of this.#listeners) listener.call(this, { data });
    });
  }

  addEventListener(_: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  removeEventListener(_: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
  }
}

interface WorkerHalf {
  readonly WorkerMessageHandler: { initializeFromPort(port: Port): void };
}

/** The half of pdf.js that parses, in this process; to be destroyed after the document it reads. */
export async function startPdfWorker(): Promise<pdfjs.PDFWorker> {
  const half: WorkerHalf = await import(import.meta.resolve('pdfjs-dist/legacy/build/pdf.worker.mjs'));
  const port = new Port();
  const worker = new pdfjs.PDFWorker({ port: port as unknown as null, verbosity: warnings });
  half.WorkerMessageHandler.initializeFromPort(port);
  return worker;
}
