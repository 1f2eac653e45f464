import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormGroup } from '#shared/dictionary/derive-form.ts';
import { rowsOf } from '#shared/records/content.ts';
import { rowNames } from '#shared/records/row-names.ts';
import { useCall } from '../../../api/query.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { FailureNotice } from '../../../ui/notice.tsx';
import { inputId } from '../editor/field-key.ts';
import { LikelyPersons } from '../identity/likely-persons.tsx';
import { OtherRecords } from '../identity/other-records.tsx';
import { useWords } from '../texts/use-words.ts';
import { FieldRow } from './field-row.tsx';
import classes from './form.module.css';
import { useEditor, useFormTools } from './form-context.ts';

type IdentityPartProps = { vault: FormGroup };

const shortestReason = 3;

/** The person of the record, or each of the rows that are persons, under its name. */
function OpenVault({ vault }: IdentityPartProps) {
  const { t } = useTranslation('records');
  const words = useWords();
  const { model } = useFormTools();
  const content = useEditor((state) => state.content);
  if (vault.outer === undefined) return <Identity vault={vault} />;
  const persons = rowNames(model.index, content, vault.outer, (entity) => words.entity(entity, 1));
  if (persons.length === 0)
    return <p className={classes.quiet}>{t('group.needsOuter', { outer: words.entity(vault.outer, 1) })}</p>;
  return persons.map(({ row, name }) => (
    <section aria-label={name} className={classes.group} key={row.id}>
      <h3 className={classes.subheading}>{name}</h3>
      <Identity row={row.id} vault={vault} />
    </section>
  ));
}

function Identity({ vault, row }: IdentityPartProps & { row?: string }) {
  const at = row === undefined ? {} : { row };
  return (
    <>
      {vault.fields.map(({ field }) => (
        <FieldRow field={field} key={field.id} {...at} />
      ))}
      <LikelyPersons {...at} />
      {row !== undefined && <OtherRecords row={row} />}
    </>
  );
}

/** Direct identifiers: closed until they are opened by a call of their own, which the audit log keeps. */
export function IdentityPart({ vault }: IdentityPartProps) {
  const { t } = useTranslation('records');
  const { store } = useFormTools();
  const isOpen = useEditor((state) => state.identity !== null);
  const access = useEditor((state) => state.allowed.identity);
  const canEdit = useEditor((state) => state.allowed.editIdentity);
  const recordId = useEditor((state) => state.meta.id);
  // Stored, or typed before and kept.
  const hasIdentity = useEditor((state) => state.meta.hasIdentity || state.offer?.hasIdentity === true);
  const open = useCall('identity.open');
  const failure = useFailureText()(open.error);
  const [reason, setReason] = useState('');
  const context = vault.outer === undefined ? undefined : 'several';

  if (isOpen) return <OpenVault vault={vault} />;
  if (access === 'no') return <p className={classes.quiet}>{t('identity.notAllowed', { context })}</p>;

  const needsReason = access === 'with-reason';
  const focusFirst = () => {
    const field = vault.fields[0]?.field;
    if (field === undefined) return;
    const row = vault.outer === undefined ? undefined : rowsOf(store.get().content, vault.outer)[0]?.id;
    document.getElementById(inputId({ entity: field.entity, field: field.id, ...(row && { row }) }))?.focus();
  };
  const given = needsReason ? reason.trim() : null;
  const openVault = () =>
    open.mutate(
      { recordId, reason: given },
      {
        onSuccess: (opened) => {
          store.identityOpened(opened, given);
          requestAnimationFrame(focusFirst);
        },
      },
    );
  return (
    <div className={classes.vault}>
      <p>{t(hasIdentity ? 'identity.closed' : 'identity.empty', { context })}</p>
      <p className={classes.quietText}>{t(needsReason ? 'identity.auditedWithReason' : 'identity.audited')}</p>
      {needsReason && (
        <Textarea
          data-entry
          label={t('identity.reason')}
          maxLength={2000}
          minRows={2}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          value={reason}
        />
      )}
      <div>
        <Button
          data-entry
          disabled={needsReason && reason.trim().length < shortestReason}
          loading={open.isPending}
          onClick={openVault}
          variant="default"
        >
          {t(hasIdentity || !canEdit ? 'identity.open' : 'identity.enter')}
        </Button>
      </div>
      <FailureNotice text={failure} />
    </div>
  );
}
