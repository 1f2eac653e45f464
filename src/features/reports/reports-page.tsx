import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
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
      <PageHeader
        actions={
          <Button component={Link} to="/publications" variant="default">
            {t('frame:rail.publications')}
          </Button>
        }
        title={t('page.title')}
      />
      <SummaryPanel />
    </Page>
  );
}
