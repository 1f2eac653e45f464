/** `npm test`: the same set-up as `npm start`, then every check and every test; the last line counts them. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, root, runNode, tool } from './project.mjs';
import { say, setUp } from './setup.mjs';

const reports = join(root, 'out', 'test');
const cruiser = tool('dependency-cruiser', 'bin/dependency-cruiser.mjs');
const tsc = tool('typescript', 'bin/tsc');

const checks = {
  build: () => build(),
  types: async () =>
    (await runNode([tsc, '-b', 'src/shared', 'src', 'electron', 'preview'])) || runNode([tsc, '-p', 'tests']),
  lint: () =>
    runNode([tool('@biomejs/biome', 'bin/biome'), 'ci', '--diagnostic-level=warn', '--max-diagnostics=100', '.']),
  'dependency rules': () =>
    runNode([
      '--import',
      './scripts/typescript-6.mjs',
      cruiser,
      '--config',
      '.dependency-cruiser.cjs',
      'src',
      'electron',
      'preview',
    ]),
  'dead code': () => runNode([tool('knip', 'bin/knip.js')]),
  'generated files': () => runNode(['electron/database/generate.ts', '--check']),
};
/** Suites, and the projects of vitest that each of their runs takes. */
const suites = {
  unit: [['unit']],
  integration: [['integration', 'integration-isolated']],
  // What measures time runs when the others are over.
  e2e: [['e2e'], ['e2e-timed']],
};

/** Runs some projects and returns their counts; a run that broke before its tests counts as one failure. */
async function runProjects(projects, more) {
  const report = join(reports, `${projects[0]}.json`);
  rmSync(report, { force: true });
  const vitest = tool('vitest', 'vitest.mjs');
  const chosen = projects.flatMap((name) => ['--project', name]);
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runNode([vitest, 'run', ...chosen, '--passWithNoTests', ...output, ...more]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** Makes the runs of a suite one after the other and adds them up. */
async function runSuite(runs, more) {
  const counts = { passed: 0, failed: 0 };
  for (const projects of runs) {
    const { passed, failed } = await runProjects(projects, more);
    counts.passed += passed;
    counts.failed += failed;
  }
  return counts;
}

/** Options: `--only=NAME,…` names steps; everything after `--` goes to vitest. */
function readOptions(words) {
  const only = words
    .find((word) => word.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',');
  return { wants: (name) => !only || only.includes(name), more: words.filter((word) => !word.startsWith('--only=')) };
}

async function test() {
  await setUp({ forTests: true });
  mkdirSync(reports, { recursive: true });
  const { wants, more } = readOptions(process.argv.slice(2));
  const outcomes = [];
  const record = async (name, act) => {
    if (!wants(name)) return;
    console.log(`\n=== ${name}`);
    const startedAt = performance.now();
    const counts = await act();
    outcomes.push({ name, ...counts, seconds: Math.round((performance.now() - startedAt) / 1000) });
  };
  for (const [name, check] of Object.entries(checks)) {
    await record(name, async () => ((await check()) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
  }
  for (const [name, runs] of Object.entries(suites)) await record(name, () => runSuite(runs, more));

  console.log('');
  for (const { name, passed, failed, seconds } of outcomes) {
    console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
  }
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

await test().then((code) => process.exit(code), say);
