import { expect, test } from 'vitest';
import { openSegment } from '#electron/services/names/segment-cipher.ts';
import { openRegister, type Program } from '../program/open-program.ts';
import { addAccount, databaseOf, eraseByTwo, signIn } from '../retention/people.ts';
import { register, searchNames } from './named-records.ts';

/** Given names in the sealed segments, opened with the vault key. */
function sealedNames(program: Program): string[] {
  const { register: opened } = program.services.sessions.current() ?? {};
  if (!opened?.keys.vault) throw new Error('no vault key');
  const { id: registerId, keys } = opened;
  return databaseOf(program)
    .prepare('SELECT * FROM name_segment')
    .all()
    .flatMap(({ entity, segment, change_number, content }) => {
      const place = {
        registerId,
        entity: String(entity),
        segment: Number(segment),
        changeNumber: Number(change_number),
      };
      return openSegment(keys.vault as Buffer, place, content as Buffer) ?? [];
    })
    .flatMap(({ given }) => given);
}

test('who is erased by two persons is found by name no more, and no sealed segment holds her name', async () => {
  const program = await openRegister(['administrator', 'supervisor', 'officer']);
  await addAccount(program, 'admin', ['administrator']);
  const { id } = await register(program, { first_name: 'Vlora', last_name: 'Gjorgjonaj' });
  await register(program, { first_name: 'Drita', last_name: 'Hoxha' });
  await signIn(program, 'first');
  expect((await searchNames(program, 'gjorgjonaj')).hits).toHaveLength(1);
  expect(sealedNames(program).sort()).toEqual(['drita', 'vlora']);
  await eraseByTwo(program, [id]);
  await signIn(program, 'first');
  expect(sealedNames(program)).not.toContain('vlora');
  expect((await searchNames(program, 'gjorgjonaj')).hits).toHaveLength(0);
  expect((await searchNames(program, 'hoxha')).hits).toHaveLength(1);
  expect(sealedNames(program)).toEqual(['drita']);
});
