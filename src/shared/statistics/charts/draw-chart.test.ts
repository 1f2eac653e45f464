import { expect, test } from 'vitest';
import { type ChartKind, chartKinds, type StatisticTable } from '../../contract/statistics.ts';
import type { ChartFrame, ChartWords } from './chart-frame.ts';
import { drawChart } from './draw-chart.ts';
import { type Shape, svgText } from './scene.ts';
import { textWidth } from './text-width.ts';

type Value = number | 'hidden' | 'none';

const words: ChartWords = {
  title: 'Слика <1> & други',
  label: (label) => ('text' in label ? label.text : 'code' in label ? label.code : ''),
  figure: (value) => String(value),
  percent: (value) => `${value.toFixed(1)} %`,
  text: (key, params) => (key === 'ofPrevious' ? `${params?.figure} · ${params?.percent} од чекорот погоре` : key),
};

const longName = 'Принудна работа или услуги, вклучително и принудно питачење и просјачење';
const names = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => (at % 3 === 0 ? `${longName} ${at}` : `Форма ${at}`));

function tableOf(chart: ChartKind, cells: readonly (readonly Value[])[], rowNames?: readonly string[]): StatisticTable {
  const width = cells[0]?.length ?? 0;
  const line = (key: string, name: string, kind: 'value' | 'unknown' | 'total') => ({
    key,
    label: { text: name },
    kind,
  });
  const columns = Array.from({ length: width }, (_, at) =>
    at === width - 1
      ? line('total', 'Вкупно', 'total')
      : line(`c${at}`, `Полот или возраста ${at}`, at === width - 2 && width > 3 ? 'unknown' : 'value'),
  );
  const rows = (rowNames ?? names(cells.length)).map((name, at) => line(`r${at}`, name, 'value'));
  return {
    register: 'victims',
    id: 'T0',
    part: null,
    chart,
    drawn: 'total',
    rows,
    columns,
    cells: cells.map((row) =>
      row.map((value) => {
        if (value === 'none') return { count: null, empty: true as const };
        return { count: value === 'hidden' ? null : value };
      }),
    ),
    sumsExceedTotal: false,
  } as unknown as StatisticTable;
}

const frameOf = (width: number): ChartFrame => ({
  width,
  fontSize: 11,
  step: 20,
  strong: '#444',
  mark: '#111',
  id: 'c',
});

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const number = (value: string | number | undefined): number => Number(value ?? 0);

