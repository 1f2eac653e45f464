import { Button, Group, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Difference } from '#shared/records/content.ts';
import type { FieldValue, RecordContent } from '#shared/records/record.ts';
import { rowNames } from '#shared/records/row-names.ts';
import {
  type Conflict,
  conflictKey,
  contentKeeping,
  type IdentityConflict,
  identityKeeping,
} from '../editor/conflict.ts';
import type { Opened, Resolved } from '../editor/editor-store.ts';
import { useFormTools } from '../form/form-context.ts';
import { useWords } from '../texts/use-words.ts';
import { valueText } from '../texts/value-text.ts';
import classes from './dialogs.module.css';

type ConflictDialogProps = {
  conflict: Conflict;
  identity: IdentityConflict | null;
  theirs: Opened;
  onResolve: (content: RecordContent, identity: Resolved | null) => void;
  onClose: () => void;
};

/** Somebody saved the record meanwhile: both versions side by side, decided field by field. */
export function ConflictDialog({ conflict, identity, theirs, onResolve, onClose }: ConflictDialogProps) {
  const { t } = useTranslation('records');
  const { t: translate } = useTranslation();
  const { model, store } = useFormTools();
  const words = useWords();
  const ofIdentity = identity ?? { mine: [], theirs: [] };
  const changes = [...conflict.mine, ...ofIdentity.mine];
  const [mine, setMine] = useState<ReadonlySet<string>>(() => new Set(changes.map(conflictKey)));
  /** Rows of one group have the same fields: which row it is stands before them. */
  const place = ({ entity, row }: Difference['ref']) => {
    if (row === undefined) return '';
    // Identifiers of a person stand in no row of their own, but in the one that is the person.
    const group = entity === model.vaultEntity ? (model.index.outerGroupOf(entity)?.id ?? entity) : entity;
    const named = [store.get().content, theirs.content]
      .flatMap((content) => rowNames(model.index, content, group, (id) => words.entity(id, 1)))
      .find((each) => each.row.id === row);
    return `${named?.name ?? words.entity(group, 1)}, `;
  };
  const resolve = (kept: ReadonlySet<string>) =>
    onResolve(
      contentKeeping(conflict, kept, theirs.content),
      identity && { stored: identity.stored, kept: identityKeeping(identity, kept) },
    );
  const text = (difference: Difference, value: FieldValue) => {
    const field = model.index.findField(difference.ref.entity, difference.ref.field);
    return field === undefined ? '' : valueText(field, value, words, translate) || t('conflict.notEntered');
  };
  const choose = (key: string, keep: boolean) => {
    const next = new Set(mine);
    if (keep) next.add(key);
    else next.delete(key);
    setMine(next);
  };
  const theirValue = new Map(
    [...conflict.theirs, ...ofIdentity.theirs].map((difference) => [conflictKey(difference), difference.after]),
  );

  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      size="xl"
      title={t('conflict.title')}
    >
      <p className={classes.note}>{t('conflict.what')}</p>
      {changes.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('conflict.field')}</th>
              <th scope="col">{t('conflict.mine')}</th>
              <th scope="col">{t('conflict.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((difference) => {
              const key = conflictKey(difference);
              const stored = theirValue.has(key) ? (theirValue.get(key) ?? null) : difference.before;
              return (
                <tr key={key}>
                  <th scope="row">
                    {place(difference.ref)}
                    {words.label({ entity: difference.ref.entity, id: difference.ref.field })}
                  </th>
                  <td>
                    <Radio
                      checked={mine.has(key)}
                      label={text(difference, difference.after)}
                      name={key}
                      onChange={() => choose(key, true)}
                    />
                  </td>
                  <td>
                    <Radio
                      checked={!mine.has(key)}
                      label={text(difference, stored)}
                      name={key}
                      onChange={() => choose(key, false)}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <Group gap="sm" justify="flex-end" mt="lg">
        <Button onClick={() => resolve(new Set())} variant="default">
          {t('conflict.takeTheirs')}
        </Button>
        <Button onClick={() => resolve(mine)}>{t('conflict.keepChosen')}</Button>
      </Group>
    </Modal>
  );
}
