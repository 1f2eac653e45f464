/**
 * The long counts: `npm run assurance -- [PART ...]`. Each part runs in a process of its own and leaves what it found
 * under docs/assurance/. Counts and seed come from the environment (KRITER_KILLS and so on), else from the plan.
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runRecount } from '../recount/assurance.ts';

interface Part {
  readonly promise: string;
  readonly test: string | null;
  /** Name of the count in the environment, and how many make the full run. */
  readonly count: string;
  readonly full: number;
}

const parts: Readonly<Record<string, Part>> = {
  kills: {
    promise:
      'kill -9 at random moments of imports, backups, restores, key changes and stored columns loses nothing acknowledged',
    test: 'tests/durability/kills.test.ts',
    count: 'KRITER_KILLS',
    full: 300,
  },
  typing: {
    promise: 'kill -9 while typing: what was typed up to one second before is offered again',
    test: 'tests/durability/typing-kills.test.ts',
    count: 'KRITER_TYPING_KILLS',
    full: 500,
  },
  window: {
    promise: 'the same in the real window, with its own timer and its own keyboard',
    test: 'tests/e2e/typing-kills.test.ts',
    count: 'KRITER_WINDOW_KILLS',
    full: 25,
  },
  saving: {
    promise: 'kill -9 while saving: no acknowledged save is lost and no record is half saved',
    test: 'tests/durability/saving-kills.test.ts',
    count: 'KRITER_SAVING_KILLS',
    full: 500,
  },
  'typing-during-import': {
    promise: 'no letter typed during an import of so many rows waits longer than a second for the disk',
    test: 'tests/durability/typing-during-import.test.ts',
    count: 'KRITER_IMPORT_ROWS',
    full: 100_000,
  },
  flips: {
    promise: 'a turned bit in register, header or backup is noticed or changes nothing that is read',
    test: 'tests/durability/flips.test.ts',
    count: 'KRITER_FLIPS',
    full: 1_000,
  },
  disclosure: {
    promise: 'no hidden cell of a published table can be worked out from the others',
    test: 'tests/statistics/disclosure.test.ts',
    count: 'KRITER_TABLES',
    full: 1_000,
  },
  frozen: {
    promise:
      'a frozen report reads the same after records were corrected: canonical JSON, HTML, words and pages of the PDF',
    test: 'tests/publications/frozen.test.ts',
    count: 'KRITER_FROZEN',
    full: 100,
  },
  differences: {
    promise:
      'tables that the guard lets through together single out no small group for a reader who tries every register',
    test: 'tests/publications/differencing.test.ts',
    count: 'KRITER_DIFFERENCES',
    full: 1_000,
  },
  attack: {
    promise: 'an attacker with integer bounds recovers no hidden cell, and each small one could be 0 or the threshold',
    test: 'tests/statistics/attack/attack.test.ts',
    count: 'KRITER_ATTACKS',
    full: 1_000,
  },
  rounding: {
    promise: 'rounded tables add up, and who knows base and rule cannot tell a small count',
    test: 'tests/statistics/attack/rounding.test.ts',
    count: 'KRITER_ATTACKS',
    full: 1_000,
  },
  recount: {
    promise: 'K9, T15 and T16 agree in every cell with a recount by other code from the export',
    test: null,
    count: 'KRITER_REGISTERS',
    full: 50,
  },
  'recount-victims': {
    promise:
      'K3, K9 to K12, T15 to T31 and T42 to T44 agree in every cell with a recount by other code from the export',
    test: 'tests/recount/victims/recount-victims.test.ts',
    count: 'KRITER_VICTIM_REGISTERS',
    full: 50,
  },
  'recount-justice': {
    promise: 'K3, K13, K14, T31 to T42 and T44 agree in every cell with a recount by other code from the export',
    test: 'tests/recount/justice/catalogue.test.ts',
    count: 'KRITER_JUSTICE_CASES',
    full: 10_000,
  },
};

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'docs', 'assurance');
const recountedRecords = 1_500;

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly found: readonly unknown[];
}

const readLines = (file: string): unknown[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];

