import { createHash } from 'node:crypto';

/** Policy of the window: nothing but what the program itself brings; styles need the nonce of this very load. */
export const windowPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Policy of a thread of the window: it computes, decoders in WebAssembly included, and reaches nothing. */
export const threadPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

/** Policy of a page to print: no script at all, and exactly the style sheets that stand in it. */
export function printPolicy(html: string): string {
  const sheets = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)].map(
    ([, css]) =>
      `'sha256-${createHash('sha256')
        .update(css ?? '')
        .digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    ["style-src 'self'", ...sheets].join(' '),
    "font-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
