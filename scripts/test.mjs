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
const suites = ['unit', 'integration', 'e2e'];

/** Runs one suite and returns its counts; a suite that broke before its tests counts as one failure. */
async function runSuite(name, more) {
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const vitest = tool('vitest', 'vitest.mjs');
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runNode([vitest, 'run', '--project', name, '--passWithNoTests', ...output, ...more]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
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
  for (const name of suites) await record(name, () => runSuite(name, more));

  console.log('');
  for (const { name, passed, failed, seconds } of outcomes) {
    console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
  }
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

await test().then((code) => process.exit(code), say);