async function runTests(test: string, environment: Record<string, string>): Promise<Outcome> {
  const work = mkdtempSync(join(tmpdir(), 'kriter-assurance-'));
  const [report, notes] = [join(work, 'report.json'), join(work, 'notes.jsonl')];
  try {
    const parameters = ['run', test, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules', 'vitest', 'vitest.mjs'), ...parameters, '--testTimeout=3600000'],
      {
        cwd: root,
        stdio: 'inherit',
        env: { ...process.env, ...environment, KRITER_ASSURANCE: notes },
      },
    );
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    if (!existsSync(report)) return { passed: 0, failed: 1, found: [] };
    const { numPassedTests: passed, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed, failed: code !== 0 && numFailedTests === 0 ? 1 : numFailedTests, found: readLines(notes) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** In a process of its own, so that what it prints can be kept. */
function recountApart(seed: number, registers: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const own = [import.meta.filename, 'recount-child', String(seed), String(registers)];
    execFile(process.execPath, own, { cwd: root, maxBuffer: 2 ** 28 }, (cause, out) => {
      const found = out
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { cells: number; filled: number; differences: string[] });
      const failed = found.filter(({ differences, filled }) => differences.length > 0 || filled === 0).length;
      const sum = (key: 'cells' | 'filled') => found.reduce((total, each) => total + each[key], 0);
      const told = { registers: found.length, records: recountedRecords, cells: sum('cells'), filled: sum('filled') };
      resolve({ passed: found.length - failed, failed: cause && failed === 0 ? 1 : failed, found: [told] });
    });
  });
}

async function runPart(name: string, { promise, test, count, full }: Part): Promise<boolean> {
  const seed = Number(process.env.KRITER_SEED ?? 20_261_122);
  const ran = Number(process.env[count] ?? full);
  console.log(`\n=== ${name}: ${ran} of ${full}, seed ${seed}`);
  const started = performance.now();
  const environment = { [count]: String(ran), KRITER_SEED: String(seed) };
  const outcome = test ? await runTests(test, environment) : await recountApart(seed, ran);
  const seconds = Math.round((performance.now() - started) / 1000);
  const machine = `${process.platform} ${process.arch}, ${cpus().length} cores, Node ${process.versions.node}`;
  const result = {
    promise,
    at: new Date().toISOString().slice(0, 10),
    count: ran,
    full,
    seed,
    seconds,
    machine,
    ...outcome,
  };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  return outcome.failed === 0;
}

function writeOverview(): void {
  const rows = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      const { promise, count, full, seed, seconds, failed, at } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const amount = count < full ? `${count} (a full run has ${full})` : `${count}`;
      return `| [${name.replace('.json', '')}](${name}) | ${promise} | ${amount} | ${failed === 0 ? 'held' : `**${failed} failed**`} | ${seed} | ${seconds} s | ${at} |`;
    });
  const counts = Object.values(parts)
    .map(({ count }) => count)
    .join(', ');
  const text = [
    '# Long counts',
    '',
    `\`npm run assurance\` runs them in full, \`npm run assurance -- kills\` one of them; ${counts} and KRITER_SEED choose other counts and another seed. This table is written by the run and tells how many were really run.`,
    '',
    '| Part | Promise | Run | Outcome | Seed | Time | Day |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    'What no part shows: a cut of power (a killed process leaves the cache of the system intact; `synchronous=FULL` is trusted to have flushed it), another system than the one named in each file, and real sticks.',
    '',
  ];
  writeFileSync(join(folder, 'README.md'), text.join('\n'));
}

async function main(words: readonly string[]): Promise<number> {
  if (words[0] === 'recount-child') {
    const [seed = 0, registers = 0] = words.slice(1).map(Number);
    const seeds = Array.from({ length: registers }, (_, n) => seed + n);
    return (await runRecount({ seeds, records: recountedRecords })) ? 0 : 1;
  }
  const stranger = words.find((word) => !parts[word]);
  if (stranger !== undefined) {
    console.error(`There is no part "${stranger}": ${Object.keys(parts).join(', ')}.`);
    return 2;
  }
  mkdirSync(folder, { recursive: true });
  let held = true;
  for (const [name, part] of Object.entries(parts)) {
    if (words.length > 0 && !words.includes(name)) continue;
    held = (await runPart(name, part)) && held;
    writeOverview();
  }
  return held ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
