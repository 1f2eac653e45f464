import type { ConsoleHost } from '../console/run-console.ts';
import type { DataWorkerClient } from './data-worker-client.ts';
import type { PortHost } from './protocol.ts';

/** The console names its files on the command line; whoever asks for a dialog gets the answer "nothing chosen". */
export const noDialogs: Omit<PortHost, 'print'> = {
  chooseFolder: () => Promise.resolve(null),
  chooseFile: () => Promise.resolve(null),
  chooseSave: () => Promise.resolve(null),
  openWindow: () => Promise.resolve(false),
};

/** Arguments, environment and standard streams of this process, and a data worker when it is first needed. */
export const createConsoleHost = (argv: readonly string[], startData: () => DataWorkerClient): ConsoleHost => ({
  argv,
  environment: process.env,
  readStandardInput,
  writeOut: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  startData,
});

async function readStandardInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
