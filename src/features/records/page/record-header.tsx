import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import { call } from '../../../api/client.ts';
import { Badge, type Tone } from '../../../ui/badge.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { PageHeader } from '../../../ui/page.tsx';
import { AttachmentsBadge, AttachmentsItem } from '../attachments/attachments-button.tsx';
import { isDirty, isIdentityDirty } from '../editor/editor-store.ts';
import type { Keeper } from '../editor/keeper.ts';
import type { Saver } from '../editor/saver.ts';
import { percentOf } from '../form/evaluation.ts';
import { useEditor, useEvaluation } from '../form/form-context.ts';
import { MergesItem } from '../merge/merges-dialog.tsx';
import { useWords } from '../texts/use-words.ts';
import { useRecordNavigation } from '../use-record-navigation.ts';
import { PlaceInList } from './place-in-list.tsx';
import classes from './record-page.module.css';
import { SaveStatus } from './save-status.tsx';
import type { RecordActions } from './use-record-actions.ts';

type RecordHeaderProps = {
  saver: Saver;
  keeper: Keeper;
  actions: RecordActions;
  /** null: nothing to explain is on the page. */
  onHelp: (() => void) | null;
  /** To the course of the record, and back from there; null where the record type has none. */
  onCourse: (() => void) | null;
  view: 'form' | 'course';
  onSpeed: () => void;
  /** Another record of the list takes the place of this one. */
  onOpen: (id: string) => void;
};

const tones = { draft: 'quiet', complete: 'good', verified: 'good', returned_for_correction: 'warn' } satisfies Record<
  string,
  Tone
>;

/** Who the record is, how far it is, that it is stored, and what may be done with it now. */
export function RecordHeader(props: RecordHeaderProps) {
  const { saver, keeper, actions, onHelp, onCourse, view, onSpeed, onOpen } = props;
  const { t } = useTranslation('records');
  const words = useWords();
  const meta = useEditor((state) => state.meta);
  const allowed = useEditor((state) => state.allowed);
  const isWaiting = useEditor((state) => isDirty(state) || isIdentityDirty(state));
  const { total } = useEvaluation();
  const state = t(codeTextKey('RECSTAT', meta.state));
  const mayCompleteNow = allowed.complete && meta.state !== 'complete' && meta.state !== 'verified';

  return (
    <PageHeader
      actions={
        <>
          {onCourse !== null && (
            <Button onClick={onCourse} rightSection={<KeyHint of="course" />} variant="default">
              {t(view === 'course' ? 'course:toForm' : 'course:open')}
            </Button>
          )}
          {onHelp !== null && (
            <Button
              className={classes.helpButton}
              onClick={onHelp}
              rightSection={<KeyHint of="explanation" />}
              variant="default"
            >
              {t('page.help')}
            </Button>
          )}
          <Button onClick={() => actions.show('history')} variant="default">
            {t('page.history')}
          </Button>
          <MoreMenu actions={actions} onSpeed={onSpeed} />
          {(allowed.edit || allowed.editIdentity) && (
            <Button disabled={!isWaiting} onClick={actions.save} rightSection={<KeyHint of="save" />} variant="default">
              {t('page.save')}
            </Button>
          )}
          {allowed.returnForCorrection && (
            <Button color="ochre" onClick={() => actions.show('return')} variant="outline">
              {t('page.return')}
            </Button>
          )}
          {mayCompleteNow && (
            <Button loading={actions.isBusy} onClick={actions.complete}>
              {t('page.complete')}
            </Button>
          )}
          {allowed.verify && (
            <Button loading={actions.isBusy} onClick={actions.verify}>
              {t('page.verify')}
            </Button>
          )}
        </>
      }
      beside={
        <>
          <Badge tone={tones[meta.state]}>
            {t('page.stateAndShare', { state, percent: words.formats.number(percentOf(total)) })}
          </Badge>
          {meta.archived && <Badge>{t('page.archived')}</Badge>}
          {meta.binned && <Badge tone="warn">{t('page.binned')}</Badge>}
          <AttachmentsBadge onOpen={() => actions.show('attachments')} />
          <SaveStatus keeper={keeper} saver={saver} />
          <PlaceInList entity={meta.entity} id={meta.id} onOpen={onOpen} />
        </>
      }
      title={meta.code ?? t('page.withoutCode', { entity: words.entity(meta.entity, 1) })}
    />
  );
}

function MoreMenu({ actions, onSpeed }: { actions: RecordActions; onSpeed: () => void }) {
  const { t } = useTranslation('records');
  const { openErasure } = useRecordNavigation();
  const meta = useEditor((state) => state.meta);
  const allowed = useEditor((state) => state.allowed);
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button aria-label={t('page.more')} px={10} variant="default">
          ⋯
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {allowed.edit && (
          <Menu.Item onClick={() => actions.show('copy')} rightSection={<KeyHint of="copyPrevious" />}>
            {t('page.copy')}
          </Menu.Item>
        )}
        {allowed.edit && (
          <Menu.Item onClick={onSpeed} rightSection={<KeyHint of="speedMode" />}>
            {t('speed.start')}
          </Menu.Item>
        )}
        {allowed.edit && (
          <Menu.Item onClick={() => actions.show('second-pass')} rightSection={<KeyHint of="secondPass" />}>
            {t('second.start')}
          </Menu.Item>
        )}
        {allowed.edit && (
          <Menu.Item onClick={() => void actions.saveAndNew()} rightSection={<KeyHint of="saveAndNew" />}>
            {t('page.saveAndNew')}
          </Menu.Item>
        )}
        <AttachmentsItem onOpen={() => actions.show('attachments')} />
        <Menu.Item
          onClick={() => void call('workstation.open-window', { page: `/record/${meta.id}` })}
          rightSection={<KeyHint of="newWindow" />}
        >
          {t('page.newWindow')}
        </Menu.Item>
        <Menu.Item onClick={() => actions.show('print')}>{t('page.print')}</Menu.Item>
        <Menu.Item onClick={() => actions.show('paper')}>{t('paper:dialog.open')}</Menu.Item>
        {meta.number === null && allowed.edit && <Menu.Item onClick={actions.number}>{t('page.giveNumber')}</Menu.Item>}
        {allowed.archive && (
          <Menu.Item onClick={() => actions.archive(!meta.archived)}>
            {t(meta.archived ? 'page.unarchive' : 'page.archive')}
          </Menu.Item>
        )}
        {allowed.bin && <Menu.Item onClick={() => actions.show('compare')}>{t('merge:choose.menu')}</Menu.Item>}
        {(allowed.bin || allowed.restore) && <MergesItem onOpen={() => actions.show('merges')} />}
        {allowed.bin && <Menu.Item onClick={() => actions.show('bin')}>{t('page.bin')}</Menu.Item>}
        {allowed.restore && <Menu.Item onClick={() => actions.show('restore')}>{t('page.restore')}</Menu.Item>}
        {allowed.erase && <Menu.Item onClick={() => openErasure(meta.id)}>{t('page.erase')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
