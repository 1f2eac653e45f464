import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const alias = [
  { find: /^#shared\//, replacement: `${join(root, 'src/shared')}/` },
  { find: /^#electron\//, replacement: `${join(root, 'electron')}/` },
];

/** The dictionaries of both kinds, which the program itself loads with a register. */
const setupFiles = [join(root, 'tests/load-dictionaries.ts')];
const wholeProgram = {
  setupFiles,
  globalSetup: [join(root, 'tests/prepare-run.ts')],
  // Some hundred processes of the program are started in a run: the first one compiles for the others.
  env: { NODE_COMPILE_CACHE: join(root, 'out/test/compiled') },
};

/** Tests that put something else in the place of a module of the program. */
const replaced = ['tests/statistics/{kept-tables,prepared}.test.ts'];
/** Tests that drive the program from outside, each with a profile and a port of its own. */
const driven = ['tests/e2e/**/*.test.ts', 'tests/conformance/**/*.test.ts'];
/** Those of them that count keys or measure time: nothing else runs beside them. */
const timed = ['tests/e2e/{keystrokes,two-windows,typing-kills}.test.ts', 'tests/conformance/**/*.test.ts'];

export default defineConfig({
  test: {
    // Two cores: the threads of the program under test need room as well.
    maxWorkers: 2,
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          setupFiles,
          include: ['src/**/*.test.{ts,tsx}', 'electron/**/*.test.ts', 'preview/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          ...wholeProgram,
          name: 'integration',
          include: ['tests/**/*.test.ts'],
          exclude: [...driven, ...replaced],
          // The modules are read once for all files of a worker; every test opens a program of its own.
          isolate: false,
          testTimeout: 180_000,
        },
      },
      {
        resolve: { alias },
        test: { ...wholeProgram, name: 'integration-isolated', include: replaced, testTimeout: 180_000 },
      },
      {
        resolve: { alias },
        test: {
          ...wholeProgram,
          name: 'e2e',
          include: driven,
          exclude: timed,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          ...wholeProgram,
          name: 'e2e-timed',
          include: timed,
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
