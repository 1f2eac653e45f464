import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProcedure } from '../../api/query.ts';
import { useHasRole } from '../../api/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { useRecordName } from './record-name.ts';
import classes from './tasks.module.css';

/** After signing in: what was typed before the lock, the crash or the power cut, one press away. */
export function KeptOffer() {
  const { t } = useTranslation('tasks');
  const navigate = useNavigate();
  const nameOf = useRecordName();
  const mayType = useHasRole()('officer', 'supervisor');
  const [isDone, setDone] = useState(false);
  const drafts = useProcedure('draft.list', {}, { enabled: mayType && !isDone, forget: true }).data?.drafts ?? [];
  const [newest] = drafts;
  if (isDone || newest === undefined) return null;
  return (
    <div className={classes.offer}>
      <Notice
        actions={
          <>
            <Button
              data-autofocus
              onClick={() => {
                setDone(true);
                void navigate({ to: '/record/$id', params: { id: newest.id } });
              }}
            >
              {t('goOn', { record: nameOf(newest) })}
            </Button>
            <Button
              onClick={() => {
                setDone(true);
                void navigate({ to: '/tasks' });
              }}
              variant="default"
            >
              {t('showAll')}
            </Button>
          </>
        }
        tone="info"
      >
        {t('offer', { count: drafts.length })}
      </Notice>
    </div>
  );
}
