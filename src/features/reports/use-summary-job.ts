import type { Input } from '#shared/contract/contract.ts';
import { useJob } from '../../api/jobs.ts';

type Asked = Input<'summary.write'>;

/** What the job was begun with, as long as the window stands: the choices may be others by the time it ends. */
let lastAsked: Asked | null = null;

/** The summary that is written, and what was asked of it. */
export function useSummaryJob() {
  const job = useJob('summary.write');
  const start = (asked: Asked) => {
    lastAsked = asked;
    return job.start(asked);
  };
  return { ...job, start, asked: lastAsked };
}
