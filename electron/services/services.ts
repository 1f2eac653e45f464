/** The services of an open program, as handlers see them. Built once by the data worker. */
import type { Output } from '#shared/contract/contract.ts';
import type { Judgement } from '../security/passphrase.ts';
import type { Accounts } from './accounts.ts';
import type { Attachments } from './attachments/attachments.ts';
import type { AuditLog } from './audit.ts';
import type { Backups } from './backup/backups.ts';
import type { Checks } from './check/checks.ts';
import type { Courses } from './courses/courses.ts';
import type { Exchange } from './exchange/exchange.ts';
import type { Jobs } from './jobs.ts';
import type { Lists } from './lists/lists.ts';
import type { Merges } from './merge/merges.ts';
import type { Names } from './names/names.ts';
import type { Dialogs } from './ports.ts';
import type { Publications } from './publications/publications.ts';
import type { Quality } from './quality/quality.ts';
import type { RecordServices } from './records/record-services.ts';
import type { Recovery } from './recovery/recovery.ts';
import type { ReferenceLists } from './reference-lists/reference-lists.ts';
import type { Registers } from './registers.ts';
import type { Reports } from './reports/reports.ts';
import type { Summaries } from './reports/summary/summaries.ts';
import type { Retention } from './retention/retention.ts';
import type { LikelyPersons } from './search/likely-persons.ts';
import type { Search } from './search/search.ts';
import type { TextsWithNames } from './search/texts-with-names.ts';
import type { Sessions } from './sessions.ts';
import type { readAllSettings, writeSettings } from './settings.ts';
import type { Statistics } from './statistics/statistics.ts';
import type { Training } from './training/training.ts';
import type { Workstation } from './workstation.ts';

export type { OpenSession } from './sessions.ts';

export interface Services {
  readonly workstation: Workstation;
  readonly registers: Registers;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly recovery: Recovery;
  readonly settings: { readonly read: typeof readAllSettings; readonly write: typeof writeSettings };
  readonly records: RecordServices;
  readonly names: Names;
  readonly search: Search;
  readonly likelyPersons: LikelyPersons;
  readonly textsWithNames: TextsWithNames;
  readonly referenceLists: ReferenceLists;
  readonly attachments: Attachments;
  readonly statistics: Statistics;
  readonly publications: Publications;
  readonly quality: Quality;
  readonly lists: Lists;
  readonly courses: Courses;
  readonly reports: Reports;
  readonly summaries: Summaries;
  readonly backups: Backups;
  readonly exchange: Exchange;
  readonly merges: Merges;
  readonly retention: Retention;
  readonly checks: Checks;
  readonly training: Training;
  readonly audit: AuditLog;
  readonly jobs: Jobs;
  readonly dialogs: Dialogs;
  readonly windows: { open(page: string): Promise<boolean> };
  readonly passphrases: {
    readonly suggest: () => string;
    readonly judge: (passphrase: string, knownWords: readonly string[]) => Judgement;
  };
  readonly drives: () => Output<'workstation.list-drives'>['drives'];
  readonly program: {
    readonly version: string;
    readonly runtime: 'electron' | 'preview' | 'console';
    /** Folder in which a new register is proposed. */
    readonly documents: string;
  };
  /** The training register of `--demo`. */
  readonly demo: Output<'workstation.describe'>['demo'];
}
