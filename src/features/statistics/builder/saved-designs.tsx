import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '#shared/contract/contract.ts';
import { useCall, useProcedure } from '../../../api/query.ts';
import { useHasRole } from '../../../api/session.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import classes from './builder.module.css';
import { SavedRow } from './saved-row.tsx';
import type { DesignWords } from './use-design-words.ts';

export type SavedDesign = Output<'design.list'>['designs'][number];
/** The saved table that stands on the screen. */
export type Opened = Pick<SavedDesign, 'id' | 'name'>;

type SavedDesignsProps = {
  words: DesignWords;
  onOpen: (saved: SavedDesign) => void;
  /** The opened table may have another name now, or none. */
  onRenamed: (saved: Opened) => void;
  onRemoved: (id: string) => void;
};

/** Own tables and shared ones: opened, renamed, shared, put into the yearly report, taken away. */
export function SavedDesigns({ words, onOpen, onRenamed, onRemoved }: SavedDesignsProps) {
  const { t } = words;
  const formats = useFormats();
  const hasRole = useHasRole();
  const [isOpen, setOpen] = useState(false);
  const [removed, setRemoved] = useState<SavedDesign | null>(null);
  const { data } = useProcedure('design.list', {});
  const share = useCall('design.share', ['design.list']);
  const rename = useCall('design.rename', ['design.list']);
  const remove = useCall('design.remove', ['design.list']);
  const failure = useFailureText()(share.error ?? rename.error ?? remove.error);
  const designs = (data?.designs ?? []).toSorted((a, b) => formats.compare(a.name, b.name));
  const ownNames = designs.filter(({ own }) => own).map(({ name }) => name);
  return (
    <>
      <Button fullWidth onClick={() => setOpen(true)} variant="default">
        {t('builder:saved.open')}
      </Button>
      <Modal
        closeButtonProps={{ 'aria-label': t('common:close') }}
        onClose={() => setOpen(false)}
        opened={isOpen}
        size="xl"
        title={t('builder:saved.title')}
      >
        <FailureNotice text={failure} />
        {designs.length === 0 && <p className={classes.empty}>{t('builder:saved.none')}</p>}
        <ul className={classes.saved}>
          {designs.map((saved) => (
            <SavedRow
              key={saved.id}
              mayRemove={saved.own || hasRole('supervisor')}
              mayShare={hasRole('supervisor') || (saved.own && hasRole('analyst'))}
              onOpen={() => {
                onOpen(saved);
                setOpen(false);
              }}
              onRemove={() => setRemoved(saved)}
              onRename={(name) =>
                rename.mutate({ id: saved.id, name }, { onSuccess: () => onRenamed({ id: saved.id, name }) })
              }
              onShare={(part) => share.mutate({ id: saved.id, ...part })}
              saved={saved}
              takenNames={ownNames.filter((name) => name !== saved.name)}
              words={words}
            />
          ))}
        </ul>
      </Modal>
      <ConfirmDialog
        action={t('builder:saved.remove')}
        busy={remove.isPending}
        dangerous
        onClose={() => setRemoved(null)}
        onConfirm={() => {
          if (removed === null) return;
          const { id } = removed;
          remove.mutate({ id }, { onSuccess: () => onRemoved(id), onSettled: () => setRemoved(null) });
        }}
        opened={removed !== null}
        title={t('builder:saved.removeTitle')}
      >
        {t(removed?.inReport ? 'builder:saved.removeFromReport' : 'builder:saved.removeText', {
          name: removed?.name ?? '',
        })}
      </ConfirmDialog>
    </>
  );
}
