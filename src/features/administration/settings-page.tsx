import { useTranslation } from 'react-i18next';
import { useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { SettingsForm } from './settings-form.tsx';

export function SettingsPage() {
  const { t } = useTranslation();
  const text = useFailureText();
  const settings = useProcedure('settings.get', {});
  return (
    <Page narrow>
      <PageHeader title={t('administration:settings.title')} />
      <FailureNotice text={text(settings.error)} />
      {settings.data === undefined ? null : <SettingsForm settings={settings.data} />}
    </Page>
  );
}
