import type { Formats } from '#shared/locale/formats.ts';

/** How dates may be typed, in the habit of the language; named in messages. */
export const datesOf = (formats: Formats) => ({
  year: formats.date('2019'),
  month: formats.date('2019-03'),
  day: formats.date('2019-03-14'),
});
