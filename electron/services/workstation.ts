/** What this workstation remembers between starts: its language and where its registers lie. No secret, no record. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Language, languages } from '#shared/languages.ts';
import { atomicReplace } from '../platform/atomic-replace.ts';

const stored = z.strictObject({
  language: z.enum(languages).nullable(),
  registers: z.array(z.string()),
});
type Stored = z.output<typeof stored>;

export interface Workstation {
  language(): Language;
  setLanguage(language: Language): void;
  registers(): readonly string[];
  /** Puts a register folder at the head of the list. */
  remember(folder: string): void;
  forget(folder: string): void;
}

/** Languages of the system that are not ours but read one of ours. */
const nearby: Readonly<Record<string, Language>> = { hr: 'bs', sr: 'bs', me: 'bs', cnr: 'bs', sh: 'bs', mo: 'ro' };

/** The language of the system where the program speaks it, else English. */
export function languageOf(systemLocale: string): Language {
  const tag = systemLocale.toLowerCase().split(/[-_.]/)[0] ?? '';
  return languages.find((language) => language === tag) ?? nearby[tag] ?? 'en';
}

/** Opens the memory of the workstation; a file that cannot be read is put aside, never fatal. */
export function createWorkstation(userData: string, systemLocale: string): Workstation {
  const file = join(userData, 'workstation.json');
  const read = (): Stored => {
    if (!existsSync(file)) return { language: null, registers: [] };
    try {
      return stored.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      // The list can be made again by opening each register; losing it loses no data.
      return { language: null, registers: [] };
    }
  };
  const change = (changed: Partial<Stored>): void => {
    mkdirSync(userData, { recursive: true });
    atomicReplace(file, Buffer.from(`${JSON.stringify({ ...read(), ...changed }, null, 2)}\n`));
  };
  return {
    language: () => read().language ?? languageOf(systemLocale),
    setLanguage: (language) => change({ language }),
    registers: () => read().registers,
    remember: (folder) =>
      change({ registers: [resolve(folder), ...read().registers.filter((known) => known !== resolve(folder))] }),
    forget: (folder) => change({ registers: read().registers.filter((known) => known !== resolve(folder)) }),
  };
}
