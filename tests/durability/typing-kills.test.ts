/** kill -9 while somebody types: what was typed up to one second before is offered again, and no letter of a save is lost. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noteResult } from '../assurance/note-result.ts';
import { openRegister, type Program, passphrase } from '../program/open-program.ts';
import { isBuilt } from './built.ts';
import { type Killed, workAndKill } from './killed-work.ts';
import { createRandom } from './random.ts';
import { type Answer, identityPart, openForm, type Parts, partsOf } from './typist.ts';

const kills = Number(process.env.KRITER_TYPING_KILLS ?? 4);
const seed = Number(process.env.KRITER_SEED ?? 20_261_122);
const promisedWithinMs = 1_000;

/** At any moment, or soon after an answer: then what was answered must be there, however little time has passed. */
const ends = ['moment', 'kept', 'moment', 'saved'] as const;

interface Typed {
  readonly letter: number;
  readonly at: number;
  readonly parts: Parts;
}

const lettersOf = ({ said }: Killed, word: Answer): number[] =>
  said.filter(([each]) => each === word).map(([, letter]) => Number(letter));
const typedOf = ({ said }: Killed): Typed[] => said.filter(([word]) => word === 'typed').map(([, typed]) => typed);

/** The last letter of one part that must be there: it is a second old, or kept, or part of a save. */
function promisedLetter(killed: Killed, part: number): number {
  const old = typedOf(killed).filter(({ at }) => at <= killed.killedAt - promisedWithinMs);
  const saved = lettersOf(killed, part < identityPart ? 'saved-record' : 'saved-identity');
  return Math.max(0, ...lettersOf(killed, 'kept'), ...saved, ...old.map(({ letter }) => letter));
}

/** Signs in and compares what the form shows now with what it showed at each letter. */
async function expectOffered(program: Program, path: string, killed: Killed): Promise<string> {
  await program.call('session.sign-in', { path, login: 'first', passphrase });
  const id = String(killed.said.find(([word]) => word === 'record')?.[1]);
  const typed = typedOf(killed);
  const { drafts } = await program.call('draft.list', {});
  const store = await openForm(program.call, id);
  const shown = partsOf(store);
  for (const [at, part] of shown.entries()) {
    const last = typed.findLast(({ parts }) => parts[at] === part)?.letter ?? -1;
    expect({ part: at, last, isThere: last >= promisedLetter(killed, at) }).toMatchObject({ isThere: true });
  }
  // Nobody else was there: the program does not ask which of two versions is right.
  expect(store.get().offer?.conflict ?? null).toBeNull();
  // What no save has taken stands in the list of what was not saved.
  store.giveUpKept();
  if (partsOf(store).some((part, at) => part !== shown[at])) expect(drafts.map((draft) => draft.id)).toContain(id);
  return id;
}

async function expectSound(program: Program): Promise<void> {
  const { findings } = await program.runJob('register.check', { seal: null });
  expect(findings.filter(({ sound }) => !sound)).toEqual([]);
}

test.skipIf(!isBuilt)(
  `${kills} kills while typing: everything older than a second, and everything answered, is offered again`,
  { timeout: 7_200_000 },
  async () => {
    const program = await openRegister(['supervisor', 'officer']);
    await program.call('session.lock', {});
    const random = createRandom(seed);
    const counted = { letters: 0, kept: 0, saved: 0 };
    let known = '';
    for (let n = 0; n < kills; n += 1) {
      const end = ends[n % ends.length] ?? 'moment';
      const afterMs = end === 'moment' ? Math.floor(600 + random() * 3_000) : null;
      const answers = 1 + Math.floor(random() * (end === 'saved' ? 3 : 5));
      const delay = Math.floor(random() * (end === 'saved' ? 450 : 25));
      // Every third time the typing goes on where the kill before has ended it.
      const record = n % 3 === 2 ? known : '';
      const own = [record, String(seed + n), end, String(answers), String(delay)];
      const parameters = [join(program.folder, 'workstation'), program.register, passphrase, ...own];
      const killed = await workAndKill({ script: 'typing-child.ts', parameters, afterMs });
      try {
        expect(killed.wasKilled).toBe(true);
        known = await expectOffered(program, program.register, killed);
        if (n % 10 === 9 || n === kills - 1) await expectSound(program);
        expect(program.incidents).toEqual([]);
      } catch (cause) {
        throw new Error(`kill ${n} (${end} ${afterMs ?? `${answers}, ${delay}`} ms, seed ${seed})`, { cause });
      }
      counted.letters += typedOf(killed).length;
      counted.kept += lettersOf(killed, 'kept').length;
      counted.saved += lettersOf(killed, 'saved-record').length + lettersOf(killed, 'saved-identity').length;
      await program.call('session.lock', {});
    }
    noteResult('typing-kills', { seed, kills, ...counted });
  },
);
