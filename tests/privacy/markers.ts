/** Words that no file may hold: planted wherever a person can type, looked for in every byte the program left. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fold } from '#shared/locale/fold.ts';

const words = ['Zqkvmark', 'Çëqkmark', 'Жѓљќмарк'] as const;

/** One text in three alphabets; the number tells where it was planted. */
export const planted = (place: number): string => words.map((word) => `${word}${place}x`).join(' ');

/** A name or word of one alphabet only, for fields that are short. */
export const plantedWord = (place: number, alphabet: 0 | 1 | 2 = 0): string => `${words[alphabet]}${place}x`;

const spellings = (word: string): string[] => [
  word,
  word.toLowerCase(),
  word.toUpperCase(),
  word.normalize('NFD'),
  fold(word),
];

const needles: readonly Buffer[] = [...new Set(words.flatMap(spellings))].flatMap((word) => {
  const little = Buffer.from(word, 'utf16le');
  return [Buffer.from(word, 'utf8'), little, Buffer.from(little).swap16()];
});

// One pass over the bytes as Latin-1 finds every spelling in every encoding.
const anyNeedle = new RegExp(
  needles.map((needle) => needle.toString('latin1').replaceAll(/[^A-Za-z0-9]/g, hexEscape)).join('|'),
  'g',
);

function hexEscape(sign: string): string {
  return `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

export interface Hit {
  readonly file: string;
  /** What stands there, to tell which planting it was. */
  readonly text: string;
}

export function markersIn(bytes: Buffer): string[] {
  return [...bytes.toString('latin1').matchAll(anyNeedle)].map(({ 0: found, index }) => {
    const around = bytes.subarray(index, index + found.length + 8);
    return around.toString(around.includes(0) ? 'utf16le' : 'utf8');
  });
}

/** Looks into every file below a folder, its names included; `mayHold` lists files that a person asked for. */
export function scanFolder(folder: string, mayHold: (file: string, text: string) => boolean = () => false): Hit[] {
  const hits: Hit[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    const file = relative(folder, path).replaceAll('\\', '/');
    const texts = markersIn(Buffer.from(name, 'utf8'));
    // A file may go while we look; what is gone holds nothing.
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) texts.push(...markersIn(readFileSync(path)));
    for (const text of texts) if (!mayHold(file, text)) hits.push({ file, text });
  }
  return hits;
}
