import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreference } from '../../../api/preference.ts';
import dialogs from '../dialogs/dialogs.module.css';
import { useFormTools } from '../form/form-context.ts';
import { useWords } from '../texts/use-words.ts';
import type { SecondPassItem } from './second-pass-items.ts';

type ChooseItemsProps = { items: readonly SecondPassItem[]; onBegin: (chosen: readonly SecondPassItem[]) => void };

const keyOf = ({ field }: SecondPassItem) => `${field.entity}.${field.id}`;
/** Until somebody chooses: what the register asks for. */
const isProposed = ({ field }: SecondPassItem) => field.required !== 'N';

/** What is typed a second time, by field: of a table a column as a whole. */
export function ChooseItems({ items, onBegin }: ChooseItemsProps) {
  const { t } = useTranslation('records');
  const words = useWords();
  const { model } = useFormTools();
  const leftOut = usePreference('entry.secondPassLeftOut');
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isChosen = (item: SecondPassItem) =>
    changed.get(keyOf(item)) ?? (isProposed(item) && !leftOut.value?.includes(keyOf(item)));
  const chosen = items.filter(isChosen);
  const choose = (some: readonly SecondPassItem[], isTaken: boolean) =>
    setChanged(new Map([...changed, ...some.map((item) => [keyOf(item), isTaken] as const)]));
  const begin = () => {
    const asked = new Set(items.map(keyOf));
    const left = new Set(items.filter((item) => !isChosen(item)).map(keyOf));
    // What was left out is proposed to be left out again; where that cannot be kept, the pass itself goes on.
    void leftOut.change((before = []) => [...before.filter((key) => !asked.has(key)), ...left]).catch(() => undefined);
    onBegin(chosen);
  };
  return (
    <>
      <p className={dialogs.note}>{t(items.length === 0 ? 'second.nothing' : 'second.choose')}</p>
      {model.sections.map((section) => {
        const within = items.filter((item) => item.section === section.id);
        const fields = [...new Map(within.map((item) => [keyOf(item), item])).values()];
        if (fields.length === 0) return null;
        return (
          <fieldset className={dialogs.copySection} key={section.id}>
            <legend>
              <Checkbox
                checked={within.every(isChosen)}
                indeterminate={within.some(isChosen) && !within.every(isChosen)}
                label={words.section(section.id)}
                onChange={(event) => choose(within, event.currentTarget.checked)}
              />
            </legend>
            {fields.map((item) => (
              <Checkbox
                checked={isChosen(item)}
                key={keyOf(item)}
                label={`${item.field.no} ${words.label(item.field)}`}
                onChange={(event) => choose([item], event.currentTarget.checked)}
                size="xs"
              />
            ))}
          </fieldset>
        );
      })}
      <Group gap="sm" justify="flex-end" mt="lg">
        <Button data-autofocus disabled={chosen.length === 0} onClick={begin}>
          {t('second.begin', { count: chosen.length })}
        </Button>
      </Group>
    </>
  );
}
