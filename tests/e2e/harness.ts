/** Starts the built program for end-to-end tests: in the preview host, or in a real Electron runtime. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { launchElectron } from './harness-electron.ts';
import { launchPreview } from './harness-preview.ts';
import type { RunningProgram } from './running-program.ts';
import { hasElectronRuntime } from './runtime.ts';

export interface LaunchOptions {
  /** Folder of workstation state; a fresh one if left out. */
  readonly userData?: string;
  /** Kind of the training register to open; `true` for that of victims. */
  readonly demo?: boolean | RegisterKind;
  /** Answers of the system's dialogs, in the order they will be asked; more can be queued by `answerDialogs`. */
  readonly dialogs?: readonly (string | null)[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Kriter extends RunningProgram {
  readonly userData: string;
  answerDialogs(...paths: readonly (string | null)[]): Promise<void>;
  /** Closes the program and fails if it ever tried to break its policy or to reach anything outside. */
  close(): Promise<void>;
}

/** Starts the program and resolves when its window shows the first page. */
export async function launchKriter(options: LaunchOptions = {}): Promise<Kriter> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'kriter-e2e-'));
  const settings = {
    arguments: options.demo ? [options.demo === true ? '--demo' : `--demo=${options.demo}`] : [],
    environment: { ...process.env, ...options.environment, KRITER_USER_DATA: userData } as Record<string, string>,
  };
  const program = hasElectronRuntime() ? await launchElectron(settings) : await launchPreview(settings);
  const answerDialogs = (...paths: readonly (string | null)[]) => program.evaluateMain(queueAnswers, paths);
  await answerDialogs(...(options.dialogs ?? []));
  return {
    ...program,
    userData,
    answerDialogs,
    async close() {
      await program.quit();
      const { foreignRequests, policyViolations } = program.refusals;
      if (foreignRequests.length + policyViolations.length === 0) return;
      throw new Error(`The program was refused: ${[...foreignRequests, ...policyViolations].join('; ')}`);
    },
  };
}

type Answer = { canceled: boolean; filePaths: string[]; filePath: string };
type Dialogs = {
  showOpenDialog: () => Promise<Answer>;
  showSaveDialog: () => Promise<Answer>;
  queued?: (string | null)[];
};

/** Runs in the main process: from now on dialogs answer from a queue, and an empty queue means "cancelled". */
function queueAnswers({ dialog }: { dialog: Dialogs }, paths: readonly (string | null)[]): void {
  const queued = [...(dialog.queued ?? []), ...paths];
  const next = (): Promise<Answer> => {
    const path = queued.shift() ?? null;
    return Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path], filePath: path ?? '' });
  };
  Object.assign(dialog, { queued, showOpenDialog: next, showSaveDialog: next });
}
