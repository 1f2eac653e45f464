import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { useHasRole, useSession } from '../../api/session.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { ariaKeysOf } from '../../ui/shortcuts.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import styles from './app-frame.module.css';

/** Finds records by code, number or words from any page. */
export function GlobalSearch() {
  const { t } = useTranslation();
  const { register } = useSession();
  const hasRole = useHasRole();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  useShortcut('search', () => input.current?.select());

  const entity = indexOfKind(register.kind).roots[0]?.id;
  if (entity === undefined || !hasRole('officer', 'supervisor')) return <span className={styles.search} />;
  return (
    <search className={styles.search}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ to: '/records/$entity', params: { entity }, search: { search: words.trim() } });
        }}
      >
        <TextInput
          ref={input}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          placeholder={t('frame:search.placeholder')}
          aria-label={t('frame:search.label')}
          aria-keyshortcuts={ariaKeysOf('search')}
          rightSection={<KeyHint of="search" />}
          rightSectionWidth={60}
          rightSectionPointerEvents="none"
          spellCheck={false}
        />
      </form>
    </search>
  );
}
