import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useSaveFile } from '../../api/use-save-file.ts';
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
  const { busy, written, thrown, save } = useSaveFile<Output<'dictionary.print'>>();
  const print = () =>
    save({ purpose: 'pdf', suggestedName: t('frame:manual.dictionaryFile') }, (file) =>
      call('dictionary.print', { language, file }),
    );
  return (
    <>
      {written !== null && <Notice tone="good" title={t('frame:manual.dictionaryDone', { file: written.file })} />}
      <FailureNotice text={text(thrown)} />
      <Button variant="default" loading={busy !== null} onClick={() => void print()}>
        {t('frame:manual.dictionary')}
      </Button>
    </>
  );
}
