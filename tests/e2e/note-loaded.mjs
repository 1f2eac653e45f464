// Runs before a program and in each of its threads: writes down every script that is loaded.
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:')) appendFileSync(process.env.KRITER_LOADED, `${url}\n`);
    return nextLoad(url, context);
  },
});
