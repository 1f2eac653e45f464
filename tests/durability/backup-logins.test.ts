/** A backup opens by every login that an account may have. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRegister, passphrase } from '../program/open-program.ts';

test('a backup opens by logins with blanks, Cyrillic and accented letters, in whatever case they are typed', async () => {
  const program = await openRegister();
  const logins = ['Љубица Ѓорѓиева', 'Blerta Çela', 'ștefan.popa', 'plain_2-x'];
  for (const login of logins) {
    await program.call('account.add', { login, displayName: login, roles: ['officer'], passphrase });
  }
  const folder = join(program.folder, 'stick');
  mkdirSync(folder);
  const { file } = await program.runJob('backup.create', { folder });
  for (const login of [...logins, 'BLERTA ÇELA', 'first']) {
    const verified = await program.runJob('backup.verify', { file, key: { login, passphrase } });
    expect(verified.file, login).toBe(file);
  }
  await expect(
    program.runJob('backup.verify', { file, key: { login: 'Blerta Cela', passphrase } }),
  ).rejects.toMatchObject({ code: 'BACKUP_WRONG_KEY' });
});
