import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { LimitsForm } from './limits-form.tsx';
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
      {settings.data === undefined ? null : <Panels settings={settings.data} />}
      {children}
      <Notice tone="info">{t('administration:settings.audited')}</Notice>
    </Page>
  );
}

/** Limits are a panel of their own, where the rules of the register have some. */
function Panels({ settings: { limits, ...settings } }: { settings: Output<'settings.get'> }) {
  return (
    <>
      <SettingsForm settings={settings} />
      {Object.keys(limits).length === 0 ? null : <LimitsForm limits={limits} />}
    </>
  );
}
