/** What may go into a log: no key, no passphrase, no recovery digits, no text that a person typed. */
const secretNames = /pass|secret|key|identity|identities|lines|token|salt|name|note|value|login/i;
const secretTexts: readonly RegExp[] = [
  /AGE-SECRET-KEY-[0-9A-Z-]+/gi,
  // Keys in hexadecimal, with or without the x'...' of SQL.
  /\b[0-9a-f]{32,}\b/gi,
  // Lines of a recovery sheet, in groups or not; a part of a UUID is none.
  /(?<![0-9a-f-])\d{4}[ .-]?\d{4}[ .-]?\d{4}(?![0-9a-f-])/gi,
  // Base64 of 24 bytes and more.
  /[A-Za-z0-9+/]{32,}={0,2}/g,
  // What SQLite and others quote in their messages.
  /'[^']*'|"[^"]*"|`[^`]*`/g,
];
const mark = '[redacted]';
const deepest = 6;

/** Takes secrets and quoted values out of a text. */
export const redactText = (text: string): string =>
  secretTexts.reduce((rest, secret) => rest.replace(secret, mark), text);

/** A copy fit for the log: ids, codes and counts stay, everything that could be a secret or a person goes. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? mark : value;
  if (depth >= deepest || ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return mark;
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, secretNames.test(name) ? mark : redact(item, depth + 1)]),
  );
}

interface RedactedError {
  readonly error: string;
  readonly code?: string;
  readonly message: string;
  readonly at: readonly string[];
  readonly cause?: unknown;
}

/** Name, code and places of a failure; its message only without what it quotes. */
export function redactError(error: Error, depth = 0): RedactedError {
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    // The folder may carry the name of a person: file and line are enough.
    .map((line) => line.trim().replace(/(?:file:\/\/)?(?:[A-Za-z]:)?[\\/][^\s()]*[\\/]/g, ''))
    .slice(0, 12);
  return {
    error: error.name,
    ...('code' in error ? { code: redactText(String(error.code)) } : {}),
    // Below the first line libraries repeat what they were given.
    message: redactText(error.message.split('\n', 1)[0] ?? ''),
    at,
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}
