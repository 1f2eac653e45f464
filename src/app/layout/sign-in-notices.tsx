import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './sign-in-notices.module.css';

/** What everybody must be told at sign-in, until it has been read. */
export function SignInNotices() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { notices: all, register } = useSession();
  const [isRead, setRead] = useState(false);
  // Who holds which key in a training register protects nobody.
  const notices = all.filter(({ code }) => !(register.training && code === 'SINGLE_PERSON_OFFICE'));
  if (notices.length === 0 || isRead) return null;
  return (
    <div className={styles.notices}>
      {notices.map(({ code, at }, index) => (
        <Notice
          key={`${code}-${at}`}
          tone="warn"
          actions={
            index === notices.length - 1 ? (
              <Button variant="default" onClick={() => setRead(true)}>
                {t('frame:notice.read')}
              </Button>
            ) : undefined
          }
        >
          {t(`frame:notice.${code}`, { at: formats.dateTime(at) })}
        </Notice>
      ))}
    </div>
  );
}
