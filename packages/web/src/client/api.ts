import type { CaseSummary, Failure } from '../server/contract/index.ts';
import { words } from './text/words.ts';

/** What the server said against a request, in Chinese. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'Refused';
    this.status = status;
  }
}

/** Asks the API and gives the JSON of its answer; throws {@link Refused} with the server's words. */
export async function ask<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/api${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch(() => {
    // The browser's own words are English, and mean that nobody listens at the address.
    throw new Refused(0, words.offline);
  });
  if (!response.ok) throw new Refused(response.status, await complaint(response));
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function complaint(response: Response): Promise<string> {
  const answer = (await response.json().catch(() => null)) as Failure | null;
  return answer?.error.message ?? words.noAnswer;
}

export const segment = encodeURIComponent;

/** Sends one file as it is, telling how much has gone. */
export function sendFile(
  caseId: string,
  name: string,
  file: Blob,
  onProgress: (share: number) => void,
  instead?: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(
      'PUT',
      `/api/cases/${segment(caseId)}/files?name=${segment(name)}${instead === undefined ? '' : `&instead=${segment(instead)}`}`,
    );
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => onProgress(event.total === 0 ? 1 : event.loaded / event.total);
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(new Refused(request.status, messageOf(request.responseText)));
    };
    request.onerror = () => reject(new Refused(0, words.cutOff));
    request.send(file);
  });
}

function messageOf(text: string): string {
  try {
    return (JSON.parse(text) as Failure).error.message;
  } catch (error) {
    if (error instanceof SyntaxError) return words.cutOff;
    throw error;
  }
}

/** Changes of cases as the server tells them; `onLine` whether it is there at all; call the result to stop listening. */
export function listen(
  onCase: (summary: CaseSummary) => void,
  onRemoved: (id: string) => void,
  onLine: (there: boolean) => void = () => {},
): () => void {
  const source = new EventSource('/api/events');
  source.addEventListener('case', (event) => onCase(JSON.parse((event as MessageEvent<string>).data) as CaseSummary));
  source.addEventListener('removed', (event) =>
    onRemoved((JSON.parse((event as MessageEvent<string>).data) as { id: string }).id),
  );
  source.onopen = () => onLine(true);
  source.onerror = () => onLine(false);
  return () => source.close();
}

/** What an error says to people. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs work of which `tell` says what went wrong, and null before it is begun. */
export function guarding(tell: (problem: string | null) => void): (work: () => Promise<void>) => Promise<void> {
  return async (work) => {
    tell(null);
    try {
      await work();
    } catch (error) {
      tell(reasonOf(error));
    }
  };
}
