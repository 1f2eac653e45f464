/** From a failure to what the user reads: what happened, what is safe, what to do. */
import type { TFunction } from 'i18next';
import { type ErrorParams, errorCodes, type Failure } from '#shared/contract/errors.ts';
import type { Formats } from '#shared/locale/formats.ts';
import { CallFailure } from './client.ts';

export interface FailureText {
  readonly what: string;
  readonly safe: string;
  readonly todo: string;
}

/** Whatever was thrown, as a failure; what nobody expected is INTERNAL. */
export function failureOf(thrown: unknown): Failure {
  return thrown instanceof CallFailure ? thrown.failure : { code: 'INTERNAL', params: {} };
}

/** Numbers and days in the habit of the language; `seconds` also as minutes, and as the count that chooses the plural. */
function shown(params: ErrorParams, formats: Formats): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    if (Array.isArray(value)) values[name] = value.join(', ');
    else if (typeof value === 'string') values[name] = /^\d{4}-\d{2}-\d{2}/.test(value) ? formats.date(value) : value;
    else if (typeof value === 'number') values[name] = formats.number(value);
  }
  const { seconds } = params;
  if (typeof seconds === 'number') {
    const inMinutes = seconds >= 90;
    values.count = inMinutes ? Math.ceil(seconds / 60) : seconds;
    values.context = inMinutes ? 'minutes' : 'seconds';
  }
  return values;
}

/** The failure in the language of the screen. */
export function failureText(failure: Failure, t: TFunction, formats: Formats): FailureText {
  const code = errorCodes.includes(failure.code) ? failure.code : 'INTERNAL';
  const params = { incident: failure.incident ?? '', ...shown(failure.params, formats) };
  const part = (name: keyof FailureText) => t(`errors:${code}.${name}`, { ...params, defaultValue: '' });
  return { what: part('what'), safe: part('safe'), todo: part('todo') };
}
