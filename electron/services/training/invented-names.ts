/** Names that the program gave to its training register, said in any language: it was made in that of its first opening. */
import type { SessionInfo } from '#shared/contract/session.ts';
import { type Language, languages } from '#shared/languages.ts';
import { createTexts } from '../reports/texts.ts';

/** The name in this language where it is the delivered one of any; a name that somebody typed stays. */
function said(key: string, name: string, language: Language): string {
  const isInvented = languages.some((each) => createTexts(each)(key) === name);
  return isInvented ? createTexts(language)(key) : name;
}

type Named = Pick<SessionInfo['register'], 'kind' | 'training' | 'institution' | 'office'>;

/** A register as a reader of this language calls it. */
export function registerIn<R extends Named>(register: R, language: Language): R {
  const { kind, training, institution, office } = register;
  if (!training) return register;
  return {
    ...register,
    institution: said(`demo:${kind}.institution`, institution, language),
    office: said(`demo:${kind}.office`, office, language),
  };
}

/** The same of the whole session. */
export function sessionIn(session: SessionInfo, language: Language): SessionInfo {
  const { account, register } = session;
  if (!register.training) return session;
  const displayName = said('demo:displayName', account.displayName, language);
  return { ...session, account: { ...account, displayName }, register: registerIn(register, language) };
}
