import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useCall } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { manualPages, readManualPage } from '../../i18n/manual.ts';
import { useLanguage } from '../../i18n/use-formats.ts';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Page, PageHeader, Panel } from '../../ui/page.tsx';
import styles from './manual-page.module.css';
import { ManualText } from './manual-text.tsx';
import { titleOf } from './simple-markdown.ts';

type ManualPageProps = { page: string | null };

/** The manual that is always there: short pages, nothing to look up elsewhere. */
export function ManualPage({ page }: ManualPageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useQuery({
    queryKey: ['manual', language],
    queryFn: () => Promise.all(manualPages.map((name) => readManualPage(language, name))),
  });
  const shown = Math.max(0, page === null ? 0 : manualPages.indexOf(page));
  return (
    <Page>
      <PageHeader title={t('frame:rail.manual')} actions={<PrintDictionary />} />
      <div className={styles.columns}>
        <Panel>
          <nav aria-label={t('frame:manual.pages')}>
            {manualPages.map((name, index) => (
              <Link
                key={name}
                className={styles.link}
                to="/manual/{-$page}"
                params={{ page: name }}
                aria-current={index === shown ? 'page' : undefined}
              >
                {titleOf(texts.data?.[index] ?? '')}
              </Link>
            ))}
          </nav>
        </Panel>
        <Panel className={styles.text}>
          <ManualText text={texts.data?.[shown] ?? ''} />
        </Panel>
      </div>
    </Page>
  );
}

function PrintDictionary() {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = useFailureText();
  const print = useCall('dictionary.print');
  const save = async () => {
    const { path } = await call('workstation.choose-save', {
      purpose: 'pdf',
      suggestedName: t('frame:manual.dictionaryFile'),
    });
    if (path !== null) await print.mutateAsync({ language, file: path });
  };
  return (
    <>
      {print.isSuccess ? (
        <Notice tone="good" title={t('frame:manual.dictionaryDone', { file: print.data.file })} />
      ) : null}
      <FailureNotice text={text(print.error)} />
      <Button variant="default" loading={print.isPending} onClick={() => void save().catch(() => undefined)}>
        {t('frame:manual.dictionary')}
      </Button>
    </>
  );
}
