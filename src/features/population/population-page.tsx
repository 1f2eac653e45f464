import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { populationYears } from '#shared/contract/population.ts';
import { useProcedure } from '../../api/query.ts';
import { useHasRole } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { LeaveDialog } from '../../ui/leave-dialog.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Page, PageHeader, Panel } from '../../ui/page.tsx';
import classes from './population.module.css';
import { PopulationForm } from './population-form.tsx';

const isYear = (text: string): boolean =>
  /^\d{4}$/.test(text) && Number(text) >= populationYears.first && Number(text) <= populationYears.last;

/** Population of the country, one year at a time: what rates per 100,000 inhabitants rest on. */
export function PopulationPage() {
  const { t } = useTranslation('population');
  const failure = useFailureText();
  const mayEdit = useHasRole()('supervisor', 'analyst');
  const { data, error } = useProcedure('population.list', {});
  const [typedYear, setTypedYear] = useState(String(new Date().getFullYear() - 1));
  const [isDirty, setDirty] = useState(false);
  const years = data?.years ?? [];
  const year = isYear(typedYear) ? Number(typedYear) : null;
  const stored = years.find((each) => each.year === year);
  const before = years.find((each) => year !== null && each.year < year);
  return (
    <Page>
      <PageHeader
        actions={
          <Link className={classes.link} to="/statistics">
            {t('toStatistics')}
          </Link>
        }
        title={t('title')}
      />
      <p className={classes.note}>{t('note')}</p>
      <FailureNotice text={failure(error)} />
      <div className={classes.columns}>
        <Panel title={t('years')}>
          <TextInput
            disabled={isDirty}
            error={year === null ? t('yearWrong', populationYears) : undefined}
            inputMode="numeric"
            label={t('year')}
            maxLength={4}
            onChange={(event) => setTypedYear(event.currentTarget.value)}
            value={typedYear}
          />
          {isDirty && <p className={classes.quiet}>{t('saveFirst')}</p>}
          <ul aria-label={t('entered')} className={classes.years}>
            {years.map((each) => (
              <li key={each.year}>
                <Button
                  aria-current={each.year === year || undefined}
                  disabled={isDirty && each.year !== year}
                  fullWidth
                  justify="flex-start"
                  onClick={() => setTypedYear(String(each.year))}
                  variant={each.year === year ? 'light' : 'subtle'}
                >
                  {each.year}
                </Button>
              </li>
            ))}
          </ul>
          {data !== undefined && years.length === 0 && <p className={classes.quiet}>{t('none')}</p>}
        </Panel>
        {data !== undefined && year !== null && (
          <PopulationForm
            before={before}
            key={year}
            onDirty={setDirty}
            readOnly={!mayEdit}
            stored={stored}
            year={year}
          />
        )}
      </div>
      <LeaveDialog isDirty={isDirty} />
    </Page>
  );
}
