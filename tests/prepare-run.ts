/** Once before the tests of a run: what every program under test would otherwise read and make for itself. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

const root = join(import.meta.dirname, '..');

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the bundled threads. */
    readonly threads: string;
    /** Folder of registers that were made in this run, to be copied. */
    readonly madeRegisters: string;
  }
}

/** A thread of a few hundred TypeScript files takes 1.7 s of a processor to start, one in a bundle 0.3 s. */
async function bundleThreads(outDir: string): Promise<void> {
  const names = ['statistics-worker', 'names-worker'];
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      target: 'node24',
      minify: false,
      ssr: true,
      rollupOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(root, 'electron/workers', `${name}.ts`)])),
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
    // As in the program: these two would be read from the disk in a hundred small files.
    ssr: { noExternal: ['drizzle-orm', 'zod'] },
  });
}

export default async function prepareRun(project: TestProject): Promise<() => void> {
  const reports = join(root, 'out/test');
  mkdirSync(reports, { recursive: true });
  // Within the project, so that the packages are found from there.
  const threads = mkdtempSync(join(reports, 'threads-'));
  const madeRegisters = mkdtempSync(join(tmpdir(), 'kriter-made-'));
  const clear = (): void => {
    for (const folder of [threads, madeRegisters]) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await bundleThreads(threads);
  } catch (cause) {
    clear();
    throw cause;
  }
  project.provide('threads', threads);
  project.provide('madeRegisters', madeRegisters);
  return clear;
}
