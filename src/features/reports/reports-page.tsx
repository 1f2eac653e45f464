import { useTranslation } from 'react-i18next';
import { useKeyHints } from '../../ui/key-hints.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { SummaryPanel } from './summary-panel.tsx';

/** Whole documents made of the tables. */
export function ReportsPage() {
  const { t } = useTranslation('summary');
  useKeyHints(['print']);
  return (
    <Page narrow>
      <PageHeader title={t('page.title')} />
      <SummaryPanel />
    </Page>
  );
}
