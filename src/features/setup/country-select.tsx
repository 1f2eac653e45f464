import { type ComboboxParsedItem, type OptionsFilter, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '#shared/locale/fold.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import type { ControlProps } from '../../ui/field-row.tsx';

/** The countries of the regional programme stand first. */
const region = ['ALB', 'BIH', 'BGR', 'HRV', 'XKX', 'MDA', 'MNE', 'MKD', 'ROU', 'SRB'];

const byFoldedName: OptionsFilter = ({ options, search }) => {
  const wanted = fold(search);
  const found: ComboboxParsedItem[] = [];
  for (const option of options) {
    if (!('group' in option)) {
      if (fold(option.label).includes(wanted)) found.push(option);
      continue;
    }
    const items = option.items.filter(({ label }) => fold(label).includes(wanted));
    if (items.length > 0) found.push({ ...option, items });
  }
  return found;
};

type CountrySelectProps = { control: ControlProps; value: string; onChange: (country: string) => void };

export function CountrySelect({ control, value, onChange }: CountrySelectProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const groups = useMemo(() => {
    const item = (code: string) => ({ value: code, label: formats.country(code) });
    const all = formats.countryCodes().filter((code) => code !== 'STATELESS');
    return [
      { group: t('setup:register.region'), items: all.filter((code) => region.includes(code)).map(item) },
      { group: t('setup:register.otherCountries'), items: all.filter((code) => !region.includes(code)).map(item) },
    ];
  }, [formats, t]);
  return (
    <Select
      {...control}
      data={groups}
      value={value}
      onChange={(code) => {
        if (code !== null) onChange(code);
      }}
      searchable
      allowDeselect={false}
      filter={byFoldedName}
      nothingFoundMessage={t('common:nothingFound')}
      maxDropdownHeight={280}
    />
  );
}
