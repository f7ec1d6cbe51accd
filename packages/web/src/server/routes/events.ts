import { streamSSE } from 'hono/streaming';
import { type Route, route } from '../http/route.ts';
import { Refusal } from '../problems.ts';
import type { Services } from '../services.ts';
import { summary } from '../store/cases.ts';

const heartbeat = 20_000; // milliseconds; keeps proxies and sleeping laptops from taking the line for dead

export function eventRoutes({ store, hub, runner, closing }: Services): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/api/events',
      summary: '变动：event case 带 CaseSummary，event removed 带 { id }',
      answers: { 200: { mediaType: 'text/event-stream' } },
      handle: (c) =>
        streamSSE(c, async (stream) => {
          const waiting = new Map<string, 'changed' | 'removed'>(); // by case: only its newest state is worth sending
          let wake = () => {};
          const stopWatching = hub.watch(({ id, kind }) => {
            waiting.set(id, kind);
            wake();
          });
          const end = () => {
            stopWatching();
            stream.abort();
            wake();
          };
          stream.onAbort(() => {
            stopWatching();
            wake();
          });
          closing.addEventListener('abort', end, { once: true });
          try {
            await stream.write(': 案卷\n\n');
            while (!stream.aborted && !closing.aborted) {
              const next = waiting.entries().next().value;
              if (next === undefined) {
                const timer = setTimeout(() => wake(), heartbeat);
                await new Promise<void>((resolve) => {
                  wake = resolve;
                });
                clearTimeout(timer);
                if (waiting.size === 0 && !stream.aborted) await stream.write(': \n\n');
                continue;
              }
              const [id, kind] = next;
              waiting.delete(id);
              await stream.writeSSE(await message(id, kind));
            }
          } finally {
            stopWatching();
            closing.removeEventListener('abort', end);
          }
        }),
    }),
  ];

  async function message(id: string, kind: 'changed' | 'removed'): Promise<{ event: string; data: string }> {
    if (kind === 'changed') {
      try {
        return { event: 'case', data: JSON.stringify(await summary(store, id, runner.progressOf)) };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error; // removed in the meantime
      }
    }
    return { event: 'removed', data: JSON.stringify({ id }) };
  }
}
