/** `node preview/run.ts out/main/main.js [arguments]`: runs the built main process with `electron` replaced. */
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [main, ...rest] = process.argv.slice(2);
if (!main) throw new Error('The built main script is missing: node preview/run.ts out/main/main.js');

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
process.argv = [process.execPath, resolve(main), ...rest];
await import(pathToFileURL(resolve(main)).href);
