import { Menu, UnstyledButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '#shared/languages.ts';
import { call } from '../../api/client.ts';
import { queryKey } from '../../api/query.ts';
import { languageNames } from '../../i18n/languages-by-name.ts';
import { switchLanguage } from '../../i18n/texts.ts';
import { useLanguage } from '../../i18n/use-formats.ts';
import styles from './app-frame.module.css';

/** Every language by its own name; the choice holds for this workstation. */
export function LanguageMenu() {
  const { t } = useTranslation();
  const shown = useLanguage();
  const client = useQueryClient();

  const choose = async (language: Language) => {
    await switchLanguage(language);
    await call('workstation.set-language', { language });
    await client.invalidateQueries({ queryKey: queryKey('workstation.describe') });
    // A training register calls itself by the language of the screen.
    await client.invalidateQueries({ queryKey: queryKey('session.describe') });
  };

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={styles.quietButton} aria-label={t('frame:language', { name: languageNames[shown] })}>
          {languageNames[shown].split(' ')[0]} <span aria-hidden="true">▾</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item key={language} lang={language} onClick={() => void choose(language)}>
            {languageNames[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