/** Where the words of a drawing stand; a line is taken for as high as its small letters. */
function boxes({ tag, attributes, children }: Shape, down = 0): Box[] {
  const moved = /translate\(0 ([\d.]+)\)/.exec(String(attributes.transform ?? ''));
  const y = down + number(moved?.[1]);
  const inside = children.flatMap((child) => (typeof child === 'string' ? [] : boxes(child, y)));
  if (tag !== 'text') return inside;
  const text = String(children[0]);
  const size = number(attributes['font-size']);
  const width = textWidth(text, size);
  const anchor = attributes['text-anchor'];
  const left = number(attributes.x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
  const bottom = y + number(attributes.y);
  return [{ text, left, right: left + width, top: bottom - size * 0.7, bottom }];
}

const tags = ({ tag, children }: Shape): string[] => [
  tag,
  ...children.flatMap((child) => (typeof child === 'string' ? [] : tags(child))),
];
const drawn = (table: StatisticTable, width = 657): Shape => {
  const drawing = drawChart({ table, words, frame: frameOf(width) });
  if (drawing === null) throw new Error('nothing was drawn');
  return drawing;
};

const shapesOfFigures: Readonly<Record<string, Value[][]>> = {
  usual: [
    [3, 4, 0, 1, 8],
    [12, 'hidden', 5, 2, 25],
    [0, 0, 0, 0, 0],
    ['hidden', 'hidden', 7, 'none', 'hidden'],
  ],
  many: Array.from({ length: 22 }, (_, at) => [at, at * 3, 5, 1, at * 4 + 6]),
  two: [
    [1, 2, 3, 0, 1_234_567],
    [0, 2, 0, 0, 2],
  ],
};
/** All that a picture of them could show stands in the table at a glance. */
const nothingToShow: Readonly<Record<string, Value[][]>> = {
  zeros: [
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
  ],
  hidden: [
    ['hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
    ['hidden', 'hidden', 0, 'none', 'hidden'],
  ],
};

/** Beside a narrow table stand only these. */
const drawnNarrow: readonly ChartKind[] = ['bars', 'lines'];

for (const kind of chartKinds) {
  for (const [name, cells] of Object.entries(shapesOfFigures)) {
    test.each([...(drawnNarrow.includes(kind) ? [279] : []), 380, 657, 986])(
      `${kind} of ${name} figures, %i wide: no word leaves the picture or covers another`,
      (width) => {
        const rows = kind === 'lines' ? cells.map((_, at) => String(2000 + at)) : undefined;
        const drawing = drawn(tableOf(kind, cells, rows), width);
        const found = boxes(drawing);
        for (const box of found) {
          expect(box.left, box.text).toBeGreaterThanOrEqual(-0.5);
          expect(box.right, box.text).toBeLessThanOrEqual(width + 0.5);
          expect(box.top, box.text).toBeGreaterThanOrEqual(0);
          expect(box.bottom, box.text).toBeLessThanOrEqual(number(drawing.attributes.height));
        }
        const covered = found.flatMap((a, at) =>
          found
            .slice(at + 1)
            .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
            .map((b) => [a.text, b.text]),
        );
        expect(covered).toEqual([]);
        expect(svgText(drawing)).not.toMatch(/NaN|undefined|Infinity|style=/);
      },
    );
  }
}

test.each(chartKinds)('%s without a figure above zero are no picture', (kind) => {
  for (const cells of Object.values(nothingToShow))
    expect(drawChart({ table: tableOf(kind, cells), words, frame: frameOf(657) })).toBeNull();
});

test('one bar among zeros and hidden figures, one point of a line and one step of a funnel are no picture', () => {
  const alone: Value[][] = [[1, 2, 3, 0, 6]];
  expect(drawChart({ table: tableOf('bars', [[6], [0], ['hidden']]), words, frame: frameOf(657) })).toBeNull();
  for (const kind of ['bars', 'lines', 'funnel'] as const)
    expect(drawChart({ table: tableOf(kind, alone), words, frame: frameOf(657) })).toBeNull();
});

test('lines show the column that is to be drawn, and parts only of a whole that is', () => {
  const cells: Value[][] = [
    [3, 4, 7],
    [5, 4, 9],
  ];
  const whole = tableOf('lines', cells, ['2024', '2025']);
  expect(svgText(drawn(whole))).toContain('Полот или возраста 1');
  expect(svgText(drawn({ ...whole, drawn: 'c0' }))).not.toContain('Полот или возраста');
});

test('every kind of chart is a picture with title and description by their names', () => {
  for (const kind of chartKinds) {
    const { attributes, children } = drawn(tableOf(kind, shapesOfFigures.usual ?? []));
    expect(attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'c-title c-desc' });
    expect(children[0]).toMatchObject({ tag: 'title', attributes: { id: 'c-title' }, children: [words.title] });
    expect(children[1]).toMatchObject({ tag: 'desc', attributes: { id: 'c-desc' } });
  }
});

test('a hidden figure has a mark and never a bar, and zero has neither', () => {
  const found = tags(drawn(tableOf('bars', [['hidden'], [0], [3], [5]], ['Прва', 'Втора', 'Трета', 'Четврта'])));
  const afterPatterns = found.slice(found.lastIndexOf('pattern'));
  // One mark in the row and one in the legend.
  expect(afterPatterns.filter((tag) => tag === 'circle')).toHaveLength(2);
  expect(found.filter((tag) => tag === 'rect')).toHaveLength(
    tags(drawn(tableOf('bars', [[0], [3], [5]], ['Втора', 'Трета', 'Четврта']))).filter((tag) => tag === 'rect').length,
  );
});

test('what is hidden of a whole is drawn as one outline that does not say which parts it holds', () => {
  const text = svgText(drawn(tableOf('stacked', [[5, 'hidden', 'hidden', 4, 20]], ['Прва'])));
  // One around the parts, one in the legend.
  expect(text.match(/stroke-dasharray="3 2"/g)).toHaveLength(2);
  expect(text).toContain('>hiddenParts<');
});

test('a row that stands outside of what the table is about has no bar, and the picture names it', () => {
  const table = tableOf('bars', [[12], [900], [7]], ['Прва', 'Настрана', 'Трета']);
  const rows = table.rows.map((row, at) => (at === 1 ? { ...row, aside: true as const } : row));
  const say: ChartWords = { ...words, text: (key, params) => (key === 'notDrawn' ? `без: ${params?.list}` : key) };
  const text = svgText(drawChart({ table: { ...table, rows }, words: say, frame: frameOf(657) }) as Shape);
  expect(text).toContain('>без: Настрана<');
  expect(text).not.toContain('900');
});

test('a table without any figure has no picture, and neither has one of which nobody wants one', () => {
  const table = tableOf('bars', [[3], [4]]);
  expect(drawChart({ table: { ...table, chart: 'none' }, words, frame: frameOf(657) })).toBeNull();
  expect(drawChart({ table: tableOf('bars', [['none'], ['none']]), words, frame: frameOf(657) })).toBeNull();
});

test('the change from year to year stands over its point, with its sign', () => {
  const table = tableOf('lines', [[10], [15], [12]], ['2023', '2024', '2025']);
  const change = { key: 'changePercent', label: { text: 'Промена' }, kind: 'value', figure: 'changePercent' } as const;
  const cells = [null, 50, -20].map((count, at) => [
    ...(table.cells[at] ?? []),
    count === null ? { count, empty: true as const } : { count },
  ]);
  const text = svgText(drawn({ ...table, columns: [...table.columns, change], cells }));
  expect(text).toContain('>+50.0 %<');
  expect(text).toContain('>−20.0 %<');
});

test('columns whose sums exceed the whole are not stacked', () => {
  const cells = [
    [5, 6, 1, 7],
    [2, 1, 0, 3],
  ];
  const table = { ...tableOf('stacked', cells, ['Прва', 'Втора']), sumsExceedTotal: true };
  expect(svgText(drawn(table))).toContain('kinds.bars');
});

test('what stands in a label never becomes markup', () => {
  const text = svgText(drawn(tableOf('bars', [[1], [2]], ['<script>"&', 'Втора'])));
  expect(text).not.toContain('<script>');
  expect(text).toContain('&lt;script&gt;');
});

test('the same table gives the same drawing to the letter', () => {
  const table = tableOf('flow', shapesOfFigures.usual ?? []);
  expect(svgText(drawn(table))).toBe(svgText(drawn(structuredClone(table))));
});
