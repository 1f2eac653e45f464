/**
 * `npm run bench`: speeds as ratios against a named reference, both taken in turns in one run.
 * Options after `--`: --records N (10,000), --rounds N (9, at least 7), --quick (growth up to 10,000), --seed N,
 * --names N (persons of the index of names, 100,000),
 * --sizes N,N (records of which columns are taken up, 10,000 and 100,000; 1,000,000 takes 2 GB of memory),
 * --cross-records N (records of the cross-tables, 1,000,000),
 * --only PART,PART (tables, records, lists, backups, names, first, growth, columns, form, cross).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import type { Comparison } from './compare.ts';
import { compareCross } from './cross/cross.ts';
import { compareForms, type FormComparison, frameMs } from './form.ts';
import type { measure as Measure, Measured, Part } from './measure.ts';

const root = join(import.meta.dirname, '..');
const out = join(root, 'out', 'bench');

const { values: given } = parseArgs({
  options: {
    records: { type: 'string', default: '10000' },
    names: { type: 'string', default: '100000' },
    'cross-records': { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '9' },
    sizes: { type: 'string', default: '10000,100000' },
    seed: { type: 'string', default: '20261122' },
    only: { type: 'string', default: 'tables,records,lists,backups,names,first,growth,columns,form,cross' },
    quick: { type: 'boolean', default: false },
  },
});
const whole = (name: 'records' | 'names' | 'cross-records' | 'rounds' | 'seed', least: number): number => {
  const value = Number(given[name]);
  if (!Number.isInteger(value) || value < least) throw new Error(`--${name} is a whole number from ${least}.`);
  return value;
};

/** The same bundler as for the program: its sources take texts and migrations in at build time. */
async function loadMeasure(): Promise<typeof Measure> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: join(root, 'bench', 'measure.ts'),
      target: 'node24',
      outDir: join(out, 'code'),
      minify: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'measure.js' } },
    },
  });
  const { measure } = await import(pathToFileURL(join(out, 'code', 'measure.js')).href);
  return measure;
}

const inMs = (ms: number): string => (ms >= 100 ? ms.toFixed(0) : ms >= 1 ? ms.toFixed(1) : ms.toFixed(3));

function tableOf(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ name, reference, ours, theirs, ratio }) => [
    name,
    inMs(ours.median),
    reference,
    inMs(theirs.median),
    ratio >= 10 ? ratio.toFixed(0) : ratio.toPrecision(2),
  ]);
  return markdown(['what', 'Kriter, ms', 'reference', 'its ms', 'ratio'], rows);
}

function growthTable(growth: Measured['growth']): string {
  const [first] = growth;
  if (!first) return '';
  const times = (value: number, base: number): string => (value / base).toFixed(1);
  const rows = growth.map(({ records, counts, tables }) => [
    String(records),
    times(records, first.records),
    inMs(counts.median),
    times(counts.median, first.counts.median),
    inMs(tables.median),
    times(tables.median, first.tables.median),
  ]);
  return markdown(['records', 'times', 'counts of a year, ms', 'times', 'tables with cells hidden, ms', 'times'], rows);
}

function columnTable(columns: Measured['columns']): string {
  const inMb = (bytes: number): string => (bytes / 1e6).toFixed(1);
  const rows = columns.map(({ records, loading, processor, storedBytes, heldBytes, grownBytes, counts }) => [
    String(records),
    inMs(loading.ours.median),
    inMs(loading.theirs.median),
    loading.ratio.toPrecision(3),
    inMs(processor.ours.median),
    inMs(processor.theirs.median),
    processor.ratio.toPrecision(3),
    inMb(storedBytes),
    inMb(heldBytes),
    inMb(grownBytes),
    inMs(counts.median),
  ]);
  const times = ['taken up, ms', 'bytes selected, ms', 'ratio'];
  const head = ['records', ...times, ...times.map((each) => `processor: ${each}`)];
  return markdown([...head, 'stored, MB', 'held, MB', 'process grew, MB', 'counts of a year, ms'], rows);
}

