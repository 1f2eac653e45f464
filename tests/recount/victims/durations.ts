/** How long it took: T24 exploitation, T25 from the first contact to identification. */
import { known } from '../read-export.ts';
import { type CountedTable, count, figuresOf, percentOf, quantile } from './counting.ts';
import { type Counted, columnsOf, dayNumber, identifiedIn, type Material, said } from './victims.ts';

/** The middle of a month or a year where no day is stated. */
function middleOf(date: string): number {
  if (date.length === 10) return dayNumber(date);
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const first = date.length === 4 ? Date.UTC(year, 0, 1) : Date.UTC(year, month - 1, 1);
  const next = date.length === 4 ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1);
  return Math.floor((first + next) / 2 / 86_400_000);
}

interface Exploited {
  readonly counted: Counted;
  /** null where a beginning or an end is not known. */
  readonly months: number | null;
  readonly isImputed: boolean;
}

/** From the beginning of the first episode to the end of the last. */
function exploitationOf(counted: Counted): Exploited {
  const { exploitations } = counted.registration;
  const starts = exploitations.map((each) => known(each, 'exploitation_start'));
  const ends = exploitations.map((each) => known(each, 'exploitation_end'));
  if (exploitations.length === 0 || [...starts, ...ends].includes(null)) {
    return { counted, months: null, isImputed: false };
  }
  const days = (dates: readonly (string | null)[]) => dates.flatMap((date) => (date === null ? [] : [middleOf(date)]));
  const length = Math.max(...days(ends)) - Math.min(...days(starts));
  return {
    counted,
    months: Math.max(0, length) / (365.25 / 12),
    isImputed: [...starts, ...ends].some((date) => date !== null && date.length < 10),
  };
}

/** Whole months: somebody exploited for six and a half stands under 1 to 6. */
function classOf(months: number | null): string {
  if (months === null) return 'unknown';
  const whole = Math.floor(months);
  if (whole < 1) return 'under_1';
  if (whole <= 6) return 'from_1';
  if (whole <= 12) return 'from_7';
  return whole <= 24 ? 'from_13' : 'over_24';
}

export function recountT24(material: Material, period: string): CountedTable[] {
  const exploited = identifiedIn(material, period).map(exploitationOf);
  const measured = exploited.filter(({ months }) => months !== null);
  const months = measured.flatMap((each) => each.months ?? []);
  const imputed = measured.filter(({ isImputed }) => isImputed).length;
  return [
    {
      table: 'T24',
      part: 'classes',
      figures: count(
        exploited,
        (each) => [classOf(each.months)],
        ({ counted }) => columnsOf(counted),
      ),
    },
    {
      table: 'T24',
      part: 'measures',
      figures: figuresOf({
        total: {
          counted: measured.length,
          imputed,
          imputed_percent: percentOf(imputed, measured.length),
          quartile_1: quantile(months, 0.25),
          median: quantile(months, 0.5),
          quartile_3: quantile(months, 0.75),
        },
      }),
    },
  ];
}

/** T25: days from the first contact, by the type of the institution that identified. */
export function recountT25(material: Material, period: string): CountedTable[] {
  const waits = identifiedIn(material, period).map(({ registration }) => {
    const [contact, day] = [said(registration, 'first_contact_date'), said(registration, 'identification_date')];
    const institution = said(registration, 'identifying_institution');
    return {
      type: (institution === null ? null : material.institutionTypes.get(institution)) ?? 'unknown',
      days: contact === null || day === null ? null : dayNumber(day) - dayNumber(contact),
    };
  });
  const types = [...new Set(waits.map(({ type }) => type)), 'total'];
  const lines = types.map((type) => {
    const group = waits.filter((each) => type === 'total' || each.type === type);
    const days = group.flatMap((each) => each.days ?? []);
    return [
      type,
      {
        counted: group.length,
        measured: days.length,
        quartile_1: quantile(days, 0.25),
        median: quantile(days, 0.5),
        quartile_3: quantile(days, 0.75),
      },
    ] as const;
  });
  return [{ table: 'T25', part: '', figures: figuresOf(Object.fromEntries(lines)) }];
}
