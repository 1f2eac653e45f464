import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const alias = [
  { find: /^#shared\//, replacement: `${join(root, 'src/shared')}/` },
  { find: /^#electron\//, replacement: `${join(root, 'electron')}/` },
];

/** The dictionaries of both kinds, which the program itself loads with a register. */
const setupFiles = [join(root, 'tests/load-dictionaries.ts')];

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
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          setupFiles,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/conformance/**'],
          testTimeout: 180_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          setupFiles,
          include: ['tests/e2e/**/*.test.ts', 'tests/conformance/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
