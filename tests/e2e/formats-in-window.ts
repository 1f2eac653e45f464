/** Entry of the script that the locale test loads into Chromium. */
import type { Language } from '#shared/languages.ts';
import { createFormats } from '#shared/locale/formats.ts';
import { expectationsOf } from '../locale/expectations.ts';

/** What the formats answer to every expectation, by its promise. */
export function answersOf(language: Language): (readonly [string, unknown])[] {
  const formats = createFormats(language);
  return expectationsOf(language).map(({ promise, actual }) => [promise, actual(formats)] as const);
}

declare global {
  interface Window {
    readonly formatsInWindow: { readonly answersOf: typeof answersOf };
  }
}
