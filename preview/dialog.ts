import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type Electron from 'electron';
import { askForPath } from './dialog-page.ts';

// Electron's dialogs take a window first or not at all.
type Parameters<Options> = [BrowserWindowLike, Options] | [Options];
type BrowserWindowLike = object;
const optionsOf = <Options>(parameters: Parameters<Options>): Options =>
  (parameters.length === 2 ? parameters[1] : parameters[0]) as Options;

async function showOpenDialog(...parameters: unknown[]): Promise<Electron.OpenDialogReturnValue> {
  const options = optionsOf(parameters as Parameters<Electron.OpenDialogOptions>);
  const wantsFolder = options.properties?.includes('openDirectory') ?? false;
  const path = await askForPath({
    start: options.defaultPath ?? homedir(),
    wants: wantsFolder ? 'folder' : 'file',
    list,
  });
  return { canceled: path === null, filePaths: path === null ? [] : [path] };
}

async function showSaveDialog(...parameters: unknown[]): Promise<Electron.SaveDialogReturnValue> {
  const options = optionsOf(parameters as Parameters<Electron.SaveDialogOptions>);
  const start = join(homedir(), options.defaultPath ?? '');
  const path = await askForPath({ start, wants: 'new-file', list });
  return { canceled: path === null, filePath: path ?? '' };
}

/** What lies in a folder, folders first; a folder that cannot be read is shown as empty. */
function list(folder: string): { readonly parent: string; readonly folders: string[]; readonly files: string[] } {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'));
    const named = (isFolder: boolean) =>
      entries
        .filter((entry) => entry.isDirectory() === isFolder)
        .map((entry) => join(folder, entry.name))
        .sort();
    return { parent: dirname(folder), folders: named(true), files: named(false) };
  } catch {
    return { parent: dirname(folder), folders: [], files: [] };
  }
}

export const dialog = { showOpenDialog, showSaveDialog } satisfies Pick<
  Electron.Dialog,
  'showOpenDialog' | 'showSaveDialog'
>;
