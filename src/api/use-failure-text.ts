import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { type FailureText, failureOf, failureText } from './failure.ts';
import { namedTables } from './named-tables.ts';
import { SessionContext } from './session.ts';

/** Turns whatever was thrown into text; null where nothing was. */
export function useFailureText(): (thrown: unknown) => FailureText | null {
  const { t } = useTranslation();
  const formats = useFormats();
  const register = useContext(SessionContext)?.register.kind;
  return (thrown) => {
    if (thrown === null || thrown === undefined) return null;
    const failure = failureOf(thrown);
    return failureText(register === undefined ? failure : namedTables(failure, register, t, formats), t, formats);
  };
}
