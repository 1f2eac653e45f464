import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { sharedContext } from './browser-window.ts';

export interface Listing {
  readonly parent: string;
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

export interface Question {
  readonly start: string;
  readonly wants: 'folder' | 'file' | 'new-file';
  readonly list: (folder: string) => Listing;
}

/** Lets the user type or pick a path in a window of its own; null where she closes it. Signs only, no words. */
export async function askForPath(question: Question): Promise<string | null> {
  const page = await (await sharedContext()).newPage();
  const closed = new Promise<null>((resolve) => page.once('close', () => resolve(null)));
  const chosen = new Promise<string | null>((resolve) => {
    void showPicker(page, question, resolve);
  });
  const path = await Promise.race([chosen, closed]);
  await page.close().catch(() => undefined);
  return path;
}

async function showPicker(page: Page, question: Question, choose: (path: string | null) => void): Promise<void> {
  await page.exposeFunction('listFolder', question.list);
  await page.exposeFunction('choosePath', choose);
  await page.setContent(pickerPage);
  const folder = question.wants === 'folder' ? question.start : dirname(question.start);
  await page.evaluate(pickerScript, { folder, path: question.start, wants: question.wants });
  await page.bringToFront();
}

const pickerPage = `<!doctype html><meta charset="utf-8"><title>… (preview)</title>
<style>
  body { font: 14px/20px 'Noto Sans', sans-serif; margin: 16px; color: #1d2327 }
  form { display: flex; gap: 8px } input { flex: 1; height: 32px; padding: 0 8px; font: inherit }
  button { min-width: 40px; height: 32px; font: inherit } li { list-style: none }
  ul { padding: 0 } ul button { width: 100%; text-align: left; border: 0; background: none; padding: 0 8px }
  ul button:hover, ul button:focus { background: #e6eef0 }
</style>
<form><input aria-label="/"><button aria-label="OK">✓</button><button type="button" id="no" aria-label="Esc">✕</button></form><ul></ul>`;

function pickerScript(start: { folder: string; path: string; wants: Question['wants'] }): void {
  const calls = globalThis as unknown as {
    listFolder(folder: string): Promise<Listing>;
    choosePath(path: string | null): Promise<void>;
  };
  const input = document.querySelector('input') as HTMLInputElement;
  const items = document.querySelector('ul') as HTMLUListElement;
  const nameOf = (path: string): string => path.split(/[\\/]/).pop() ?? path;
  const item = (text: string, act: () => void): HTMLLIElement => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: text, onclick: act });
    const line = document.createElement('li');
    line.append(button);
    return line;
  };
  const enter = async (folder: string): Promise<void> => {
    const { parent, folders, files } = await calls.listFolder(folder);
    const newName = start.wants === 'new-file' ? `/${nameOf(input.value)}` : '';
    if (start.wants !== 'file') input.value = folder + newName;
    items.replaceChildren(
      item('↑ ..', () => void enter(parent)),
      ...folders.map((path) => item(`▸ ${nameOf(path)}`, () => void enter(path))),
      ...(start.wants === 'folder' ? [] : files).map((path) => item(nameOf(path), () => (input.value = path))),
    );
  };
  input.value = start.path;
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    void calls.choosePath(input.value || null);
  });
  document.querySelector('#no')?.addEventListener('click', () => void calls.choosePath(null));
  void enter(start.folder).then(() => input.focus());
}
