import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionInfo } from '#shared/contract/session.ts';
import { useCall } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';
import type { Sheet } from './setup-wizard.tsx';
import { SheetShown } from './sheet-shown.tsx';
import { SheetTypedBack } from './sheet-typed-back.tsx';

type SheetsStepProps = {
  session: SessionInfo;
  /** Empty after the wizard was left: the sheets are on paper, or new ones are made. */
  sheets: readonly Sheet[];
  onSheets: (sheets: readonly Sheet[]) => void;
  onDone: () => void;
};

/** Each sheet is shown, printed and typed back once, so that nobody finds out in an emergency that it was miswritten. */
export function SheetsStep({ session, sheets, onSheets, onDone }: SheetsStepProps) {
  const { t } = useTranslation();
  const text = useFailureText();
  const [pending, setPending] = useState(session.sheetsPending);
  const [isTyping, setTyping] = useState(false);
  const reissue = useCall('recovery.reissue');
  const purpose = pending[0];
  const sheet = sheets.find((each) => each.purpose === purpose);

  const typedBack = (isFinished: boolean) => {
    setTyping(false);
    setPending(pending.slice(1));
    if (isFinished || pending.length <= 1) onDone();
  };
  const makeNew = async () => {
    const { sheets: made } = await reissue.mutateAsync({});
    onSheets(made);
    setPending(made.length === 2 ? ['register', 'vault'] : pending);
  };

  if (purpose === undefined) return null;
  if (isTyping) {
    return (
      <SheetTypedBack
        key={purpose}
        purpose={purpose}
        onDone={typedBack}
        onBack={sheet === undefined && sheets.length > 0 ? undefined : () => setTyping(false)}
      />
    );
  }
  if (sheet !== undefined) {
    return (
      <SheetShown
        key={purpose}
        sheet={sheet}
        institution={session.register.institution}
        onNext={() => setTyping(true)}
      />
    );
  }
  return (
    <>
      <Panel title={t(`setup:sheets.${purpose}Title`)} note={t('setup:sheets.resumed')}>
        <Group gap="sm">
          <Button onClick={() => setTyping(true)}>{t('setup:sheets.haveIt')}</Button>
          <Button variant="default" loading={reissue.isPending} onClick={() => void makeNew().catch(() => undefined)}>
            {t('setup:sheets.makeNew')}
          </Button>
        </Group>
      </Panel>
      <FailureNotice text={text(reissue.error)} />
    </>
  );
}
