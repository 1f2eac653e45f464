import { useTranslation } from 'react-i18next';
import { roles } from '#shared/contract/roles.ts';
import { useSession } from '../../api/session.ts';
import { useShownKeyHints } from '../../ui/key-hints.tsx';
import { keysOf, type ShortcutName, shortcutTextKey } from '../../ui/shortcuts.ts';
import styles from './app-frame.module.css';

const everywhere: readonly ShortcutName[] = ['search', 'shortcuts', 'lock'];

/** The keys that work here; institution, role, no network. */
export function BottomLine() {
  const { t } = useTranslation();
  const { account, register } = useSession();
  const ofPage = useShownKeyHints();
  const hints = ofPage.length > 0 ? ofPage : everywhere;
  const held = roles.filter((role) => account.roles.includes(role)).map((role) => t(`common:roles.${role}`));
  // What is cut off where the line is short stands last.
  const where = [t('frame:noNetwork'), register.institution, held.join(', ')].join(' · ');
  return (
    <footer className={styles.footer}>
      <div className={styles.keys}>
        {hints.map((name) => (
          <span key={name}>
            {keysOf(name)} {t(shortcutTextKey(name))}
          </span>
        ))}
      </div>
      <div className={styles.where} title={where}>
        {where}
      </div>
    </footer>
  );
}
