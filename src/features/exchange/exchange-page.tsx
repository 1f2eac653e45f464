import { useTranslation } from 'react-i18next';
import { useHasRole } from '../../api/session.ts';
import { Page, PageHeader } from '../../ui/page.tsx';
import styles from './exchange.module.css';
import { ExportPanel } from './export-panel.tsx';
import { ImportPanel } from './import-panel.tsx';
import { TemplatePanel } from './template-panel.tsx';

/** Files that come in and go out; what is offered follows the roles. */
export function ExchangePage() {
  const { t } = useTranslation();
  const hasRole = useHasRole();
  const mayImport = hasRole('officer', 'supervisor');
  const mayExport = hasRole('supervisor', 'analyst');
  return (
    <Page>
      <PageHeader title={t('exchange:title')} />
      <div className={mayImport && mayExport ? styles.columns : styles.stack}>
        {mayImport ? (
          <div className={styles.stack}>
            <ImportPanel />
            <TemplatePanel />
          </div>
        ) : null}
        {mayExport ? <ExportPanel /> : null}
      </div>
    </Page>
  );
}
