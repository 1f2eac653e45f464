/** Replaces the keys of a register in a process of its own, so that the test can kill it. */
import { join } from 'node:path';
import { openDatabase } from '#electron/database/open-database.ts';
import { rekeyDatabase } from '#electron/database/rekey.ts';
import { databaseFile, readHeader } from '#electron/security/header.ts';
import { openSlot } from '#electron/security/register-keys.ts';
import { rotateKeys } from '#electron/security/rotate.ts';

const [folder = '', login = '', passphrase = ''] = process.argv.slice(2);
const header = readHeader(folder);
const slot = await openSlot(header, login, passphrase);
const database = openDatabase({ file: join(folder, databaseFile), key: slot.dataKey, mode: 'write' });
process.stdout.write('ready\n');
await rotateKeys(folder, header, slot, database, rekeyDatabase);
process.stdout.write('done\n');
