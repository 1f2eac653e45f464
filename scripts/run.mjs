/** `node scripts/run.mjs NAME [arguments]`: runs one entry of the project on its own Node 24, built first where needed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, buildIfChanged, electronProgram, root, run, runNode } from './project.mjs';
import { say, setUp } from './setup.mjs';

const entries = {
  tour: { script: 'tests/tour/tour.ts', needsBuild: true },
  assurance: { script: 'tests/assurance/run.ts', needsBuild: true },
  bench: { script: 'bench/run.ts', needsBuild: true },
  generate: { script: 'electron/database/generate.ts', needsBuild: false },
};

async function start([name, ...parameters]) {
  await setUp();
  if (name === 'build') return build();
  const entry = entries[name];
  if (name !== 'console' && !entry) throw new Error(`There is no entry "${name}".`);
  if ((name === 'console' || entry.needsBuild) && (await buildIfChanged({ quiet: true })) !== 0) {
    throw new Error('The build failed; its reason stands above.');
  }
  if (name === 'console') return openConsole(parameters);
  const script = join(root, entry.script);
  if (!existsSync(script)) throw new Error(`${entry.script} does not exist.`);
  return runNode([script, ...parameters]);
}

function openConsole(parameters) {
  const main = join(root, 'out', 'main', 'main.js');
  const electron = electronProgram();
  // Paths on the command line are meant from where the command was given.
  const options = { cwd: process.env.INIT_CWD ?? process.cwd() };
  if (!electron) return runNode([join(root, 'preview', 'run.ts'), main, '--console', ...parameters], options);
  const noSandbox = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
  return run(electron, [...noSandbox, main, '--console', ...parameters], options);
}

await start(process.argv.slice(2)).then((code) => process.exit(code), say);
