import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { DesignOffer, TableDesign } from '#shared/contract/table-design.ts';
import { languages } from '#shared/languages.ts';
import { useProcedure } from '../../../api/query.ts';
import { useHasRole } from '../../../api/session.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { languageNames } from '../../../i18n/languages-by-name.ts';
import { useFormats, useLanguage } from '../../../i18n/use-formats.ts';
import { useKeyHints } from '../../../ui/key-hints.tsx';
import { FailureNotice, Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { periodText } from '../../../ui/period-choice.ts';
import { PeriodFields } from '../../../ui/period-fields.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { LastAnswer } from '../last-answer.tsx';
import { StatisticFacts } from '../statistic-facts.tsx';
import classes from '../statistics.module.css';
import { useTableWords } from '../table-words.ts';
import { ViewChoice } from '../view-choice.tsx';
import { type ReportFormat, WriteButtons } from '../write-buttons.tsx';
import own from './builder.module.css';
import { BuiltTables } from './built-tables.tsx';
import { DesignBoxes } from './design-boxes.tsx';
import { emptyDesign, fitting } from './draft.ts';
import { KeepDesign } from './keep-design.tsx';
import { SavedDesigns } from './saved-designs.tsx';
import { useBuilt } from './use-built.ts';
import { useDesignReport } from './use-design-report.ts';
import { useDesignWords } from './use-design-words.ts';

/** Milliseconds without a change after which the table is counted. */
const pause = 250;

/** What makes the table on the left; the table follows within a moment. */
export function Builder({ offer }: { offer: DesignOffer }) {
  const words = useDesignWords(offer);
  const { t } = words;
  const tableWords = useTableWords();
  const formats = useFormats();
  const screenLanguage = useLanguage();
  const maySeeInternal = useHasRole()('supervisor', 'analyst');
  const failure = useFailureText();
  const [built, change] = useBuilt(offer, emptyDesign(offer));
  const { design, opened } = built;
  const [counted] = useDebouncedValue(design, pause);
  const period = periodText(built.period, formats);
  const view = maySeeInternal ? (built.view ?? 'internal') : 'public';
  const language = built.language ?? screenLanguage;
  const name = opened?.name ?? null;
  const isAsked = counted !== null && period !== null;
  const query = useProcedure(
    'design.count',
    { design: counted as TableDesign, period: period ?? '', view, name },
    { enabled: isAsked, keepPrevious: true },
  );
  const isOfBefore = query.isPlaceholderData;
  const answered = isAsked && query.error === null ? (query.data?.tables ?? []) : [];
  // Internal figures must not stand under the words of the public view, however shortly.
  const tables = answered.filter((table) => table.view === view);
  const [first] = tables;
  const report = useDesignReport(JSON.stringify([design, period, view]));
  const write = (format: ReportFormat): void => {
    if (design !== null && period !== null && first !== undefined) {
      report.write({ design, period, view, name, language, format }, first.id);
    }
  };
  useShortcut('print', () => write('pdf'));
  useKeyHints(['print']);
  const [key, setKey] = useState(0);

  if (design === null) return <p>{t('builder:nothingOffered')}</p>;
  return (
    <>
      <PageHeader
        actions={
          <>
            <ViewChoice onChange={(next) => change({ view: next })} view={view} />
            <WriteButtons busy={report.busy} disabled={first === undefined} onWrite={write} />
          </>
        }
        title={first === undefined ? t('builder:title') : tableWords.of({ ...first, part: null }, 'title')}
      />
      <FailureNotice text={failure(query.error ?? report.thrown)} />
      {report.written !== null && <Notice title={t('statistics:write.done', { file: report.written })} tone="good" />}
      <div className={classes.columns}>
        <div className={`${classes.maker} ${own.maker}`}>
          <div className={own.keeping}>
            <SavedDesigns
              onOpen={({ id, name: called, design: saved }) =>
                change({ design: fitting(offer, saved), opened: { id, name: called } })
              }
              onRemoved={(id) => {
                if (opened?.id === id) change({ opened: null });
              }}
              onRenamed={(saved) => {
                if (opened?.id === saved.id) change({ opened: saved });
              }}
              words={words}
            />
            <KeepDesign design={design} onKept={(kept) => change({ opened: kept })} opened={opened} words={words} />
          </div>
          <DesignBoxes
            design={design}
            key={key}
            offer={offer}
            onChange={(next) => change({ design: next })}
            table={first}
            words={words}
          />
          <Button
            onClick={() => {
              change({ design: emptyDesign(offer), opened: null });
              setKey(key + 1);
            }}
            size="compact-sm"
            variant="subtle"
          >
            {t('builder:startAnew')}
          </Button>
          <PeriodFields
            choice={built.period}
            isReadable={period !== null}
            onChange={(next) => change({ period: next })}
          />
          <Select
            allowDeselect={false}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            label={t('statistics:printLanguage')}
            onChange={(next) => change({ language: languages.find((value) => value === next) ?? null })}
            value={language}
          />
          {first !== undefined && !isOfBefore && <StatisticFacts table={first} />}
        </div>
        <div aria-busy={query.isFetching} className={classes.result}>
          {view === 'internal' && <p className={classes.internal}>{t('statistics:view.internalNote')}</p>}
          {view === 'public' && <p className={classes.quiet}>{t('publications:released')}</p>}
          {isAsked && query.isPending && <p className={classes.quiet}>{t('statistics:counting')}</p>}
          {period === null && <p className={classes.quiet}>{t('statistics:choosePeriod')}</p>}
          {design.rows.length + design.columns.length === 0 && <p className={classes.quiet}>{t('builder:begin')}</p>}
          <LastAnswer isOfBefore={isOfBefore}>
            <BuiltTables design={isOfBefore ? null : counted} tables={tables} words={words} />
          </LastAnswer>
        </div>
      </div>
    </>
  );
}
