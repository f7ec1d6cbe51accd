import { createReadStream, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Context } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves the built page. The folder is listed once, and only what was listed is served, looked up by the address as it came in: no address
 * can name anything else. Addresses of the page itself, which have no dot, all get the one HTML file.
 */
export function servePage(folder: string): (c: Context) => Response | null {
  const files = new Map<string, string>();
  if (existsSync(folder)) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const parts = path.relative(folder, file).split(path.sep);
      const address = `/${parts.join('/')}`;
      files.set(address, file).set(encodeURI(address), file);
    }
  }
  const index = files.get('/index.html');
  return (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return null;
    const address = rawPath(c.req.raw.url);
    const file = files.get(address) ?? (isPageAddress(address) ? index : undefined);
    if (file !== undefined) return send(c, file, address.startsWith('/assets/'));
    return index === undefined && isPageAddress(address) ? c.text(notBuilt, 503) : null;
  };
}

const notBuilt = '页面还没有构建：请在项目目录运行 npm start。接口在 /api/ 下可用。\n';

/** The path as it was sent, before anything is decoded or folded. */
function rawPath(url: string): string {
  return /^[a-z]+:\/\/[^/?#]*([^?#]*)/iu.exec(url)?.[1] || '/';
}

function isPageAddress(address: string): boolean {
  return /^\/(?:[\w~-]+(?:\/[\w~-]+)*\/?)?$/u.test(address) && !/^\/(?:api|assets|pdfjs)(?:\/|$)/u.test(address);
}

function send(c: Context, file: string, hashed: boolean): Response {
  c.header('content-type', types[path.extname(file).toLowerCase()] ?? 'application/octet-stream');
  c.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (c.req.method === 'HEAD') return c.body(null, 200);
  return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>, 200);
}
