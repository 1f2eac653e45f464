import { registerOf } from '#shared/dictionary/registers.ts';
import { useSession } from '../../api/session.ts';

/** Whether identities of this register may only be kept with consent, so that they can be due apart from their record. */
export function useRestsOnConsent(): boolean {
  const { register } = useSession();
  return registerOf(register.kind).retention.some(({ vault }) => vault !== undefined);
}
