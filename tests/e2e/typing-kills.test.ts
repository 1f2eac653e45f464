/** kill -9 of the program while somebody types at its keyboard: the window's own timer has kept all but the last second. */
import { afterEach, expect, test } from 'vitest';
import { noteResult } from '../assurance/note-result.ts';
import { createRandom } from '../durability/random.ts';
import { copiedRegister } from './copied-register.ts';
import { type Kriter, launchKriter } from './harness.ts';
import { login, passphrase } from './made-register.ts';
import { chooseLanguage } from './main-job-steps.ts';
import { type Screen, signIn } from './screen.ts';
import { showFailures } from './show-failures.ts';
import { labelOf } from './type-record.ts';

const kills = Number(process.env.KRITER_WINDOW_KILLS ?? 3);
const seed = Number(process.env.KRITER_SEED ?? 20_261_122);
const promisedWithinMs = 1_000;

let kriter: Kriter | undefined;
afterEach(async () => {
  await kriter?.kill();
});
// After that of the kills: hooks run from the last to the first.
showFailures(() => kriter?.page);

/** Two texts that are kept apart: one of the record, one that only the vault holds. */
const places = [
  { entity: 'victim', field: 'justice_case_ref', section: 'registration', most: 36 },
  { entity: 'victim_identity', field: 'contact_details', section: 'identity', most: 900 },
] as const;
type Place = (typeof places)[number];

const inputOf = (screen: Screen, { entity, field }: Place) =>
  screen.page.getByLabel(labelOf(screen, entity, field), { exact: true });

async function goToPlace(screen: Screen, place: Place): Promise<void> {
  const { page, t } = screen;
  const sections = page.getByRole('navigation', { name: t('records:page.sections') });
  await sections.getByRole('button', { name: t(`dictionary-victims:sections.${place.section}`) }).click();
  if (place.entity === 'victim_identity' && !(await inputOf(screen, place).isVisible())) {
    const enter = screen.button('records:identity.enter').or(screen.button('records:identity.open'));
    await enter.first().click();
  }
  await inputOf(screen, place).waitFor();
}

/** What stood in the field after each letter, and when. */
interface Letter {
  readonly text: string;
  readonly at: number;
}

/** Types until the program is gone; now and then saves with Ctrl+S and goes on. */
async function typeUntilKilled(screen: Screen, place: Place, random: () => number): Promise<Letter[]> {
  const { keyboard } = screen.page;
  const input = inputOf(screen, place);
  await input.focus();
  await keyboard.press('End');
  let text = await input.inputValue();
  const letters: Letter[] = [{ text, at: 0 }];
  try {
    for (;;) {
      if (text.length >= place.most) {
        await input.selectText();
        text = '';
      }
      const letter = 'abcdefghijklmnoprstuvz'[Math.floor(random() * 22)] ?? 'a';
      await keyboard.press(letter);
      text += letter;
      letters.push({ text, at: Date.now() });
      if (random() < 0.06) await keyboard.press('Control+s');
      await screen.page.waitForTimeout(30 + random() * 150);
    }
  } catch {
    return letters;
  }
}

test(`${kills} kills of the program while somebody types cost at most the last second`, {
  timeout: 120_000 + kills * 60_000,
}, async () => {
  const random = createRandom(seed);
  kriter = await launchKriter();
  let { screen } = await copiedRegister(kriter);
  await screen.page.keyboard.press('Control+n');
  await screen.button('records:page.complete').waitFor();
  const id = screen.page.url().split('/record/')[1] ?? '';
  let typed = 0;
  for (let n = 0; n < kills; n += 1) {
    const place = places[n % places.length] ?? places[0];
    await goToPlace(screen, place);
    const afterMs = 1_500 + random() * 3_000;
    const typing = typeUntilKilled(screen, place, random);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    const killedAt = Date.now();
    await kriter.kill();
    const letters = await typing;
    typed += letters.length;

    kriter = await launchKriter({ userData: kriter.userData });
    screen = await chooseLanguage(kriter, 'sq');
    await signIn(screen, login, passphrase);
    // It waits on the first page after the sign-in.
    await screen.press('records:list.noCode');
    await screen.button('records:page.complete').waitFor();
    expect(screen.page.url()).toContain(id);
    await goToPlace(screen, place);
    const shown = await inputOf(screen, place).inputValue();
    const promised = letters.findLastIndex(({ at }) => at <= killedAt - promisedWithinMs);
    const there = letters.findLastIndex(({ text }) => text === shown);
    expect({ n, field: place.field, afterMs, seed, isThere: there >= promised, promised, there }).toMatchObject({
      isThere: true,
    });
  }
  noteResult('window', { seed, kills, letters: typed });
  await kriter.close();
});
