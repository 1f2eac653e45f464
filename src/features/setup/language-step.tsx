import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '#shared/languages.ts';
import { call } from '../../api/client.ts';
import { languageNames } from '../../i18n/languages-by-name.ts';
import { switchLanguage } from '../../i18n/texts.ts';
import { useLanguage } from '../../i18n/use-formats.ts';
import { Panel } from '../../ui/page.tsx';
import styles from './setup-wizard.module.css';
import { StepButtons } from './step-buttons.tsx';

type LanguageStepProps = { onNext: () => void; onLeave: () => void };

export function LanguageStep({ onNext, onLeave }: LanguageStepProps) {
  const { t } = useTranslation();
  const shown = useLanguage();
  const choose = async (language: Language) => {
    await switchLanguage(language);
    await call('workstation.set-language', { language });
  };
  return (
    <>
      <Panel title={t('setup:language.title')} note={t('setup:language.note')}>
        <div className={styles.languages}>
          {languages.map((language) => (
            <UnstyledButton
              key={language}
              className={styles.language}
              lang={language}
              aria-pressed={language === shown}
              onClick={() => void choose(language)}
            >
              {languageNames[language]}
            </UnstyledButton>
          ))}
        </div>
      </Panel>
      <StepButtons onBack={onLeave} back={t('setup:leave')} onNext={onNext} />
    </>
  );
}
