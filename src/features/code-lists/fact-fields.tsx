import { Checkbox, Select, TextInput } from '@mantine/core';
import type { FC } from 'react';
import { useTranslation } from 'react-i18next';
import { type EntryFact, longestTerm } from '#shared/dictionary/reference-lists/entry-facts.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { FieldRow } from '../../ui/field-row.tsx';
import { type EntryDraft, monthsOf } from './entry-draft.ts';

type FactFieldProps = { draft: EntryDraft; onChange: (part: Partial<EntryDraft>) => void };

/** One field, or several, for each fact that a list can declare. */
export const factFields: Readonly<Record<EntryFact, FC<FactFieldProps>>> = {
  country: CountryField,
  penaltyRange: PenaltyFields,
};

function CountryField({ draft, onChange }: FactFieldProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const countries = formats.countryCodes().filter((code) => code !== 'STATELESS');
  return (
    <FieldRow label={t('code-lists:form.country')}>
      {(control) => (
        <Select
          {...control}
          allowDeselect={false}
          data={countries.map((code) => ({ value: code, label: formats.country(code) }))}
          maxDropdownHeight={260}
          nothingFoundMessage={t('common:nothingFound')}
          onChange={(code) => onChange({ country: code })}
          searchable
          value={draft.country}
        />
      )}
    </FieldRow>
  );
}

/** Least and most imprisonment in months; where it may be for life there is no most. */
function PenaltyFields({ draft, onChange }: FactFieldProps) {
  const { t } = useTranslation('code-lists');
  const formats = useFormats();
  const [least, most] = [monthsOf(draft.leastMonths), monthsOf(draft.mostMonths)];
  const wrong = (months: number | null | undefined) =>
    months === undefined ? t('form.monthsWrong', { most: formats.number(longestTerm) }) : undefined;
  const isBelow = typeof least === 'number' && typeof most === 'number' && least > most;
  return (
    <>
      <FieldRow error={wrong(least)} hint={t('form.monthsHint')} label={t('form.leastMonths')}>
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            maxLength={4}
            onChange={(event) => onChange({ leastMonths: event.currentTarget.value })}
            value={draft.leastMonths}
            w={100}
          />
        )}
      </FieldRow>
      <FieldRow error={isBelow ? t('form.mostBelowLeast') : wrong(most)} label={t('form.mostMonths')}>
        {(control) => (
          <TextInput
            {...control}
            disabled={draft.life}
            inputMode="numeric"
            maxLength={4}
            onChange={(event) => onChange({ mostMonths: event.currentTarget.value })}
            value={draft.mostMonths}
            w={100}
          />
        )}
      </FieldRow>
      <FieldRow hint={t('form.lifeHint')} label={t('form.life')}>
        {(control) => (
          <Checkbox
            {...control}
            checked={draft.life}
            onChange={(event) =>
              onChange({
                life: event.currentTarget.checked,
                ...(event.currentTarget.checked ? { mostMonths: '' } : {}),
              })
            }
          />
        )}
      </FieldRow>
    </>
  );
}
