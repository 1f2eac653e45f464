import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldRef, Finding } from '#shared/records/record.ts';
import { isReason } from '../../../ui/reason-field.tsx';
import { useFormTools } from '../form/form-context.ts';
import { answerDue, useFindingText } from '../texts/use-finding-text.ts';
import { useWords } from '../texts/use-words.ts';
import classes from './dialogs.module.css';
import { DueAnswers } from './due-answers.tsx';

export type Confirmation = { rule: string; reason: string };

type CompletionDialogProps = {
  title: string;
  action: string;
  findings: readonly Finding[];
  busy: boolean;
  onJump: (field: FieldRef) => void;
  onConfirm: (confirmations: Confirmation[]) => void;
  onClose: () => void;
};

const textKey = (finding: Finding): string =>
  JSON.stringify([finding.rule, finding.part, finding.fields, finding.params]);

/** What still stands in the way, each with a jump to its field; what is unusual, each with a reason. */
export function CompletionDialog({ title, action, findings, busy, onJump, onConfirm, onClose }: CompletionDialogProps) {
  const { t } = useTranslation('records');
  const hard = findings.filter((finding) => finding.level === 'hard');
  const soft = findings.filter((finding) => finding.level === 'soft');
  const due = hard.filter((finding) => finding.rule === answerDue);
  const broken = hard.filter((finding) => finding.rule !== answerDue);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const rules = [...new Set(soft.map((finding) => finding.rule))];
  const isReady = hard.length === 0 && rules.every((rule) => isReason(reasons[rule] ?? ''));

  return (
    <Modal closeButtonProps={{ 'aria-label': t('common:close') }} onClose={onClose} opened size="lg" title={title}>
      {due.length > 0 && (
        <section aria-label={t('complete.due', { count: due.length })}>
          <h3 className={classes.heading}>{t('complete.due', { count: due.length })}</h3>
          <DueAnswers findings={due} onJump={onJump} />
        </section>
      )}
      {broken.length > 0 && (
        <section aria-label={t('complete.hard', { count: broken.length })}>
          <h3 className={classes.heading}>{t('complete.hard', { count: broken.length })}</h3>
          <ul className={classes.list}>
            {broken.map((finding) => (
              <li key={textKey(finding)}>
                <FindingJump finding={finding} onJump={onJump} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {rules.length > 0 && (
        <section aria-label={t('complete.soft', { count: rules.length })}>
          <h3 className={classes.heading}>{t('complete.soft', { count: rules.length })}</h3>
          <p className={classes.note}>{t('complete.softNote')}</p>
          {rules.map((rule) => (
            <div className={classes.confirmation} key={rule}>
              {soft
                .filter((finding) => finding.rule === rule)
                .map((finding) => (
                  <FindingJump finding={finding} key={textKey(finding)} onJump={onJump} />
                ))}
              {hard.length === 0 && (
                <TextInput
                  aria-label={t('complete.reasonFor', { rule })}
                  maxLength={2000}
                  onChange={(event) => setReasons({ ...reasons, [rule]: event.currentTarget.value })}
                  placeholder={t('complete.reason')}
                  value={reasons[rule] ?? ''}
                />
              )}
            </div>
          ))}
        </section>
      )}
      <Group gap="sm" justify="flex-end" mt="lg">
        <Button onClick={onClose} variant="default">
          {t('complete.back')}
        </Button>
        <Button
          disabled={!isReady}
          loading={busy}
          onClick={() => onConfirm(rules.map((rule) => ({ rule, reason: (reasons[rule] ?? '').trim() })))}
        >
          {action}
        </Button>
      </Group>
    </Modal>
  );
}

type FindingJumpProps = { finding: Finding; onJump: (field: FieldRef) => void };

function FindingJump({ finding, onJump }: FindingJumpProps) {
  const { t } = useTranslation('records');
  const { model, store } = useFormTools();
  const words = useWords();
  const textOf = useFindingText();
  const [first] = finding.fields;
  if (first === undefined) return <span>{textOf(finding)}</span>;
  const section = model.sectionOf(first);
  const at =
    first.row === undefined
      ? -1
      : (store.get().content.groups[first.entity] ?? []).findIndex((row) => row.id === first.row);
  const place = [
    section === undefined ? '' : words.section(section),
    at < 0 ? '' : t('complete.row', { group: words.entity(first.entity, 1), number: at + 1 }),
    words.label({ entity: first.entity, id: first.field }),
  ];
  return (
    <button className={classes.jump} onClick={() => onJump(first)} type="button">
      <span className={classes.place}>{place.filter((part) => part !== '').join(' › ')}</span>
      <span>{textOf(finding)}</span>
    </button>
  );
}
