import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/languages.ts';
import { createFormats } from '#shared/locale/formats.ts';
import { inDays, type PeriodChoice, type PeriodKind, periodYears } from './period-choice.ts';
import classes from './period-fields.module.css';

type PeriodFieldsProps = {
  choice: PeriodChoice;
  isReadable: boolean;
  onChange: (choice: PeriodChoice) => void;
  /** Offers no period at all, too. */
  withAll?: boolean;
};

const kinds: readonly PeriodKind[] = ['year', 'half', 'free'];

/** A year, half a year, or free days. */
export function PeriodFields({ choice, isReadable, onChange, withAll = false }: PeriodFieldsProps) {
  const { t, i18n } = useTranslation('statistics');
  const change = (part: Partial<PeriodChoice>) => onChange({ ...choice, ...part });
  const changeKind = (kind: PeriodKind) =>
    kind === 'free' ? onChange(inDays(choice, createFormats(i18n.language as Language))) : change({ kind });
  const error = isReadable
    ? undefined
    : t(choice.kind === 'free' ? 'period.daysNeeded' : 'period.yearNeeded', periodYears);
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.legend}>{t('period.title')}</legend>
      {withAll ? (
        <Select
          allowDeselect={false}
          aria-label={t('period.title')}
          data={(['all', ...kinds] as const).map((kind) => ({ value: kind, label: t(`period.${kind}`) }))}
          onChange={(kind) => changeKind((kind ?? 'all') as PeriodKind)}
          value={choice.kind}
        />
      ) : (
        <SegmentedControl
          aria-label={t('period.title')}
          className={classes.kinds}
          data={kinds.map((kind) => ({ value: kind, label: t(`period.${kind}`) }))}
          fullWidth
          onChange={(kind) => changeKind(kind as PeriodKind)}
          value={choice.kind}
        />
      )}
      {choice.kind === 'all' ? null : choice.kind === 'free' ? (
        <>
          <TextInput
            label={t('period.from')}
            onChange={(event) => change({ from: event.currentTarget.value })}
            value={choice.from}
          />
          <TextInput
            error={error}
            label={t('period.to')}
            onChange={(event) => change({ to: event.currentTarget.value })}
            value={choice.to}
          />
        </>
      ) : (
        <TextInput
          error={error}
          inputMode="numeric"
          label={t('period.calendarYear')}
          maxLength={4}
          onChange={(event) => change({ year: event.currentTarget.value })}
          value={choice.year}
        />
      )}
      {choice.kind === 'half' && (
        <Select
          allowDeselect={false}
          data={[
            { value: '1', label: t('period.first') },
            { value: '2', label: t('period.second') },
          ]}
          label={t('period.halfOfYear')}
          onChange={(half) => change({ half: half === '2' ? '2' : '1' })}
          value={choice.half}
        />
      )}
    </fieldset>
  );
}
