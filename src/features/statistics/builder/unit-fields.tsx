import { Select } from '@mantine/core';
import type { DesignOffer, DesignUnit, TableDesign } from '#shared/contract/table-design.ts';
import { type OfferedUnit, unitKey, unitOf } from './offer.ts';
import type { DesignWords } from './use-design-words.ts';

type UnitFieldsProps = {
  offer: DesignOffer;
  unit: OfferedUnit;
  design: TableDesign;
  words: DesignWords;
  onChange: (unit: DesignUnit) => void;
};

const ways = ['rule', 'person', 'row'] as const;

/** What is counted, and by which of its dates it belongs to the period. */
export function UnitFields({ offer, unit, design, words, onChange }: UnitFieldsProps) {
  const { t } = words;
  const asked = design.unit;
  return (
    <>
      <Select
        allowDeselect={false}
        comboboxProps={{ width: 380, position: 'bottom-start' }}
        data={ways
          .map((by) => ({
            group: t(`builder:units.${by}`),
            items: offer.units
              .filter((each) => each.by === by)
              .map((each) => ({ value: unitKey(each), label: words.unit(each) })),
          }))
          .filter(({ items }) => items.length > 0)}
        label={t('builder:counted')}
        maxDropdownHeight={420}
        onChange={(key) => {
          const chosen = offer.units.find((each) => unitKey(each) === key);
          const next = chosen === undefined ? null : unitOf(chosen);
          if (next !== null) onChange(next);
        }}
        searchable
        value={unitKey(unit)}
      />
      {asked.by !== 'rule' && unit.days.length > 1 && (
        <Select
          allowDeselect={false}
          comboboxProps={{ width: 340, position: 'bottom-start' }}
          data={unit.days.map((day) => ({ value: `${day.entity}.${day.field}`, label: words.field(day) }))}
          label={t('builder:byDate')}
          onChange={(key) => {
            const day = unit.days.find((each) => `${each.entity}.${each.field}` === key);
            if (day !== undefined) onChange({ ...asked, day });
          }}
          searchable
          value={`${asked.day.entity}.${asked.day.field}`}
        />
      )}
    </>
  );
}
