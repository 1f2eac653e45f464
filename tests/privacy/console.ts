/** The built program as processes of its own, with a temporary folder and a workstation folder that nobody else uses. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const main = join(root, 'out', 'main', 'main.js');
const command = [join(root, 'preview', 'run.ts'), main, '--console'];

export const isBuilt = existsSync(main);

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

export interface Console {
  /** Runs one command; the passphrase is its first line of input. */
  run(passphrase: string, parameters: readonly string[], more?: string): Promise<Ran>;
}

export function consoleIn(home: string): Console {
  const { KRITER_PASSPHRASE: _passphrase, ...environment } = process.env;
  const env = { ...environment, TMPDIR: join(home, 'tmp'), KRITER_USER_DATA: join(home, 'workstation') };
  return {
    run: (passphrase, parameters, more = '') =>
      new Promise((resolve) => {
        const child = execFile(
          process.execPath,
          [...command, ...parameters],
          { env, maxBuffer: 2 ** 26 },
          (cause, out, error) => resolve({ status: cause ? Number(cause.code ?? 1) : 0, out, error }),
        );
        child.stdin?.end(`${passphrase}\n${more}`);
      }),
  };
}
