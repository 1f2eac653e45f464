/** How loading grows with the register, as a picture drawn by the program's own charts. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { drawChart } from '#shared/statistics/charts/draw-chart.ts';
import { svgText } from '#shared/statistics/charts/scene.ts';
import type { ColumnGrowth } from './columns.ts';

const inEnglish = new Intl.NumberFormat('en');
const kinds: Readonly<Record<string, string>> = {
  'kinds.lines': 'Lines over the number of records.',
  tableSaysSame: 'The table says the same.',
};

/** Microseconds a record: where the lines are level, twice the records take twice the time. Null below two sizes. */
export function drawGrowth(growth: readonly ColumnGrowth[]): string | null {
  const line = (key: string, text: string, kind: 'value' | 'total' = 'value') => ({ key, label: { text }, kind });
  const aRecord = (ms: number, records: number) => ({ count: Math.round((ms * 10_000) / records) / 10 });
  const table = {
    chart: 'lines',
    drawn: 'total',
    rows: growth.map(({ records }) => line(String(records), inEnglish.format(records))),
    columns: [line('ours', 'columns taken up'), line('theirs', 'their bytes selected'), line('total', '', 'total')],
    cells: growth.map(({ records, processor: { ours, theirs } }) => [
      aRecord(ours.median, records),
      aRecord(theirs.median, records),
      { count: 0 },
    ]),
  } as unknown as StatisticTable;
  const drawing = drawChart({
    table,
    words: {
      title: 'Columns taken up from what is stored: microseconds of processor time a record',
      label: (label) => ('text' in label ? label.text : ''),
      figure: (value) => inEnglish.format(value),
      percent: (value) => `${value.toFixed(1)} %`,
      text: (key) => kinds[key] ?? key,
    },
    frame: { width: 640, fontSize: 12, step: 30, strong: '#0b6b75', mark: '#7a4a00', id: 'growth' },
  });
  if (drawing === null) return null;
  const { attributes, ...rest } = drawing;
  // On a page of its own it needs a ground and a margin.
  const viewBox = `-12 -8 ${Number(attributes.width) + 24} ${Number(attributes.height) + 16}`;
  const alone = { ...attributes, xmlns: 'http://www.w3.org/2000/svg', viewBox, style: 'background:#fff' };
  return svgText({ ...rest, attributes: alone });
}
