import type { Content } from '../detect.ts';
import type { PageDrawing } from '../drawing.ts';
import { Unreadable } from '../limits.ts';
import type { Task } from '../protocol.ts';

/** What one page of a file shows, for formats no browser shows by itself. */
export async function drawPage(
  content: Content,
  bytes: Buffer,
  task: Extract<Task, { kind: 'draw' }>,
): Promise<PageDrawing> {
  if (content !== 'ofd') throw new Unreadable('这种格式的页面不用这样显示');
  const { openOfd } = await import('./ofd/ofd.ts');
  const file = await openOfd(bytes, task.limits);
  try {
    return await file.drawing(task.page);
  } finally {
    file.close();
  }
}
