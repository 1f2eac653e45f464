/** `npm start [-- --demo]`: sets up, builds what changed, and opens Kriter in Electron or in the preview. */
import { join } from 'node:path';
import { buildIfChanged, electronProgram, hasDisplay, root, run, runNode } from './project.mjs';
import { say, setUp } from './setup.mjs';

async function start() {
  await setUp();
  if ((await buildIfChanged()) !== 0) throw new Error('The build failed; its reason stands above.');
  const main = join(root, 'out', 'main', 'main.js');
  const parameters = process.argv.slice(2);
  const electron = electronProgram();
  if (electron) {
    const noSandbox = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
    return run(electron, [...noSandbox, main, ...parameters]);
  }
  console.log('Electron is not installed (`npm run electron:install` fetches it): Kriter opens in the preview.');
  if (!hasDisplay()) {
    console.log(
      'There is no display, so no window is shown: `npm run tour` leaves pictures of every screen in out/tour/.',
    );
  }
  return runNode([join(root, 'preview', 'run.ts'), main, ...parameters]);
}

await start().then((code) => process.exit(code), say);
