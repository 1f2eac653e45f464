import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import type { FieldRef } from '#shared/records/record.ts';
import { useProcedure } from '../../../api/query.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { ChangeText } from '../dialogs/change-text.tsx';
import { useEditor } from '../form/form-context.ts';
import { useWords } from '../texts/use-words.ts';
import classes from './help-panel.module.css';

type FieldHistoryProps = { at: FieldRef; isOpen: boolean; onOpen: () => void };
type Change = Output<'record.history'>['changes'][number];

/** Every value the field has had: who, when, from what to what, why. */
export function FieldHistory({ at, isOpen, onOpen }: FieldHistoryProps) {
  const { t } = useTranslation('records');
  const id = useEditor((state) => state.meta.id);
  const history = useProcedure('record.history', { id }, { enabled: isOpen });
  const failure = useFailureText()(history.error);
  const changes = (history.data?.changes ?? []).filter((change) => concerns(change, at));
  return (
    <section aria-label={t('help.history')} data-help="history">
      <h3 className={classes.helpHeading}>{t('help.history')}</h3>
      {!isOpen && (
        <Button onClick={onOpen} rightSection={<KeyHint of="fieldHistory" />} size="compact-sm" variant="default">
          {t('help.showHistory')}
        </Button>
      )}
      <FailureNotice text={failure} />
      {isOpen && history.isSuccess && changes.length === 0 && <p className={classes.helpText}>{t('help.noHistory')}</p>}
      {changes.map((change) => (
        <Entry change={change} key={`${change.revision} ${change.at} ${change.event}`} />
      ))}
    </section>
  );
}

/** A change of the field itself, or of the row it stands in. */
const concerns = (change: Change, at: FieldRef): boolean =>
  change.entity === at.entity &&
  (change.row ?? undefined) === at.row &&
  (change.field === at.field || (change.field === null && change.row !== null));

function Entry({ change }: { change: Change }) {
  const words = useWords();
  return (
    <article className={classes.helpEntry}>
      <div className={classes.helpEntryHead}>
        <span>{change.by}</span>
        <span>{words.formats.dateTime(change.at)}</span>
      </div>
      <ChangeText change={change} isFieldKnown />
    </article>
  );
}
