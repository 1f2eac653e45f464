import type { JobName } from '#shared/contract/exchange.ts';
import { CallFailure } from './client.ts';
import type { Job } from './jobs.ts';
import { useFailureText } from './use-failure-text.ts';

/** What a page shows of a job that runs or ended badly, as ui/job-view.tsx takes it. */
export function useJobView<N extends JobName>(job: Job<N>) {
  const text = useFailureText();
  const { state } = job;
  const isStopped = state.phase === 'failed' && state.failure.code === 'CANCELLED';
  return {
    state,
    isStopped,
    onStop: () => void job.stop(),
    failure: state.phase === 'failed' && !isStopped ? text(new CallFailure(state.failure)) : null,
  };
}
