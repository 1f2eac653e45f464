import { isAlbanianNumber } from './albania.ts';
import { isBulgarianNumber } from './bulgaria.ts';
import { isMasterCitizenNumber } from './jmbg.ts';
import { isKosovoNumber } from './kosovo.ts';
import { isRomanianNumber } from './romania.ts';

/** Numbers with a birthday or a letter within: hardly anything else looks like them, whoever the person is. */
const telling = [isAlbanianNumber, isMasterCitizenNumber, isBulgarianNumber, isRomanianNumber];

/** One of eleven numbers of ten digits would pass for one of these: they are looked for at home only. */
const atHome: Readonly<Record<string, (text: string) => boolean>> = { XKX: isKosovoNumber };

/** Runs of letters and digits, also where spaces, dots or hyphens part a number into groups. */
function candidatesIn(text: string): readonly string[] {
  const words = text.match(/[0-9A-Za-z]+/g) ?? [];
  const grouped = text.match(/\d(?:[ .\-\u00a0]?\d)+/g) ?? [];
  return [...words, ...grouped.map((group) => group.replace(/\D/g, ''))];
}

/** Whether a text holds the personal number of somebody, of the own country or of one around it. */
export function holdsPersonalNumber(text: string, ownCountry: string): boolean {
  const checks = [...telling, ...(atHome[ownCountry] ? [atHome[ownCountry]] : [])];
  return candidatesIn(text).some((candidate) => checks.some((check) => check(candidate)));
}
