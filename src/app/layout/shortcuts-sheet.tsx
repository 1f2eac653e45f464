import { Button, Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { registerOf } from '#shared/dictionary/registers.ts';
import { useSession } from '../../api/session.ts';
import {
  keysOf,
  type ShortcutScope,
  shortcutNames,
  shortcutOf,
  shortcutScopes,
  shortcutTextKey,
} from '../../ui/shortcuts.ts';
import small from '../../ui/small.module.css';
import { useShortcut } from '../../ui/use-shortcut.ts';
import styles from './shortcuts-sheet.module.css';

/** F1: every key of the program by where it works; F1 once more opens the manual. */
export function ShortcutsSheet() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  useShortcut('shortcuts', () => setOpen(true));
  const openManual = () => {
    setOpen(false);
    void navigate({ to: '/manual' });
  };
  const onSecondKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== shortcutOf('shortcuts').key) return;
    event.preventDefault();
    openManual();
  });
  useEffect(() => {
    if (!isOpen) return;
    window.addEventListener('keydown', onSecondKey);
    return () => window.removeEventListener('keydown', onSecondKey);
  }, [isOpen]);

  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={() => setOpen(false)}
      opened={isOpen}
      size="60rem"
      title={t('shortcuts:title')}
    >
      <div className={styles.parts}>
        {shortcutScopes.map((scope) => (
          <Part key={scope} scope={scope} />
        ))}
      </div>
      <div className={styles.foot}>
        <Button data-autofocus onClick={openManual} variant="default">
          {t('shortcuts:manual')}
        </Button>
      </div>
    </Modal>
  );
}

function Part({ scope }: { scope: ShortcutScope }) {
  const { t } = useTranslation();
  const { register } = useSession();
  const declared = registerOf(register.kind);
  const names = shortcutNames.filter((name) => {
    const { scope: of, only } = shortcutOf(name);
    return of === scope && (only === undefined || declared[only] !== undefined);
  });
  if (names.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>{t(`shortcuts:scopes.${scope}`)}</h3>
      <dl className={styles.keys}>
        {names.map((name) => (
          <div key={name}>
            <dt>
              <kbd className={small.key}>{keysOf(name)}</kbd>
            </dt>
            <dd>{t(shortcutTextKey(name))}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
