import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordFilter } from '#shared/contract/record.ts';
import type { ListFilter } from '#shared/dictionary/derive-columns.ts';
import { useWords } from '../texts/use-words.ts';
import { CodesFilter, PeriodFilter } from './filter-editors.tsx';
import classes from './list.module.css';
import { isFieldFilter } from './list-view.ts';

type FilterMenuProps = {
  filters: readonly ListFilter[];
  current: readonly RecordFilter[];
  onFilter: (field: string, filter: RecordFilter | null) => void;
};

/** First the field, then its codes or its period. */
export function FilterMenu({ filters, current, onFilter }: FilterMenuProps) {
  const { t } = useTranslation('records');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<ListFilter | null>(null);
  const toggle = (open: boolean) => {
    setOpen(open);
    setChosen(null);
  };
  const apply = (filter: RecordFilter | null) => {
    if (chosen !== null) onFilter(chosen.field.id, filter);
    toggle(false);
  };
  const now = current.find((filter) => isFieldFilter(filter) && filter.field === chosen?.field.id);
  return (
    <Popover onChange={toggle} opened={isOpen} position="bottom-start" returnFocus shadow="md" trapFocus>
      <Popover.Target>
        <Button onClick={() => toggle(!isOpen)} variant="default">
          {t('list.addFilter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {chosen === null ? (
          <FieldChooser filters={filters} onChoose={setChosen} />
        ) : chosen.kind === 'codes' ? (
          <CodesFilter current={now} field={chosen.field} onApply={apply} />
        ) : (
          <PeriodFilter current={now} field={chosen.field} onApply={apply} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

type FieldChooserProps = { filters: readonly ListFilter[]; onChoose: (filter: ListFilter) => void };

function FieldChooser({ filters, onChoose }: FieldChooserProps) {
  const { t } = useTranslation('records');
  const words = useWords();
  const [typed, setTyped] = useState('');
  const folded = words.formats.fold(typed);
  const found = filters.filter(({ field }) => words.formats.fold(words.label(field)).includes(folded));
  return (
    <div className={classes.chooser}>
      <TextInput
        aria-label={t('list.findField')}
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && found[0] !== undefined && onChoose(found[0])}
        placeholder={t('list.findField')}
        value={typed}
      />
      <div className={classes.choices}>
        {found.map((filter) => (
          <button className={classes.choice} key={filter.field.id} onClick={() => onChoose(filter)} type="button">
            {words.label(filter.field)}
          </button>
        ))}
      </div>
    </div>
  );
}
