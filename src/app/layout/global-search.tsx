import { useNavigate, useRouter } from '@tanstack/react-router';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { useHasRole, useSession } from '../../api/session.ts';
import { SearchBox } from '../../features/search/search-box.tsx';
import styles from './app-frame.module.css';

/** Finds records by code, number, words or name from any page. */
export function GlobalSearch() {
  const { register } = useSession();
  const hasRole = useHasRole();
  const navigate = useNavigate();
  const { history } = useRouter();
  const entity = indexOfKind(register.kind).roots[0]?.id;
  if (entity === undefined || !hasRole('officer', 'supervisor')) return <span className={styles.search} />;
  return (
    <search className={styles.search}>
      <SearchBox
        onOpen={({ id }) => history.push(`/record/${id}`)}
        onShowAll={(search) => void navigate({ to: '/records/$entity', params: { entity }, search: { search } })}
      />
    </search>
  );
}
