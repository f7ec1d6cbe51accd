import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { Refusal } from '../problems.ts';

/** Whether a host name can only mean this machine: 127.0.0.0/8, ::1, localhost. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/u, '$1');
  return name === 'localhost' || name === '::1' || /^127(?:\.(?:0|[1-9]\d{0,2})){3}$/u.test(name);
}

/**
 * Answers only pages of our own. A foreign name in `Host` is another site's name turned to this machine (DNS rebinding); a foreign
 * `Origin` or `Sec-Fetch-Site` is another site's page asking through the user's browser.
 */
export function onlyOurs(): MiddlewareHandler {
  return async (c, next) => {
    const url = new URL(c.req.url);
    const host = c.req.header('host') ?? url.host;
    if (!isLoopback(hostName(host)) || !isLoopback(url.hostname)) {
      throw new Refusal(403, 'foreign-host', '只接受本机地址的访问。');
    }
    const origin = c.req.header('origin');
    if (origin !== undefined && !sameOrigin(origin, host)) throw crossSite();
    const site = c.req.header('sec-fetch-site');
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    const page = reads && !url.pathname.startsWith('/api/'); // a link to the page from elsewhere may be followed
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !page) throw crossSite();
    await next();
  };
}

function crossSite(): Refusal {
  return new Refusal(403, 'cross-site', '拒绝来自其他网站的请求。');
}

function hostName(host: string): string {
  return host.replace(/:\d+$/u, '');
}

function sameOrigin(origin: string, host: string): boolean {
  return origin.toLowerCase() === `http://${host}`.toLowerCase();
}

/** The page may run and load only what comes from here; pdf.js needs WebAssembly for scans and a worker. */
export function safeHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    overwrite: false, // what is shown of a case's own files is shut in tighter
    strictTransportSecurity: false, // plain http on loopback
    permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
  });
}
