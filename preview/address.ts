/** Chromium knows no `app:` scheme: each host of it is shown under one invented https host, which is a secure context. */
const suffix = '.app.invalid';

/** `app://kriter/x` becomes `https://kriter.app.invalid/x`; other addresses stay as they are. */
export function toChromium(address: string): string {
  const match = /^app:\/\/([^/]+)(.*)$/.exec(address);
  return match ? `https://${match[1]}${suffix}${match[2] || '/'}` : address;
}

/** The way back; addresses that are not ours stay as they are. */
export function fromChromium(address: string): string {
  const match = /^(blob:)?https:\/\/([^/]+?)\.app\.invalid(.*)$/.exec(address);
  return match ? `${match[1] ?? ''}app://${match[2]}${match[3]}` : address;
}
