/** The services of an open program, as handlers see them. Built once by the data worker. */
import type { Output } from '#shared/contract/contract.ts';
import type { Judgement } from '../security/passphrase.ts';
import type { AuditLog } from './audit.ts';
import type { Accounts } from './accounts.ts';
import type { Jobs } from './jobs.ts';
import type { Clock, Dialogs, PagePrinter, Publish } from './ports.ts';
import type { Recovery } from './recovery/recovery.ts';
import type { Registers } from './registers.ts';
import type { Sessions } from './sessions.ts';
import type { Threads } from './threads.ts';
import type { Workstation } from './workstation.ts';

export type { OpenSession } from './sessions.ts';

export interface Services {
  readonly workstation: Workstation;
  readonly registers: Registers;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly recovery: Recovery;
  readonly audit: AuditLog;
  readonly jobs: Jobs;
  readonly printer: PagePrinter;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly publish: Publish;
  readonly passphrases: {
    readonly suggest: () => string;
    readonly judge: (passphrase: string, knownWords: readonly string[]) => Judgement;
  };
  readonly drives: () => Output<'workstation.list-drives'>['drives'];
  readonly threads: Threads;
  readonly program: {
    readonly version: string;
    readonly runtime: 'electron' | 'preview' | 'console';
    /** Folder in which a new register is proposed. */
    readonly documents: string;
  };
  /** The training register of `--demo`, once it is made. */
  readonly demo: Output<'workstation.describe'>['demo'];
}
