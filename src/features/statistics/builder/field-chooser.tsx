import { Button, Combobox, useCombobox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useFormats } from '../../../i18n/use-formats.ts';
import classes from './builder.module.css';
import type { OfferedField, OfferedUnit } from './offer.ts';
import type { DesignWords } from './use-design-words.ts';

type FieldChooserProps = {
  /** What the button does, for whoever does not see in which box it stands. */
  name: string;
  /** By which the keyboard finds the button again. */
  box: string;
  fields: readonly OfferedField[];
  unit: OfferedUnit;
  words: DesignWords;
  onChoose: (field: OfferedField) => void;
};

interface Section {
  readonly title: string;
  readonly fields: readonly OfferedField[];
}

const keyOf = ({ entity, id }: OfferedField): string => `${entity}.${id}`;

/** Selects the button that adds to a box. */
export const addOf = (box: string): string => `[data-add="${box}"]`;

/** A button that opens the fields by section; typing finds one by its name or that of its section. */
export function FieldChooser({ name, box, fields, unit, words, onChoose }: FieldChooserProps) {
  const { t } = words;
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setTyped('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const { selectFirstOption } = combobox;
  // Only the drawn list can be marked: the first of the one before may have gone, and Enter would take nothing.
  useEffect(() => {
    if (typed !== '') selectFirstOption();
  }, [typed, selectFirstOption]);
  const folded = formats.fold(typed.trim());
  const fits = (text: string): boolean => formats.fold(text).includes(folded);
  const sections: Section[] = [];
  for (const field of fields) {
    const title = words.section(field, unit);
    if (!fits(words.field({ entity: field.entity, field: field.id })) && !fits(title)) continue;
    const at = sections.findIndex((each) => each.title === title);
    if (at < 0) sections.push({ title, fields: [field] });
    else sections[at] = { title, fields: [...(sections[at]?.fields ?? []), field] };
  }
  return (
    <Combobox
      onOptionSubmit={(key) => {
        combobox.closeDropdown();
        combobox.focusTarget();
        const chosen = fields.find((field) => keyOf(field) === key);
        if (chosen !== undefined) onChoose(chosen);
      }}
      position="bottom-start"
      store={combobox}
      width={340}
    >
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <Button
          aria-expanded={combobox.dropdownOpened}
          aria-label={name}
          className={classes.add}
          data-add={box}
          onClick={() => combobox.toggleDropdown()}
          size="compact-sm"
          variant="subtle"
        >
          {t('builder:add')}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label={t('records:list.findField')}
          onChange={(event) => setTyped(event.currentTarget.value)}
          placeholder={t('records:list.findField')}
          value={typed}
        />
        <Combobox.Options aria-label={name} className={classes.options}>
          {sections.map((section) => (
            <Combobox.Group key={section.title} label={section.title}>
              {section.fields.map((field) => (
                <Combobox.Option key={keyOf(field)} value={keyOf(field)}>
                  {words.field({ entity: field.entity, field: field.id })}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {sections.length === 0 && <Combobox.Empty>{t('builder:foundNone')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
