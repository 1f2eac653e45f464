import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/failure.ts';
import { useCall } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';
import { areSound, emptyLines, SheetLinesInput } from '../../ui/sheet-lines.tsx';
import { StepButtons } from './step-buttons.tsx';

type SheetTypedBackProps = {
  purpose: 'register' | 'vault';
  onDone: (isFinished: boolean) => void;
  onBack: (() => void) | undefined;
};

export function SheetTypedBack({ purpose, onDone, onBack }: SheetTypedBackProps) {
  const { t } = useTranslation();
  const text = useFailureText();
  const rehearse = useCall('recovery.rehearse');
  const [lines, setLines] = useState(emptyLines);
  const wrongLine = rehearse.isError ? failureOf(rehearse.error).params.line : undefined;

  const compare = async () => {
    const { finished } = await rehearse.mutateAsync({ purpose, lines: [...lines] });
    onDone(finished);
  };

  return (
    <>
      <Panel title={t(`setup:sheets.${purpose}TypeTitle`)} note={t('setup:sheets.typeNote')}>
        <SheetLinesInput
          legend={t(`setup:sheets.${purpose}TypeTitle`)}
          lines={lines}
          onChange={setLines}
          wrongLine={typeof wrongLine === 'number' && wrongLine > 0 ? wrongLine : undefined}
        />
      </Panel>
      <FailureNotice text={text(rehearse.error)} />
      <StepButtons
        {...(onBack === undefined ? {} : { onBack })}
        back={t('setup:sheets.showAgain')}
        onNext={() => void compare().catch(() => undefined)}
        next={t('setup:sheets.compare')}
        isReady={areSound(lines) && !rehearse.isPending}
      />
    </>
  );
}
