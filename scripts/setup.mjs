/** Makes a fresh clone ready: packages, and a Chromium for the preview where Electron is not installed. Plain Node 20. */
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronProgram, root, run } from './project.mjs';

const chromiums = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const findChromium = () => [process.env.KRITER_CHROMIUM, ...chromiums].find((path) => path && existsSync(path));

// The tests open our backups and read our prints with programs that are not ours.
const testTools = { age: 'age', pdftotext: 'poppler-utils' };

/** Installs what is missing and nothing else; throws with one sentence where the machine has to be helped. */
export async function setUp({ forTests = false } = {}) {
  if (Number(process.versions.node.split('.')[0]) < 20) throw new Error('Kriter needs Node 20 or newer.');
  await installPackages();
  if (!electronProgram() && !findChromium()) {
    await installThroughApt(['chromium', 'xvfb'], 'Chromium or Google Chrome');
    if (!findChromium()) throw new Error('Chromium could not be installed through apt; install it by hand.');
  }
  const missing = forTests ? Object.keys(testTools).filter((program) => !isOnPath(program)) : [];
  if (missing.length > 0)
    await installThroughApt(
      missing.map((program) => testTools[program]),
      missing.join(', '),
    );
}

const isOnPath = (program) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => ['', '.exe'].some((ending) => existsSync(join(folder, program + ending))));

async function installPackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error('Installing the packages of the lock file …');
  const npm = process.env.npm_execpath;
  const code = npm
    ? await run(process.execPath, [npm, 'ci', '--loglevel=error'], { stdio: toStandardError })
    : await run('npm', ['ci', '--loglevel=error'], { stdio: toStandardError, shell: process.platform === 'win32' });
  if (code !== 0) throw new Error('`npm ci` failed; its reason stands above.');
  const { utimesSync } = await import('node:fs');
  const now = Date.now() / 1000;
  // npm gives this file the time of the packages it unpacked, which may be older than a fresh clone.
  utimesSync(installed, now, now);
}

// Standard output belongs to the command that asked for the set-up.
const toStandardError = ['ignore', 2, 2];

/** On Debian as root the packages are installed; elsewhere one sentence says what is to be installed. */
async function installThroughApt(packages, names) {
  const isDebianAsRoot = process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get');
  if (!isDebianAsRoot) {
    throw new Error(`Install ${names} (on Debian: apt-get install ${packages.join(' ')}), then start again.`);
  }
  console.error(`Installing ${packages.join(' and ')} …`);
  const options = { stdio: toStandardError, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-q'], options);
  const code = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options);
  if (code !== 0) throw new Error(`apt-get could not install ${packages.join(', ')}; its reason stands above.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setUp().catch(say);

/** Ends a script with one sentence instead of a trace. */
export function say(cause) {
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exit(1);
}
