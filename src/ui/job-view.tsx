import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice, Notice } from './notice.tsx';
import { ProgressPanel } from './progress-panel.tsx';

type RunningJob = {
  readonly phase: string;
  readonly step?: string | null;
  readonly done?: number;
  readonly total?: number;
  readonly remainingSeconds?: number | null;
  readonly stopping?: boolean;
};

type JobViewProps = {
  state: RunningJob;
  onStop: () => void;
  /** Text of the failure, where the job failed. */
  failure: { readonly what: string; readonly safe: string; readonly todo: string } | null;
  /** The user stopped it herself: no error. */
  isStopped: boolean;
  actions?: ReactNode;
};

/** A long job while it runs and where it ended badly; its result is shown by the page. */
export function JobView({ state, onStop, failure, isStopped, actions }: JobViewProps) {
  const { t } = useTranslation();
  if (state.phase === 'running') {
    const step = state.step ?? 'start';
    return (
      <ProgressPanel
        title={t([`common:step.${step}`, 'common:step.work'])}
        done={state.done ?? 0}
        total={state.total ?? 0}
        remainingSeconds={state.remainingSeconds ?? null}
        onStop={onStop}
        stopping={state.stopping ?? false}
      />
    );
  }
  if (isStopped) {
    return (
      <Notice tone="info" title={t('common:progress.stopped')} actions={actions}>
        {t('common:progress.stoppedSafe')}
      </Notice>
    );
  }
  return <FailureNotice text={failure} actions={actions} />;
}
