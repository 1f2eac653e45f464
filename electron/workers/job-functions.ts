/** The jobs that run in threads of their own, by name. Their input is plain data; keys travel as bytes. */
import { runBackupJob, runInspectJob, runRestoreJob, runVerifyJob } from '../services/backup/jobs.ts';
import { runCheckJob } from '../services/check/run-check.ts';
import { runExportJob } from '../services/exchange/export-job.ts';
import { runImportJob } from '../services/exchange/import-job.ts';
import { runJudgeJob } from '../services/quality/judge-job.ts';
import { runCarryOverJob } from '../services/reference-lists/carry-over-job.ts';

export const jobFunctions = {
  backup: runBackupJob,
  verify: runVerifyJob,
  inspect: runInspectJob,
  restore: runRestoreJob,
  check: runCheckJob,
  export: runExportJob,
  import: runImportJob,
  judge: runJudgeJob,
  'carry-over': runCarryOverJob,
} as const;

export type JobFunctions = typeof jobFunctions;
export type JobFunctionName = keyof JobFunctions;
