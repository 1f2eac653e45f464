/**
 * Walks the main job without a display and leaves pictures of every screen and the prints in out/tour/.
 * npm run tour -- [--sizes 1024x768,1366x768] [--languages sq,mk] [--skip-first-start] [--skip-demo]
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { type Language, languages } from '#shared/languages.ts';
import { walkDemo } from './demo.ts';
import { walkFirstStart } from './first-start.ts';
import { type Size, sizeOf } from './pictures.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1366x768' },
    languages: { type: 'string', default: 'sq' },
    'skip-first-start': { type: 'boolean', default: false },
    'skip-demo': { type: 'boolean', default: false },
  },
});
const sizes: readonly Size[] = values.sizes.split(',').map(sizeOf);
const asked = values.languages === 'all' ? [...languages] : (values.languages.split(',') as Language[]);
const unknown = asked.filter((language) => !languages.includes(language));
if (unknown.length > 0) throw new Error(`No such language: ${unknown.join(', ')}. There are ${languages.join(', ')}.`);

const root = join(import.meta.dirname, '../../out/tour');
for (const language of asked) {
  const folder = join(root, language);
  // A part that is left out keeps its pictures of before.
  if (!values['skip-first-start'] && !values['skip-demo']) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (!values['skip-first-start']) await walkFirstStart(language, folder, sizes);
  if (!values['skip-demo']) await walkDemo(language, folder, sizes);
  console.log(`Pictures and prints: ${relative(process.cwd(), folder)}`);
}
