/** Digests as people type them from paper. */

const digits = 16;
/** Letters that are no hexadecimal digits and are taken for one. */
const lookAlikes: Readonly<Record<string, string>> = { O: '0', Q: '0', I: '1', L: '1', S: '5', Z: '2', G: '6' };

/** The digest that was meant, in lower case; null where it has not sixteen digits. */
export function typedDigest(typed: string): string | null {
  const signs = [...typed.normalize('NFKC').toUpperCase()].filter((sign) => !/[\s.,:;·–—_-]/.test(sign));
  const meant = signs.map((sign) => lookAlikes[sign] ?? sign).join('');
  return meant.length === digits && /^[0-9A-F]+$/.test(meant) ? meant.toLowerCase() : null;
}
