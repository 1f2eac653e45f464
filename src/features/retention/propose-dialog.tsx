import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ErasureScope, erasureScopes } from '#shared/contract/retention.ts';
import { useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { isReason, ReasonField } from '../../ui/reason-field.tsx';
import { ErasedContent } from './erased-content.tsx';
import styles from './retention.module.css';
import { type ErasureTarget, useProposing } from './use-proposing.ts';

type ProposeDialogProps = { onClose: () => void; onDone: (count: number) => void };

/** Proposes what was selected in the list of what is due, each as it is due. */
export function ProposeSelectedDialog({
  targets,
  onClose,
  onDone,
}: ProposeDialogProps & { targets: readonly ErasureTarget[] }) {
  const { t } = useTranslation('retention');
  const formats = useFormats();
  const count = (scope: ErasureScope) => targets.filter((target) => target.scope === scope).length;
  const scopes = erasureScopes.filter((scope) => count(scope) > 0);
  return (
    <ProposeForm onClose={onClose} onDone={onDone} targets={targets}>
      <ul>
        {scopes.map((scope) => (
          <li key={scope}>
            {t(`scope.${scope}`)}: {formats.number(count(scope))}
          </li>
        ))}
      </ul>
    </ProposeForm>
  );
}

/** Proposes one record, or only its identity, that is not due by any period. */
export function ProposeOneDialog({ recordId, onClose, onDone }: ProposeDialogProps & { recordId: string }) {
  const { t } = useTranslation('retention');
  const text = useFailureText();
  const [scope, setScope] = useState<ErasureScope>('record');
  const { data, error } = useProcedure('erasure.preview', { recordId, scope }, { forget: true });
  const isEmpty = data !== undefined && Object.keys(data.counts).length === 0;
  const isReady = data !== undefined && !isEmpty && !data.isProposed;
  return (
    <ProposeForm
      details={data === undefined || isEmpty ? null : <ErasedContent preview={data} />}
      disabled={!isReady}
      onClose={onClose}
      onDone={onDone}
      targets={[{ recordId, scope }]}
    >
      <FailureNotice text={text(error)} />
      {data?.isProposed === true ? <Notice tone="warn" title={t('propose.already')} /> : null}
      <Radio.Group label={t('propose.what')} onChange={(value) => setScope(value as ErasureScope)} value={scope}>
        <Stack gap={8} pt={6}>
          {erasureScopes.map((each) => (
            <Radio description={t(`scopeNote.${each}`)} key={each} label={t(`scope.${each}`)} value={each} />
          ))}
        </Stack>
      </Radio.Group>
      {isEmpty ? <p className={styles.quiet}>{t('propose.vaultEmpty')}</p> : null}
    </ProposeForm>
  );
}

type ProposeFormProps = ProposeDialogProps & {
  targets: readonly ErasureTarget[];
  children: React.ReactNode;
  disabled?: boolean;
  /** What would be erased, under the reason. */
  details?: React.ReactNode;
};

function ProposeForm({ targets, children, disabled = false, details, onClose, onDone }: ProposeFormProps) {
  const { t } = useTranslation('retention');
  const formats = useFormats();
  const text = useFailureText();
  const proposing = useProposing();
  const [reason, setReason] = useState('');
  const count = targets.length;
  return (
    <ConfirmDialog
      action={t('propose.submit')}
      busy={proposing.isPending}
      disabled={disabled || !isReason(reason)}
      onClose={onClose}
      onConfirm={() => proposing.mutate({ targets, reason: reason.trim() }, { onSuccess: () => onDone(count) })}
      opened
      size={details === undefined ? undefined : 'lg'}
      title={t('propose.title', { count, number: formats.number(count) })}
    >
      <div className={styles.stack}>
        {children}
        <ReasonField
          isFirst
          hint={t('propose.reasonHint')}
          label={t('propose.reason')}
          onChange={setReason}
          value={reason}
        />
        <p>{t('propose.next')}</p>
        {details ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          <section aria-label={t('preview.kinds')} className={styles.preview} tabIndex={0}>
            {details}
          </section>
        ) : null}
        <FailureNotice text={text(proposing.error)} />
      </div>
    </ConfirmDialog>
  );
}
