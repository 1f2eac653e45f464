/** Composition root of the data worker: every service, built once. */
import { randomInt, randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import type { DataWorkerOptions, PortName, Ports } from '../ipc/protocol.ts';
import { listDrives } from '../platform/drives.ts';
import { calibrate, type KdfParameters } from '../security/kdf.ts';
import { judgePassphrase, suggestPassphrase } from '../security/passphrase.ts';
import { createAccounts } from '../services/accounts.ts';
import { createAttachments } from '../services/attachments/attachments.ts';
import { createAuditLog } from '../services/audit.ts';
import { createBackups } from '../services/backup/backups.ts';
import { createChecks } from '../services/check/checks.ts';
import { createCourses } from '../services/courses/courses.ts';
import { createExchange } from '../services/exchange/exchange.ts';
import { createJobs } from '../services/jobs.ts';
import { createLists, listsInThread, type OpenLists } from '../services/lists/lists.ts';
import { createMerges } from '../services/merge/merges.ts';
import { createNames } from '../services/names/names.ts';
import type { Clock, Publish } from '../services/ports.ts';
import { createPublications } from '../services/publications/publications.ts';
import { createQuality } from '../services/quality/quality.ts';
import { createRecordServices } from '../services/records/record-services.ts';
import { createRecovery } from '../services/recovery/recovery.ts';
import { createReferenceLists } from '../services/reference-lists/reference-lists.ts';
import { createRegisters } from '../services/registers.ts';
import { createReports } from '../services/reports/reports.ts';
import { createSummaries } from '../services/reports/summary/summaries.ts';
import { createRetention } from '../services/retention/retention.ts';
import { createLikelyPersons } from '../services/search/likely-persons.ts';
import { createSearch } from '../services/search/search.ts';
import { createTextsWithNames } from '../services/search/texts-with-names.ts';
import type { Services } from '../services/services.ts';
import { createSessions } from '../services/sessions.ts';
import { readAllSettings, writeSettings } from '../services/settings.ts';
import { createStatistics } from '../services/statistics/statistics.ts';
import type { Threads } from '../services/threads.ts';
import { demoRegister } from '../services/training/demo.ts';
import { createTraining } from '../services/training/training.ts';
import { createWorkstation } from '../services/workstation.ts';
import type { JobFunctionName, JobFunctions } from './job-functions.ts';
import { runInThread } from './job-thread.ts';

export interface WorkerParts {
  readonly options: DataWorkerOptions;
  readonly ask: <P extends PortName>(name: P, args: Ports[P]['args']) => Promise<Ports[P]['value']>;
  readonly publish: Publish;
  readonly reportIncident: (name: string, cause: unknown) => string;
  readonly jobScript: URL;
  readonly statisticsScript: URL;
  readonly namesScript: URL;
  readonly listScript: URL;
  /** Tests pass their own; the program calibrates once per start. */
  readonly kdf?: KdfParameters;
  readonly clock?: Clock;
  /** Tests run jobs and answer lists in their own thread. */
  readonly threads?: Threads;
  readonly openLists?: OpenLists;
}

/** Builds the services over the ports of one host. */
export function createServices(parts: WorkerParts): Services {
  const { options, ask, reportIncident, jobScript, statisticsScript, namesScript, listScript } = parts;
  const clock = parts.clock ?? { now: () => new Date() };
  const kdf = calibratedOnce(parts.kdf);
  const threads: Threads = parts.threads ?? {
    run: (name, input, tools, take) =>
      runInThread(
        jobScript,
        name as JobFunctionName,
        input as Parameters<JobFunctions[JobFunctionName]>[0],
        tools,
        take,
      ) as never,
  };
  const names = createNames(namesScript);
  const publish: Publish = (name, payload) => {
    parts.publish(name, payload);
    if (name !== 'records.changed') return;
    names.follow();
    statistics.follow();
  };
  const audit = createAuditLog(clock);
  const jobs = createJobs({ publish, newId: randomUUID, reportIncident });
  const statistics = createStatistics({ script: statisticsScript, clock, version: options.version });
  const lists = createLists({ open: parts.openLists ?? listsInThread(listScript), publish });
  const quality = createQuality({ statistics, jobs, threads, clock, audit, publish });
  const workstation = createWorkstation(options.userData, options.locale);
  const sessions = createSessions({
    clock,
    publish,
    audit,
    beforeLock: async () => {
      await jobs.cancelAll();
      await Promise.all([statistics.close(), names.close(), lists.close()]);
    },
  });
  const printer = { print: (html: string) => ask('print', { html }) };
  const publications = createPublications({ statistics, printer, jobs, clock, newId, version: options.version });
  const settings = { read: readAllSettings, write: writeSettings };
  const exchangeParts = { jobs, threads, clock, audit, publish, newId };
  return {
    workstation,
    sessions,
    audit,
    jobs,
    names,
    search: createSearch(names),
    likelyPersons: createLikelyPersons(names),
    textsWithNames: createTextsWithNames(names),
    statistics,
    lists,
    courses: createCourses({ lists, clock }),
    settings,
    registers: createRegisters({ clock, newId, sessions, workstation, kdf }),
    accounts: createAccounts({ clock, newId, kdf, sessions }),
    recovery: createRecovery({ clock, newId, sessions, audit, kdf }),
    records: createRecordServices({ clock, publish, lists, counted: statistics.recordsOf }),
    referenceLists: createReferenceLists({ clock, publish, jobs, threads, audit }),
    attachments: createAttachments({ jobs, clock, audit, newId }),
    publications,
    quality,
    reports: createReports({
      printer,
      statistics,
      quality,
      publications,
      clock,
      // Drawn, not counted: a form tells nothing about how many others there are.
      newFormNumber: () => randomInt(10_000_000, 100_000_000),
      version: options.version,
    }),
    summaries: createSummaries({ printer, statistics, publications, jobs, audit, version: options.version }),
    backups: createBackups({
      jobs,
      threads,
      clock,
      audit,
      sessions,
      workstation,
      newId,
      programVersion: options.version,
    }),
    exchange: createExchange(exchangeParts),
    merges: createMerges({ clock, publish, newId }),
    retention: createRetention({ clock, publish }),
    checks: createChecks({ jobs, threads }),
    training: createTraining({ jobs, clock, audit, publish }),
    passphrases: { suggest: () => suggestPassphrase(), judge: judgePassphrase },
    drives: listDrives,
    dialogs: {
      chooseFolder: (purpose) => ask('chooseFolder', { purpose }),
      chooseFile: (purpose) => ask('chooseFile', { purpose }),
      chooseSave: (purpose, suggestedName) => ask('chooseSave', { purpose, suggestedName }),
    },
    windows: { open: (page) => ask('openWindow', { page }) },
    program: { version: options.version, runtime: options.runtime, documents: join(homedir(), 'Documents') },
    demo: options.demo ? demoRegister(options.userData, options.demo) : null,
  };
}

/** Calibration costs a second: it runs when the first slot is made, and once. */
function calibratedOnce(given: KdfParameters | undefined): () => Promise<KdfParameters> {
  let found: Promise<KdfParameters> | null = given ? Promise.resolve(given) : null;
  return () => {
    found ??= calibrate();
    return found;
  };
}
