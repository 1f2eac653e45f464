import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const builtMain = join(import.meta.dirname, '../../out/main/main.js');
const distribution = join(import.meta.dirname, '../../node_modules/electron/dist');

/** True where the suite runs on real Electron: asked for by KRITER_RUNTIME, or simply installed. */
export function hasElectronRuntime(): boolean {
  if (process.env.KRITER_RUNTIME === 'preview') return false;
  if (process.env.KRITER_RUNTIME === 'electron') return true;
  return existsSync(distribution);
}
