/** What an officer types for a date, whole or in part. */
import { intervalSign, isPartialDate } from '../records/partial-date.ts';

const numberOfDays = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (n: number) => String(n).padStart(2, '0');

function checked(year: number, month?: number, day?: number): string | null {
  if (year < 1850 || year > 2199) return null;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return null;
  if (day === undefined) return `${year}-${two(month)}`;
  if (day < 1 || day > numberOfDays(year, month)) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

function monthsAsNumbers(text: string, months: readonly (readonly string[])[]): string {
  return text.replace(/\p{L}+\.?/gu, (word) => {
    const bare = word.replace('.', '').toLowerCase();
    if (bare === 'г') return '';
    const found = months.flatMap((names) =>
      names.flatMap((name, index) => {
        const month = name.toLowerCase();
        return month === bare || (bare.length >= 3 && month.startsWith(bare)) ? [index + 1] : [];
      }),
    );
    return found.length === 0 || new Set(found).size > 1 ? word : ` ${found[0]} `;
  });
}

/**
 * Reads `2019`, `3.2019`, `14.3.2019`, `14. 3. 2019.`, `14/03/2019`, `14032019`, `032019`, `2019-03`, `2019-03-14` and
 * `14 mars 2019` as a partial date, and two of these with a dash between them (`2018-2020`, `3.2019 – 5.2019`) as an
 * interval; null where it is none, or a day that does not exist.
 */
export function parsePartialDate(text: string, months: readonly (readonly string[])[]): string | null {
  const single = parseSingle(text, months);
  if (single !== null) return single;
  // Two dates: a dash between years, or one with space around it.
  const ends = /^(\d{4})[–—/-](\d{4})$/.exec(text.trim())?.slice(1) ?? text.split(/\s+[–—-]\s+|\/(?=\d{4}-)/);
  const [from, to] = ends.map((end) => parseSingle(end, months));
  if (ends.length !== 2 || from == null || to == null) return null;
  const interval = `${from}${intervalSign}${to}`;
  return isPartialDate(interval) && from !== to ? interval : null;
}

function parseSingle(text: string, months: readonly (readonly string[])[]): string | null {
  const words = monthsAsNumbers(text.normalize('NFC').trim(), months);
  if (/\p{L}/u.test(words)) return null;
  const compact = /^(\d{2})(\d{2})(\d{4})$/.exec(words.trim());
  if (compact) return checked(Number(compact[3]), Number(compact[2]), Number(compact[1]));
  const compactMonth = /^(\d{2})(\d{4})$/.exec(words.trim());
  if (compactMonth) return checked(Number(compactMonth[2]), Number(compactMonth[1]));
  if (!/^[\d\s./–-]+$/.test(words)) return null;
  const parts = words.split(/[\s./–-]+/).filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 3) return null;
  const yearFirst = parts[0]?.length === 4;
  const [year, month, day] = yearFirst ? parts : parts.toReversed();
  if (year?.length !== 4 || (month?.length ?? 1) > 2 || (day?.length ?? 1) > 2) return null;
  const numberOf = (part: string | undefined) => (part === undefined ? undefined : Number(part));
  return checked(Number(year), numberOf(month), numberOf(day));
}
