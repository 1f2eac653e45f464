import { Box, Button, Checkbox, Group, NumberInput, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { mostBlankRows, mostContinuationRows } from '#shared/contract/paper.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { call } from '../../../api/client.ts';
import { useSession } from '../../../api/session.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { useSaveFile } from '../../../api/use-save-file.ts';
import { LanguageSelect } from '../../../i18n/language-select.tsx';
import { useLanguage } from '../../../i18n/use-formats.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { isReason, ReasonField } from '../../../ui/reason-field.tsx';
import { useWords } from '../texts/use-words.ts';
import classes from './dialogs.module.css';

/** The record whose answers may stand on the form, and whether its identity may. */
interface Stored {
  readonly id: string;
  readonly code: string | null;
  readonly identity: Output<'record.open'>['allowed']['identity'];
}

type PaperDialogProps = {
  entity: string;
  /** Left out: there is nothing but a blank form. */
  stored?: Stored;
  onPrinted: (sentence: string) => void;
  onClose: () => void;
};

type Printed = Output<'paper.print-blank' | 'paper.print-filled'>;
type IdentitySheet = 'none' | 'blank' | 'filled';

const sheetLabels = { none: 'without', blank: 'blank', filled: 'filled' } as const;
const fewRows = 3;

/** A form to be filled in by hand as a PDF, blank or with what is stored; names on a sheet of their own. */
export function PaperDialog({ entity, stored, onPrinted, onClose }: PaperDialogProps) {
  const { t } = useTranslation('paper');
  const words = useWords();
  const { register } = useSession();
  const [language, setLanguage] = useState(useLanguage());
  const [isBlank, setBlank] = useState(stored === undefined);
  const [identitySheet, setIdentitySheet] = useState<IdentitySheet>('none');
  const [options, setOptions] = useState({
    explanations: false,
    annex: stored === undefined,
    blankRows: fewRows,
    continuationRows: 0,
  });
  const [reason, setReason] = useState('');
  const { busy, thrown, save } = useSaveFile<Printed>();
  const failure = useFailureText()(thrown);

  const change = (part: Partial<typeof options>) => setOptions({ ...options, ...part });
  const hasVault = indexOfKind(register.kind).vaultOf(entity) !== undefined;
  const mayFill = !isBlank && stored !== undefined && stored.identity !== 'no';
  const sheets: readonly IdentitySheet[] = mayFill ? ['none', 'blank', 'filled'] : ['none', 'blank'];
  const sheet = mayFill || identitySheet !== 'filled' ? identitySheet : 'none';
  const needsReason = sheet === 'filled' && stored?.identity === 'with-reason';
  const name = stored?.code ?? words.entity(entity, 1);

  const print = async () => {
    const code = isBlank ? null : (stored?.code ?? null);
    const suggestedName = `${[t('dialog.fileName'), code].filter((part) => part !== null).join('-')}.pdf`;
    const printed = await save({ purpose: 'pdf', suggestedName }, (file) => {
      const asked = { language, file, ...options };
      return isBlank || stored === undefined
        ? call('paper.print-blank', { ...asked, entity, identitySheet: sheet !== 'none' })
        : call('paper.print-filled', {
            ...asked,
            id: stored.id,
            identitySheet: sheet,
            reason: needsReason ? reason.trim() : null,
          });
    });
    if (printed === null) return;
    const { file, pages, form } = printed;
    onPrinted(t('dialog.done', { form, file, count: pages }));
  };
  return (
    <ConfirmDialog
      action={t('dialog.save')}
      busy={busy !== null}
      disabled={needsReason && !isReason(reason)}
      onClose={onClose}
      onConfirm={() => void print()}
      opened
      size="lg"
      title={stored === undefined ? t('dialog.title', { entity: name }) : t('dialog.titleStored', { name })}
    >
      <p className={classes.note}>{t(isBlank ? 'dialog.note' : 'dialog.noteStored')}</p>
      <Group align="end" gap="md" grow>
        <LanguageSelect label={t('dialog.language')} onChange={setLanguage} value={language} />
        {stored !== undefined && (
          <SegmentedControl
            aria-label={t('dialog.answers')}
            data={['stored', 'empty'].map((value) => ({ value, label: t(`dialog.${value}`) }))}
            onChange={(value) => setBlank(value === 'empty')}
            value={isBlank ? 'empty' : 'stored'}
          />
        )}
      </Group>
      <Checkbox
        checked={options.explanations}
        description={t('dialog.explanationsNote')}
        label={t('dialog.explanations')}
        mt="md"
        onChange={(event) => change({ explanations: event.currentTarget.checked })}
      />
      <Checkbox
        checked={options.annex}
        description={t('dialog.annexNote')}
        label={t('dialog.annex')}
        mt="sm"
        onChange={(event) => change({ annex: event.currentTarget.checked })}
      />
      <Group align="end" gap="md" grow mt="sm">
        <NumberInput
          allowDecimal={false}
          clampBehavior="strict"
          label={t('dialog.blankRows')}
          max={mostBlankRows}
          min={0}
          onChange={(typed) => change({ blankRows: Number(typed) })}
          value={options.blankRows}
        />
        <NumberInput
          allowDecimal={false}
          clampBehavior="strict"
          description={t('dialog.continuationNote')}
          label={t('dialog.continuationRows')}
          max={mostContinuationRows}
          min={0}
          onChange={(typed) => change({ continuationRows: Number(typed) })}
          value={options.continuationRows}
        />
      </Group>
      {hasVault && (
        <Select
          allowDeselect={false}
          data={sheets.map((value) => ({ value, label: t(`dialog.${sheetLabels[value]}`) }))}
          description={t(sheet === 'filled' ? 'dialog.filledNote' : 'dialog.identityNote')}
          label={t('dialog.identity')}
          mt="sm"
          onChange={(value) => setIdentitySheet((value ?? 'none') as IdentitySheet)}
          value={sheet}
        />
      )}
      {needsReason && (
        <Box mt="sm">
          <ReasonField label={t('dialog.reason')} onChange={setReason} value={reason} />
        </Box>
      )}
      <FailureNotice text={failure} />
    </ConfirmDialog>
  );
}

/** Opens the dialog for a blank form of a record type. */
export function PaperButton({ entity, onPrinted }: Pick<PaperDialogProps, 'entity' | 'onPrinted'>) {
  const { t } = useTranslation('paper');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} variant="default">
        {t('dialog.open')}
      </Button>
      {isOpen && (
        <PaperDialog
          entity={entity}
          onClose={() => setOpen(false)}
          onPrinted={(sentence) => {
            setOpen(false);
            onPrinted(sentence);
          }}
        />
      )}
    </>
  );
}
