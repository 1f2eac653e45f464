import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProcedure } from '../../api/query.ts';
import { useHasRole } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { CheckDigest } from './check-digest.tsx';
import { PublicationList } from './publication-list.tsx';
import { PublishPanel } from './publish-panel.tsx';

/** What went out, what may go out, and whether a sheet of paper is one of ours. */
export function PublicationsPage() {
  const { t } = useTranslation('publications');
  const hasRole = useHasRole();
  const listed = useProcedure('publication.list', {});
  const failure = useFailureText()(listed.error);
  return (
    <Page>
      <PageHeader
        actions={
          hasRole('supervisor', 'analyst', 'officer') && (
            <Button component={Link} to="/reports" variant="default">
              {t('frame:rail.reports')}
            </Button>
          )
        }
        title={t('title')}
      />
      <FailureNotice text={failure} />
      {hasRole('supervisor') && <PublishPanel />}
      <PublicationList publications={listed.data?.publications ?? null} />
      <CheckDigest />
    </Page>
  );
}
