import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { printPolicy, threadPolicy, windowPolicy } from './content-security-policy.ts';

export const appOrigin = 'app://kriter';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
};

const commonHeaders = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** To be called before the runtime is ready: `app://` becomes a secure standard origin. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
  ]);
}

export interface PrintDocuments {
  /** Address under which the page can be loaded exactly once. */
  offer(html: string): string;
}

/** Serves the built window, its fonts, and pages to print, each of which can be fetched once. */
export function openAppProtocol(session: Session, rendererFolder: string): PrintDocuments {
  const offered = new Map<string, string>();

  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || `${url.protocol}//${url.host}` !== appOrigin) return refused(405);
    const page = /^\/print\/([0-9a-f-]{36})$/.exec(url.pathname)?.[1];
    if (page) {
      const html = offered.get(page);
      offered.delete(page);
      return html === undefined ? refused(404) : answer(html, '.html', printPolicy(html));
    }
    return serveFile(rendererFolder, decodeURIComponent(url.pathname));
  });

  return {
    offer(html) {
      const id = randomUUID();
      offered.set(id, html);
      return `${appOrigin}/print/${id}`;
    },
  };
}

async function serveFile(folder: string, path: string): Promise<Response> {
  const wanted = path === '/' ? '/index.html' : path;
  const file = join(folder, wanted);
  const type = extname(file);
  // join() has resolved any '..': what is no longer below the folder is not ours to give.
  if (!file.startsWith(folder + sep) || !(type in mediaTypes)) return refused(404);
  let body: Buffer;
  try {
    body = await readFile(file);
  } catch {
    return refused(404);
  }
  // Of a script the policy counts where a thread begins with it.
  if (type === '.js') return answer(new Uint8Array(body), type, threadPolicy);
  if (type !== '.html') return answer(new Uint8Array(body), type);
  const nonce = randomBytes(18).toString('base64');
  return answer(body.toString('utf8').replaceAll('__NONCE__', nonce), type, windowPolicy(nonce));
}

const answer = (body: string | Uint8Array<ArrayBuffer>, type: string, policy?: string): Response =>
  new Response(body, {
    headers: {
      ...commonHeaders,
      'Content-Type': mediaTypes[type] ?? 'application/octet-stream',
      ...(policy ? { 'Content-Security-Policy': policy } : {}),
    },
  });

const refused = (status: number): Response => new Response(null, { status, headers: commonHeaders });
