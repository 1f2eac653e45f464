/** Types into a record without end, in a process of its own, and says what was typed, kept and saved. */
import { setTimeout as pause } from 'node:timers/promises';
import { startBuiltProgram } from './built-program.ts';
import { createRandom } from './random.ts';
import { killThisProcess, say, sayReady } from './say.ts';
import { type Answer, createLetters, keepAndSave, openForm, partsOf } from './typist.ts';

const [userData = '', register = '', passphrase = '', known = '', seed = '', end = '', count = '', delay = ''] =
  process.argv.slice(2);
const random = createRandom(Number(seed));
const program = startBuiltProgram(userData);

/** A refusal ends the work with its reason: a draft that is not kept must not pass for a kill. */
const call: typeof program.call = async (name, input) => {
  try {
    return await program.call(name, input);
  } catch (cause) {
    console.error(String(cause));
    process.exit(1);
  }
};

/** This process ends itself so many milliseconds after the nth answer of one kind; else its parent does. */
const seen: Record<string, number> = {};
function answered(word: Answer, letter: number): void {
  say(word, letter);
  const kind = word === 'kept' ? 'kept' : 'saved';
  seen[kind] = (seen[kind] ?? 0) + 1;
  if (kind === end && seen[kind] === Number(count)) setTimeout(killThisProcess, Number(delay));
}

await call('session.sign-in', { path: register, login: 'first', passphrase });
const id = known === '' ? (await call('record.create', { entity: 'victim' })).meta.id : known;
const store = await openForm(call, id);
let letter = 0;
const tell = (): void => say('typed', { letter, at: Date.now(), parts: partsOf(store) });
const { saver } = keepAndSave(call, store, () => letter, answered);
say('record', id);
tell();
sayReady();
const letters = createLetters(store, random);
let untilSaved = 4 + Math.floor(random() * 9);
for (;;) {
  letter += 1;
  letters.step();
  tell();
  untilSaved -= 1;
  if (untilSaved <= 0) {
    // Ctrl+S; the typing goes on meanwhile.
    void saver.save();
    untilSaved = 4 + Math.floor(random() * 9);
  }
  // Letters in a row, now and then two at once, and now and then a look at the paper.
  const pace = random();
  await pause(pace < 0.15 ? 0 : pace < 0.92 ? 30 + random() * 130 : 300 + random() * 600);
}
