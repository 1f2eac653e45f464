/** Bech32 (BIP 173), only as far as age needs it: 32 bytes of an X25519 identity as AGE-SECRET-KEY-1... and back. */
const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;
const identityPrefix = 'age-secret-key-';

function polymod(values: readonly number[]): number {
  let checksum = 1;
  for (const value of values) {
    const top = checksum >>> 25;
    checksum = ((checksum & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of generators.entries()) if ((top >>> bit) & 1) checksum ^= generator;
  }
  return checksum;
}

const expand = (prefix: string): number[] => {
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
};

function regroup(values: Iterable<number>, from: number, to: number, pad: boolean): number[] {
  const result: number[] = [];
  let bits = 0;
  let held = 0;
  for (const value of values) {
    held = (held << from) | value;
    bits += from;
    while (bits >= to) {
      bits -= to;
      result.push((held >>> bits) & ((1 << to) - 1));
    }
    held &= (1 << bits) - 1;
  }
  if (pad && bits > 0) result.push((held << (to - bits)) & ((1 << to) - 1));
  else if (!pad && held !== 0) throw new Error('bits left over');
  return result;
}

/** The standard text of an age X25519 identity. */
export function encodeIdentity(secret: Uint8Array): string {
  const words = regroup(secret, 8, 5, true);
  const sum = polymod([...expand(identityPrefix), ...words, 0, 0, 0, 0, 0, 0]) ^ 1;
  const check = [25, 20, 15, 10, 5, 0].map((shift) => (sum >>> shift) & 31);
  return `${identityPrefix}1${[...words, ...check].map((word) => alphabet[word]).join('')}`.toUpperCase();
}

/** The 32 bytes of an age X25519 identity; throws on any other text. */
export function decodeIdentity(text: string): Buffer {
  const lower = text.trim().toLowerCase();
  if (!lower.startsWith(`${identityPrefix}1`)) throw new Error('not an age identity');
  const words = [...lower.slice(identityPrefix.length + 1)].map((letter) => alphabet.indexOf(letter));
  if (words.includes(-1) || polymod([...expand(identityPrefix), ...words]) !== 1) throw new Error('wrong checksum');
  const bytes = Buffer.from(regroup(words.slice(0, -6), 5, 8, false));
  if (bytes.length !== 32) throw new Error('wrong length');
  return bytes;
}
