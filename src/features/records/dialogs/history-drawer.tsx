import { Drawer, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { useProcedure } from '../../../api/query.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { FailureNotice } from '../../../ui/notice.tsx';
import { useWords } from '../texts/use-words.ts';
import { ChangeText } from './change-text.tsx';
import classes from './dialogs.module.css';

type HistoryDrawerProps = { id: string; onClose: () => void };
type Change = Output<'record.history'>['changes'][number];
type Save = { readonly key: string; readonly at: string; readonly by: string; readonly changes: readonly Change[] };

/** Changes of one save stand together under who saved and when. */
function bySave(changes: readonly Change[]): readonly Save[] {
  const saves = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.revision} ${change.at} ${change.by}`;
    const save = saves.get(key);
    if (save === undefined) saves.set(key, [change]);
    else save.push(change);
  }
  return [...saves].flatMap(([key, grouped]) => {
    const [first] = grouped;
    return first === undefined ? [] : [{ key, at: first.at, by: first.by, changes: grouped }];
  });
}

/** Every change of the record, newest first: who, when, which field, from what to what, why. */
export function HistoryDrawer({ id, onClose }: HistoryDrawerProps) {
  const { t } = useTranslation('records');
  const words = useWords();
  const history = useProcedure('record.history', { id });
  const failure = useFailureText()(history.error);
  return (
    <Drawer
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      position="right"
      size="lg"
      title={t('history.title')}
      transitionProps={{ duration: 0 }}
    >
      <FailureNotice text={failure} />
      {history.isPending && <Loader aria-label={t('list.loading')} size="sm" />}
      {bySave(history.data?.changes ?? []).map((save) => (
        <article className={classes.entry} key={save.key}>
          <div className={classes.entryHead}>
            <span>{words.formats.dateTime(save.at)}</span>
            <span>{save.by}</span>
          </div>
          {save.changes.map((change) => (
            <ChangeText change={change} key={`${change.event} ${change.entity} ${change.row} ${change.field}`} />
          ))}
        </article>
      ))}
    </Drawer>
  );
}
