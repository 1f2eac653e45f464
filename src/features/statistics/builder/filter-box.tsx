import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { DesignField, DesignOffer, TableDesign } from '#shared/contract/table-design.ts';
import { Box } from './box.tsx';
import classes from './builder.module.css';
import { withFilter } from './draft.ts';
import { addOf, FieldChooser } from './field-chooser.tsx';
import { FilterDialog } from './filter-dialog.tsx';
import { fieldsInReach, type OfferedUnit } from './offer.ts';
import type { DesignWords } from './use-design-words.ts';

type FilterBoxProps = {
  offer: DesignOffer;
  unit: OfferedUnit;
  design: TableDesign;
  words: DesignWords;
  onChange: (design: TableDesign, said: string, focus: string | null) => void;
};

/** Which units are counted at all; a chip opens what it asks for, Delete takes it away. */
export function FilterBox({ offer, unit, design, words, onChange }: FilterBoxProps) {
  const { t } = words;
  const [edited, setEdited] = useState<DesignField | null>(null);
  const field = edited === null ? undefined : words.find(edited);
  const box = t('builder:box.filter');
  const remove = (at: number): void => {
    const filter = design.filters[at];
    if (filter === undefined) return;
    const said = t('builder:said.removed', { field: words.field(filter), box });
    onChange({ ...design, filters: design.filters.toSpliced(at, 1) }, said, addOf('filter'));
  };
  return (
    <>
      <Box
        add={
          <FieldChooser
            box="filter"
            fields={fieldsInReach(offer, unit)}
            name={t('builder:addTo.filter')}
            onChoose={({ entity, id }) => setEdited({ entity, field: id })}
            unit={unit}
            words={words}
          />
        }
        empty={t('builder:noFilter')}
        hasContent={design.filters.length > 0}
        title={box}
      >
        {design.filters.map((filter, at) => (
          <span className={classes.pill} key={`${filter.entity}.${filter.field}`}>
            <UnstyledButton
              aria-label={t('lists:filter.edit', { filter: words.filter(filter) })}
              className={classes.pillText}
              onClick={() => setEdited(filter)}
              onKeyDown={(event) => {
                if (event.key === 'Delete') remove(at);
              }}
              title={words.filter(filter)}
            >
              {words.filter(filter)}
            </UnstyledButton>
            <button
              aria-label={t('records:list.removeFilter', { filter: words.filter(filter) })}
              className={classes.pillRemove}
              onClick={() => remove(at)}
              type="button"
            >
              ×
            </button>
          </span>
        ))}
      </Box>
      {field !== undefined && edited !== null && (
        <FilterDialog
          current={design.filters.find((each) => each.entity === edited.entity && each.field === edited.field)}
          field={field}
          onApply={(filter) => {
            onChange(withFilter(design, filter), t('builder:said.filtered', { filter: words.filter(filter) }), null);
            setEdited(null);
          }}
          onClose={() => setEdited(null)}
          words={words}
        />
      )}
    </>
  );
}