function formTable(forms: readonly FormComparison[]): string {
  const rows = forms.map(({ name, full, empty, difference, isWithinFrame }) => [
    name,
    inMs(full.p95),
    inMs(empty.p95),
    `${difference.toFixed(1)} ${isWithinFrame ? '≤' : '>'} ${frameMs}`,
    `${inMs(full.median)} / ${inMs(empty.median)}`,
    `${inMs(full.p95OfAll)} / ${inMs(empty.p95OfAll)}`,
  ]);
  const head = [
    'key to paint',
    'full record: p95, ms',
    'empty record: p95, ms',
    'difference',
    'medians',
    'p95 of all rounds',
  ];
  return markdown(head, rows);
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const options = {
  records: whole('records', 1_000),
  names: whole('names', 1_000),
  crossRecords: whole('cross-records', 1_000),
  rounds: whole('rounds', 7),
  seed: whole('seed', 0),
};
const known = [
  'tables',
  'records',
  'lists',
  'backups',
  'names',
  'first',
  'growth',
  'columns',
] as const satisfies readonly Part[];
const wanted = given.only.split(',');
const isKnown = (part: string): boolean => part === 'form' || part === 'cross' || known.some((each) => each === part);
if (!wanted.every(isKnown)) throw new Error(`--only takes ${known.join(', ')}, form, cross.`);
const parts = known.filter((part) => wanted.includes(part));
const sizes = given.quick ? [1_000, 3_000, 10_000] : [1_000, 3_000, 10_000, 30_000, 100_000];
const columnSizes = given.sizes.split(',').map(Number);
if (!columnSizes.every((size) => Number.isInteger(size) && size >= 1_000)) {
  throw new Error('--sizes are whole numbers from 1000.');
}
const say = (what: string): void => console.error(what);
const started = performance.now();
// The window runs as it is built, beside everything else.
const forms = wanted.includes('form') ? await compareForms(options, say) : [];
// DuckDB is read where it stands, not bundled.
const cross = wanted.includes('cross') ? await compareCross(options, say) : null;
const measure = parts.length > 0 ? await loadMeasure() : null;
const measured = await measure?.({ ...options, parts, sizes, columnSizes, built: join(root, 'out', 'main') }, say);
const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: process.platform,
  node: process.versions.node,
};
const seconds = Math.round((performance.now() - started) / 1000);
mkdirSync(out, { recursive: true });
writeFileSync(
  join(out, 'result.json'),
  `${JSON.stringify({ ...options, machine, seconds, ...measured, forms, cross }, null, 2)}\n`,
);
if (measured?.curve) writeFileSync(join(out, 'columns.svg'), measured.curve);
if (forms.length > 0) console.log(`${formTable(forms)}\n`);
if (cross) {
  const { records, columns, reference, comparisons, total } = cross;
  console.log(tableOf(comparisons));
  console.log(
    `\n${comparisons.length} tables over ${records} records of ${columns} columns, medians added up: Kriter ${inMs(total.ours)} ms, ${reference} ${inMs(total.theirs)} ms, ratio ${total.ratio.toPrecision(2)}.\n`,
  );
}
if (measured) tell(measured);

function tell({ comparisons, growth, columns, names, registerBytes }: Measured): void {
  const inMb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
  console.log(tableOf(comparisons));
  console.log(`\n${growthTable(growth)}`);
  if (columns.length > 0) console.log(`\n${columnTable(columns)}`);
  if (names) {
    const { persons, words, indexBytes, sealedBytes } = names;
    console.log(
      `\nIndex of ${persons} names (${words} different words): ${inMb(indexBytes)} in memory, ${inMb(sealedBytes)} sealed.`,
    );
  }
  console.log(
    `\nMedians of ${options.rounds} alternated rounds over ${options.records} records (${inMb(registerBytes)}); details in out/bench/result.json.`,
  );
}
