// Names that Windows keeps for devices, with any ending.
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
const forbidden = new Set([...'<>:"/\\|?*']);

/** True where a file of this name could not be made, or not be opened, on one of our systems. */
export const isUnusableFileName = (name: string): boolean =>
  name === '' || name.length > 200 || reserved.test(name) || /[. ]$/.test(name) || [...name].some(isForbidden);

/** The nearest name that every system accepts. */
export function usableFileName(name: string): string {
  const cleaned = [...name.normalize('NFC')].map((letter) => (isForbidden(letter) ? '-' : letter)).join('');
  const trimmed = cleaned.replace(/[. ]+$/, '').slice(0, 200);
  if (trimmed === '') return '_';
  return reserved.test(trimmed) ? `_${trimmed}` : trimmed;
}

const isForbidden = (letter: string): boolean => forbidden.has(letter) || letter.charCodeAt(0) < 32;
