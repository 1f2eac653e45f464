import { Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '#shared/languages.ts';
import { useProcedure } from '../../api/query.ts';
import { useHasRole } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { languageNames } from '../../i18n/languages-by-name.ts';
import { useFormats, useLanguage } from '../../i18n/use-formats.ts';
import { useKeyHints } from '../../ui/key-hints.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { type PeriodChoice, periodText, usualPeriod } from '../../ui/period-choice.ts';
import { PeriodFields } from '../../ui/period-fields.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { LastAnswer } from './last-answer.tsx';
import { StatisticFacts } from './statistic-facts.tsx';
import { StatisticResult } from './statistic-result.tsx';
import classes from './statistics.module.css';
import { StatisticsTabs } from './statistics-tabs.tsx';
import { useTableWords } from './table-words.ts';
import { useMarked } from './use-marked.ts';
import { useReport } from './use-report.ts';
import { type View, ViewChoice } from './view-choice.tsx';
import { type ReportFormat, WriteButtons } from './write-buttons.tsx';

type Chosen = {
  readonly id: string | null;
  readonly period: PeriodChoice;
  readonly view: View | null;
  readonly language: Language | null;
};

/** What was last looked at, as long as the window stands. */
let lastChosen: Chosen | null = null;

function useChosen() {
  const [chosen, setChosen] = useState<Chosen>(
    () => lastChosen ?? { id: null, period: usualPeriod(new Date()), view: null, language: null },
  );
  const choose = (part: Partial<Chosen>) => {
    lastChosen = { ...chosen, ...part };
    setChosen(lastChosen);
  };
  return [chosen, choose] as const;
}

/** Standard tables: what makes the table on the left, the table first and the chart under it. */
export function StatisticsPage() {
  const { t } = useTranslation('statistics');
  const words = useTableWords();
  const formats = useFormats();
  const screenLanguage = useLanguage();
  const maySeeInternal = useHasRole()('supervisor', 'analyst');
  const [chosen, choose] = useChosen();
  const offered = useProcedure('statistics.list', {}).data?.statistics ?? [];
  // Counts first: what is derived from them is looked for.
  const id = chosen.id ?? (offered.find(({ hasTrend }) => hasTrend) ?? offered[0])?.id ?? null;
  const hasTrend = offered.find((statistic) => statistic.id === id)?.hasTrend ?? false;
  const period = periodText(chosen.period, formats);
  const view: View = maySeeInternal ? (chosen.view ?? 'internal') : 'public';
  const language = chosen.language ?? screenLanguage;
  const isAsked = id !== null && period !== null;
  const query = useProcedure(
    'statistics.table',
    // The counts come at once: what the public view would hide of them may take a second.
    { id: id ?? '', period: period ?? '', view, marks: 'later' },
    { enabled: isAsked, keepPrevious: true },
  );
  const report = useReport(JSON.stringify([id, period, view]));
  const failure = useFailureText();
  const marked = useMarked(isAsked && query.error === null ? (query.data?.tables ?? []) : [], {
    id: id ?? '',
    trend: null,
  });
  const isOfBefore = query.isPlaceholderData;
  // Internal figures must not stand under the words of the public view, however shortly.
  const tables = marked.tables.filter((table) => table.view === view);
  const [first] = tables;
  const named = isOfBefore ? offered.find((statistic) => statistic.id === id) : first;
  const write = (format: ReportFormat) => {
    if (id !== null && period !== null) report.write({ id, period, view, language, format });
  };
  useShortcut('print', () => write('pdf'));
  useKeyHints(['print']);

  return (
    <Page fill>
      <StatisticsTabs />
      <PageHeader
        actions={
          <>
            <ViewChoice onChange={(next) => choose({ view: next })} view={view} />
            <WriteButtons busy={report.busy} disabled={!isAsked} onWrite={write} />
          </>
        }
        title={named === undefined ? t('title') : words.statistic(named)}
      />
      <FailureNotice text={failure(query.error ?? marked.error ?? report.thrown)} />
      {report.written !== null && <Notice title={t('write.done', { file: report.written })} tone="good" />}
      <div className={classes.columns}>
        <div className={classes.maker}>
          <Select
            allowDeselect={false}
            comboboxProps={{ width: 460, position: 'bottom-start' }}
            data={offered.map((statistic) => ({
              value: statistic.id,
              label: `${statistic.id} · ${words.statistic(statistic)}`,
            }))}
            label={t('table')}
            maxDropdownHeight="min(520px, 54vh)"
            nothingFoundMessage={t('common:nothingFound')}
            onChange={(next) => next !== null && choose({ id: next })}
            searchable
            value={id}
          />
          <PeriodFields
            choice={chosen.period}
            isReadable={period !== null}
            onChange={(next) => choose({ period: next })}
          />
          <Select
            allowDeselect={false}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            label={t('printLanguage')}
            onChange={(next) => choose({ language: languages.find((value) => value === next) ?? null })}
            value={language}
          />
          {first !== undefined && !isOfBefore && <StatisticFacts table={first} />}
        </div>
        {/* Another table begins at its top, wherever the one before was left. */}
        <div aria-busy={query.isFetching} className={classes.result} key={first?.id}>
          {view === 'internal' && <p className={classes.internal}>{t('view.internalNote')}</p>}
          {view === 'public' && <p className={classes.quiet}>{t('publications:released')}</p>}
          {isAsked && query.isPending && <p className={classes.quiet}>{t('counting')}</p>}
          {!isAsked && <p className={classes.quiet}>{t('choosePeriod')}</p>}
          {id === 'T43' && (
            <p className={classes.beforeTables}>
              <Link to="/population">{t('population:toPopulation')}</Link>
            </p>
          )}
          <LastAnswer isOfBefore={isOfBefore}>
            {tables.map((table) => (
              <StatisticResult
                hasTrend={hasTrend}
                isOneOfSeveral={tables.length > 1}
                key={`${table.id}.${table.part}`}
                table={table}
              />
            ))}
          </LastAnswer>
        </div>
      </div>
    </Page>
  );
}
