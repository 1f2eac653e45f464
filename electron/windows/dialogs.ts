import { type BrowserWindow, dialog } from 'electron';

export interface WindowDialogs {
  chooseFolder(): Promise<string | null>;
  chooseFile(purpose: string): Promise<string | null>;
  chooseSave(purpose: string, suggestedName: string): Promise<string | null>;
}

const endings: Readonly<Record<string, readonly string[]>> = {
  backup: ['kriter'],
  import: ['csv', 'txt'],
  pdf: ['pdf'],
  xlsx: ['xlsx'],
  csv: ['csv'],
  json: ['json'],
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  attachment: ['pdf', 'jpg', 'jpeg', 'png'],
};

const filtersFor = (purpose: string) => {
  const extensions = endings[purpose];
  return extensions ? [{ name: extensions.map((ending) => `*.${ending}`).join(' '), extensions: [...extensions] }] : [];
};

/** The system's own dialogs over the window of the program. */
export function createDialogs(currentWindow: () => BrowserWindow): WindowDialogs {
  return {
    async chooseFolder() {
      const chosen = await dialog.showOpenDialog(currentWindow(), { properties: ['openDirectory', 'createDirectory'] });
      return chosen.filePaths[0] ?? null;
    },
    async chooseFile(purpose) {
      const chosen = await dialog.showOpenDialog(currentWindow(), {
        properties: ['openFile'],
        filters: filtersFor(purpose),
      });
      return chosen.filePaths[0] ?? null;
    },
    async chooseSave(purpose, suggestedName) {
      const chosen = await dialog.showSaveDialog(currentWindow(), {
        defaultPath: suggestedName,
        filters: filtersFor(purpose),
      });
      return chosen.canceled || !chosen.filePath ? null : chosen.filePath;
    },
  };
}
