import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { SettingsForm } from './settings-form.tsx';

type SettingsPageProps = { children?: ReactNode };

/** Settings of the register; other features add panels of their own. */
export function SettingsPage({ children }: SettingsPageProps) {
  const { t } = useTranslation();
  const text = useFailureText();
  const settings = useProcedure('settings.get', {});
  return (
    <Page narrow>
      <PageHeader title={t('administration:settings.title')} />
      <FailureNotice text={text(settings.error)} />
      {settings.data === undefined ? null : <SettingsForm settings={settings.data} />}
      {children}
      <Notice tone="info">{t('administration:settings.audited')}</Notice>
    </Page>
  );
}
