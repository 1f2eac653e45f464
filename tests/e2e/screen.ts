/** What a person does on the screen, found by role and name. */
import type { Locator, Page } from 'playwright-core';
import type { Contract, Output, ProcedureName } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/procedure.ts';
import type { Kriter } from './harness.ts';
import type { Words } from './words.ts';

export interface Screen {
  readonly kriter: Kriter;
  readonly page: Page;
  readonly words: Words;
  readonly t: Words['t'];
  /** Button with exactly this text. */
  button(key: string, params?: Readonly<Record<string, unknown>>): Locator;
  press(key: string, params?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Control with exactly this label. */
  field(key: string): Locator;
  fill(key: string, text: string): Promise<void>;
  /** Types where the keyboard stands, once something to type into within the given part of the page has got it. */
  type(within: string, text: string): Promise<void>;
  /** Waits until this sentence stands on the screen. */
  sees(key: string, params?: Readonly<Record<string, unknown>>): Promise<void>;
  /** One call over the bridge of the real preload; throws with the code of a refusal. */
  call<N extends ProcedureName>(name: N, input: InputOf<Contract[N]>): Promise<Output<N>>;
}

export function screenOf(kriter: Kriter, words: Words): Screen {
  const { page } = kriter;
  const { t } = words;
  page.setDefaultTimeout(30_000);
  // The key that belongs to a button may be shown in it.
  const button: Screen['button'] = (key, params) => {
    const text = t(key, params).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return page.getByRole('button', { name: new RegExp(`^${text}( ?(Ctrl .|F2))?$`) });
  };
  const field: Screen['field'] = (key) => page.getByLabel(t(key), { exact: true });
  return {
    kriter,
    page,
    words,
    t,
    button,
    field,
    // An open dialog stands last, and its button may be called like the one that opened it.
    press: (key, params) => button(key, params).last().click(),
    fill: (key, text) => field(key).fill(text),
    async type(within, text) {
      await page.locator(`${within} :is(input, textarea):focus`).waitFor();
      await page.keyboard.type(text);
    },
    sees: async (key, params) => {
      await page.getByText(t(key, params)).first().waitFor();
    },
    async call(name, input) {
      const reply = (await page.evaluate(([asked, given]) => window.kriter.request(asked, given), [name, input] as [
        never,
        never,
      ])) as Reply<never>;
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.params)}`);
      return reply.value;
    },
  };
}

/** The rail of the open register. */
export const goTo = async ({ page, t }: Screen, rail: string): Promise<void> => {
  await page
    .getByRole('navigation', { name: t('frame:rail.label') })
    .getByRole('link', { name: t(rail) })
    .click();
  await page.waitForTimeout(50);
};

/** Types name and passphrase and waits for the frame of the open register. */
export async function signIn(screen: Screen, login: string, passphrase: string): Promise<void> {
  const { page, t } = screen;
  await screen.button('signIn:form.submit').waitFor();
  await page.getByRole('combobox', { name: t('signIn:form.login') }).fill(login);
  await screen.field('signIn:form.passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: t('frame:rail.label') }).waitFor({ timeout: 30_000 });
}

/** Ctrl+L; resolves when a fresh document asks who it is. */
export async function lock(screen: Screen): Promise<void> {
  await screen.page.keyboard.press('Control+l');
  await screen.button('signIn:form.submit').waitFor();
}
