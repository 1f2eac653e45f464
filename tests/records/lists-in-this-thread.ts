/** The lists without their thread: the same code over a reading connection of its own. */
import { join } from 'node:path';
import { openDatabase } from '#electron/database/open-database.ts';
import { databaseFile } from '#electron/security/header.ts';
import { createListSource } from '#electron/services/lists/list-source.ts';
import type { OpenLists } from '#electron/services/lists/lists.ts';

export const listsInThisThread: OpenLists = ({ folder, kind, keys }) => {
  const reading = openDatabase({ file: join(folder, databaseFile), key: keys.data, mode: 'read' });
  return { ...createListSource(reading, kind), close: async () => reading.close() };
};
