/** From a key to the paint that shows it, in the real window: a full record against one just begun, in turns. */
import { sectionTextKey } from '#shared/dictionary/text-keys.ts';
import { type Kriter, launchKriter } from '../tests/e2e/harness.ts';
import { madeRegister } from '../tests/e2e/made-register.ts';
import type { Screen } from '../tests/e2e/screen.ts';
import { fullContent } from './full-record.ts';

/** Milliseconds. */
export interface KeySpread {
  readonly median: number;
  /** 95th percentile of the keys, each with the median of its rounds: what the form does, not what else the machine did. */
  readonly p95: number;
  /** 95th percentile of every key of every round, with all that else ran on the machine. */
  readonly p95OfAll: number;
  readonly most: number;
  readonly keys: number;
}

export interface FormComparison {
  readonly name: string;
  readonly full: KeySpread;
  readonly empty: KeySpread;
  /** 95th percentile of the full record less that of the empty one. */
  readonly difference: number;
  readonly isWithinFrame: boolean;
}

/** One picture of a screen at 60 Hz. */
export const frameMs = 16;

type Act = (screen: Screen, round: number) => Promise<void>;

const focus = (screen: Screen, id: string): Promise<void> =>
  screen.page.evaluate((wanted) => document.getElementById(wanted)?.focus(), id);

/** Waits as uneven as fingers are, so that no key keeps step with the pictures. */
const pause = (screen: Screen, at: number): Promise<void> => screen.page.waitForTimeout(30 + ((at * 37) % 90));

async function typeSlowly(screen: Screen, text: string): Promise<void> {
  for (const [at, character] of [...text].entries()) {
    await screen.page.keyboard.press(character);
    await pause(screen, at);
  }
}

async function openSection(screen: Screen, id: string): Promise<void> {
  const { page, t } = screen;
  const name = t(sectionTextKey('victims', id));
  while (!(await page.locator('nav [aria-current="step"]').textContent())?.includes(name))
    await page.keyboard.press('Control+ArrowDown');
  await page.waitForTimeout(100);
}

/** What is typed without being counted. */
async function uncounted(screen: Screen, act: () => Promise<void>): Promise<void> {
  await screen.page.evaluate(() => Object.assign(window, { isCounting: false }));
  await act();
  await screen.page.waitForTimeout(150);
  await screen.page.evaluate(() => Object.assign(window, { isCounting: true }));
}

const clear = async ({ page }: Screen): Promise<void> => {
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
};

const numbered = ['sex', 'settlement_type', 'marital_status', 'education_level', 'economic_situation'];

const acts: Readonly<Record<string, Act>> = {
  'text in a field': async (screen, round) => {
    await uncounted(screen, async () => {
      await openSection(screen, 'registration');
      await focus(screen, 'field-victim..justice_case_ref');
      await clear(screen);
    });
    await typeSlowly(screen, `PP.II ${round} 117/2026 Prishtine`);
  },
  'codes by their number': async (screen, round) => {
    await uncounted(screen, () => openSection(screen, 'background'));
    for (let turn = 0; turn < 4; turn += 1) {
      for (const field of numbered) {
        await focus(screen, `field-victim..${field}`);
        await pause(screen, turn);
        await screen.page.keyboard.press(String(1 + ((round + turn) % 2)));
        await pause(screen, turn + 1);
      }
    }
  },
  'part of the name of a code, its list open': async (screen) => {
    await uncounted(screen, () => openSection(screen, 'background'));
    for (const name of ['shqip', 'kosov', 'maqed', 'rumani']) {
      await uncounted(screen, async () => {
        await focus(screen, 'field-victim..country_of_birth');
        await clear(screen);
      });
      await typeSlowly(screen, name);
      await uncounted(screen, () => screen.page.keyboard.press('Enter'));
    }
  },
  'figures in a row of a group': async (screen) => {
    const { page } = screen;
    await uncounted(screen, async () => {
      await openSection(screen, 'exploitation');
      const rows = page.locator('[data-group="exploitation"] [data-row] td:first-child > button[aria-expanded]');
      if ((await rows.count()) === 0) {
        await focus(screen, 'field-victim..exploitation_stage');
        await page.keyboard.press('1');
        await page.locator('[data-group="exploitation"] [data-add]').focus();
      } else await rows.last().focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.id.startsWith('field-exploitation.'));
      await page.locator('[id^="field-exploitation."][id$=".exploitation_start"]').focus();
    });
    for (const date of ['14.03.2019', '032020', '01.12.2021']) {
      await uncounted(screen, () => clear(screen));
      await typeSlowly(screen, date);
    }
  },
};

