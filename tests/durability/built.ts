import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const builtDataWorker = join(import.meta.dirname, '../../out/main/data-worker.js');
export const isBuilt = existsSync(builtDataWorker);
