import { expect, test } from 'vitest';
import { dayNumber } from './partial-date.ts';
import { placeOn, scaleOf, timeScale } from './time-scale.ts';

const day = (text: string): number => dayNumber(text) as number;
const ticks = (first: string, last: string, most = 8) =>
  timeScale(day(first), day(last), most).ticks.map(({ date }) => date);

test('ticks are months, quarters or years, as many as there is room for', () => {
  expect(ticks('2025-01-15', '2025-05-20')).toEqual(['2025-02', '2025-03', '2025-04', '2025-05']);
  expect(ticks('2024-11-02', '2026-01-31')).toEqual(['2025-01', '2025-04', '2025-07', '2025-10', '2026-01']);
  expect(ticks('2019-06-01', '2026-02-01')).toEqual(['2020', '2021', '2022', '2023', '2024', '2025', '2026']);
  expect(ticks('1999-06-01', '2026-02-01', 4)).toEqual(['2000', '2010', '2020']);
});

test('a scale of one day has that day at its beginning', () => {
  const scale = timeScale(day('2025-03-04'), day('2025-03-04'), 8);
  expect(placeOn(scale, day('2025-03-04'))).toBe(0);
});

test('all lines share the scale, and a day outside it stands at its edge', () => {
  const at = (text: string) => ({ earliest: day(text), latest: day(text) });
  const line = (from: string, to: string) => ({
    row: { id: from, values: {} },
    stretches: [],
    events: [{ at: { entity: 'case', field: 'x' }, days: at(from), rows: 1 }],
    periods: [{ at: { entity: 'case', field: 'x' }, from: at(from), to: at(to), says: { field: 'x', value: null } }],
    next: undefined,
  });
  const scale = scaleOf([line('2024-01-01', '2024-06-01'), line('2024-03-01', '2025-01-01')], 8);
  expect(scale && [scale.first, scale.last]).toEqual([day('2024-01-01'), day('2025-01-01')]);
  expect(scale && placeOn(scale, day('2024-07-02'))).toBeCloseTo(0.5);
  expect(scale && placeOn(scale, day('2026-01-01'))).toBe(1);
  expect(scaleOf([], 8)).toBeUndefined();
});
