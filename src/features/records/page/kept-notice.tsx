import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/use-formats.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { KeptOffer } from '../editor/kept.ts';
import { useEditor, useFormTools } from '../form/form-context.ts';
import { DifferenceList } from './difference-list.tsx';

type KeptNoticeProps = { onSave: () => void; onCompare: (offer: KeptOffer) => void; onDiscarded: () => void };

/** What was typed before and not saved stands in the form again: what exactly, since when, and how to be rid of it. */
export function KeptNotice({ onSave, onCompare, onDiscarded }: KeptNoticeProps) {
  const { t } = useTranslation('records');
  const { store } = useFormTools();
  const formats = useFormats();
  const offer = useEditor((state) => state.offer);
  const isIdentityOpen = useEditor((state) => state.identity !== null);
  const [isAsking, setAsking] = useState(false);
  if (offer === null) return null;
  const count = offer.changes.length + Object.keys(offer.unread).length;
  return (
    <>
      <Notice
        actions={
          <>
            {!offer.isOutside && offer.conflict === null && (
              <Button onClick={onSave} size="compact-sm" variant="default">
                {t('kept.save')}
              </Button>
            )}
            {offer.conflict !== null && (
              <Button onClick={() => onCompare(offer)} size="compact-sm" variant="default">
                {t('save.compare')}
              </Button>
            )}
            <Button onClick={() => setAsking(true)} size="compact-sm" variant="default">
              {t('kept.discard')}
            </Button>
          </>
        }
        title={t(count === 0 ? 'kept.titleIdentity' : offer.isOutside ? 'kept.titleOutside' : 'kept.title', {
          count,
          moment: formats.dateTime(offer.at),
        })}
        tone={offer.isOutside || offer.conflict !== null ? 'warn' : 'info'}
      >
        {offer.conflict !== null && <p>{t('kept.conflict')}</p>}
        {count > 0 && offer.hasIdentity && !isIdentityOpen && <p>{t('kept.identity')}</p>}
        <DifferenceList differences={offer.changes} texts={offer.unread} />
      </Notice>
      <ConfirmDialog
        action={t('kept.discard')}
        dangerous
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          store.giveUpKept();
          onDiscarded();
        }}
        opened={isAsking}
        title={t('kept.discardTitle')}
      >
        {t('kept.discardNote')}
      </ConfirmDialog>
    </>
  );
}