/** Heard in the window: each key that changed a field, from its own time stamp until after the picture is painted. */
function listen(): void {
  const heard = { paints: [] as number[], isCounting: true };
  let pressedAt = 0;
  window.addEventListener('keydown', (event) => (pressedAt = event.timeStamp), true);
  window.addEventListener(
    'input',
    () => {
      const from = pressedAt;
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => {
          if (heard.isCounting) heard.paints.push(performance.now() - from);
        };
        painted.port2.postMessage(null);
      });
    },
    true,
  );
  Object.defineProperty(window, 'isCounting', {
    set: (isCounting: boolean) => {
      heard.isCounting = isCounting;
    },
  });
  Object.assign(window, { takePaints: () => heard.paints.splice(0) });
}

const takePaints = ({ page }: Screen): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { takePaints: () => number[] }).takePaints());

const firstText = '[id="field-victim..justice_case_ref"]';

const goTo = (screen: Screen, address: string): Promise<void> =>
  screen.page.evaluate((hash) => {
    location.hash = hash;
  }, address);

/** From the list, so that the page of a record that was open already begins anew. */
async function openRecord(screen: Screen, id: string): Promise<void> {
  await goTo(screen, '#/records/victim');
  await screen.page.locator('[role="group"] h2').waitFor({ state: 'detached' });
  await goTo(screen, `#/record/${id}`);
  await screen.page.locator(firstText).waitFor();
  await screen.page.waitForTimeout(400);
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** `rounds`: the times of the same keys in the same order, round after round. */
function spreadOf(rounds: readonly (readonly number[])[]): KeySpread {
  const [first = []] = rounds;
  if (first.length === 0 || rounds.some((times) => times.length !== first.length))
    throw new Error(`a key was not heard in each round: ${rounds.map((times) => times.length).join(', ')}`);
  const all = rounds.flat();
  const byKey = first.map((_, at) =>
    quantile(
      rounds.map((times) => times[at] ?? Number.NaN),
      0.5,
    ),
  );
  return {
    median: rounded(quantile(all, 0.5)),
    p95: rounded(quantile(byKey, 0.95)),
    p95OfAll: rounded(quantile(all, 0.95)),
    most: rounded(quantile(all, 1)),
    keys: all.length,
  };
}

/** Types the same into both records, taking turns, after one round that does not count. */
export async function compareForms(
  { rounds, seed }: { readonly rounds: number; readonly seed: number },
  say: (what: string) => void,
): Promise<readonly FormComparison[]> {
  const kriter: Kriter = await launchKriter();
  try {
    const { screen } = await madeRegister(kriter);
    await screen.press('frame:notice.read');
    const { lists } = await screen.call('reference.list', {});
    const begin = async () => (await screen.call('record.create', { entity: 'victim' })).meta;
    const whole = await begin();
    const content = fullContent(lists, seed, new Date().toISOString().slice(0, 10));
    await screen.call('record.save', {
      id: whole.id,
      revision: whole.revision,
      content: content as never,
      reason: null,
    });
    await screen.page.evaluate(listen);
    const times = new Map(Object.keys(acts).map((name) => [name, { full: [] as number[][], empty: [] as number[][] }]));
    for (let round = 0; round <= rounds; round += 1) {
      const empty = await begin();
      for (const [at, [name, act]] of Object.entries(acts).entries()) {
        // The two stand as close in time as they can: what else the machine does meets both.
        for (const side of (round + at) % 2 === 0 ? (['full', 'empty'] as const) : (['empty', 'full'] as const)) {
          await openRecord(screen, side === 'full' ? whole.id : empty.id);
          await takePaints(screen);
          await act(screen, round);
          const found = await takePaints(screen);
          if (round > 0) times.get(name)?.[side].push(found);
        }
      }
      say(`  form: round ${round} of ${rounds}`);
    }
    return [...times].map(([name, { full, empty }]) => {
      const spread = { full: spreadOf(full), empty: spreadOf(empty) };
      const difference = rounded(spread.full.p95 - spread.empty.p95);
      return { name, ...spread, difference, isWithinFrame: difference <= frameMs };
    });
  } finally {
    await kriter.kill();
  }
}
