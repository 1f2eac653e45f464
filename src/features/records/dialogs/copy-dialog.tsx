import { Button, Checkbox, Group, Loader, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreference } from '../../../api/preference.ts';
import { useProcedure } from '../../../api/query.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { FailureNotice } from '../../../ui/notice.tsx';
import { type Copyable, changesOf, copyables } from '../editor/copy.ts';
import { useEditor, useFormTools } from '../form/form-context.ts';
import { useWords } from '../texts/use-words.ts';
import { valueText } from '../texts/value-text.ts';
import classes from './dialogs.module.css';

type CopyDialogProps = { onClose: () => void };

/** Values of the record that was typed before, to be taken over one by one. */
export function CopyDialog({ onClose }: CopyDialogProps) {
  const { t } = useTranslation('records');
  const { store, model } = useFormTools();
  const words = useWords();
  const except = useEditor((state) => state.meta.id);
  const asked = useProcedure('record.previous', { entity: model.entity, except }, { forget: true });
  const failure = useFailureText()(asked.error);
  const previous = asked.data?.previous ?? null;
  const offered = previous === null ? [] : copyables(model, previous.content, store.get().content);
  const remembered = usePreference('entry.copied');
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isChosen = ({ key }: Copyable) => changed.get(key) ?? remembered.value?.includes(key) ?? false;
  const chosen = offered.filter(isChosen);
  const choose = (items: readonly Copyable[], isTaken: boolean) =>
    setChanged(new Map([...changed, ...items.map(({ key }) => [key, isTaken] as const)]));
  const copy = () => {
    const notTaken = new Set(offered.map(({ key }) => key));
    const taken = chosen.map(({ key }) => key);
    // What was copied last is proposed again; where that cannot be kept, the copying itself goes on.
    void remembered
      .change((before = []) => [...before.filter((key) => !notTaken.has(key)), ...taken])
      .catch(() => undefined);
    store.change(changesOf(model.index, chosen, store.get().content));
    onClose();
  };
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      size="lg"
      title={previous?.code == null ? t('copy.title') : t('copy.titleFrom', { code: previous.code })}
    >
      <FailureNotice text={failure} />
      {asked.isPending && <Loader aria-label={t('list.loading')} size="sm" />}
      {asked.isSuccess && offered.length === 0 && <p className={classes.note}>{t('copy.nothing')}</p>}
      {model.sections.map((section) => {
        const items = offered.filter((item) => item.section === section.id);
        if (items.length === 0) return null;
        return (
          <fieldset className={classes.copySection} key={section.id}>
            <legend>
              <Checkbox
                checked={items.every(isChosen)}
                data-autofocus={section.id === offered[0]?.section || undefined}
                indeterminate={items.some(isChosen) && !items.every(isChosen)}
                label={words.section(section.id)}
                onChange={(event) => choose(items, event.currentTarget.checked)}
              />
            </legend>
            {items.map((item) => (
              <Checkbox
                checked={isChosen(item)}
                key={item.key}
                label={<CopyText item={item} />}
                onChange={(event) => choose([item], event.currentTarget.checked)}
                size="xs"
              />
            ))}
          </fieldset>
        );
      })}
      <Group gap="sm" justify="flex-end" mt="lg">
        <Button onClick={onClose} variant="default">
          {t('common:cancel')}
        </Button>
        <Button disabled={chosen.length === 0} onClick={copy}>
          {t('copy.take', { count: chosen.length })}
        </Button>
      </Group>
    </Modal>
  );
}

function CopyText({ item }: { item: Copyable }) {
  const { t } = useTranslation('records');
  const { t: translate } = useTranslation();
  const words = useWords();
  if (item.kind === 'rows') return `${words.entity(item.entity, 2)}: ${t('copy.rows', { count: item.rows.length })}`;
  return `${words.label(item.field)}: ${valueText(item.field, item.value, words, translate)}`;
}
