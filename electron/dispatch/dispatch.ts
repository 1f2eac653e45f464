/** The gates every call passes, in order: name, session and role, input, handler, output, audit. */
import { type Contract, contract, type ProcedureName } from '#shared/contract/contract.ts';
import { AppError, type Failure, type Reply } from '#shared/contract/errors.ts';
import type { Procedure } from '#shared/contract/procedure.ts';
import { type AuditDetail, type CallContext, type Handler, type HandlersFor, isAtomic } from '../procedures/handler.ts';
import { isDiskFull } from '../services/disk-full.ts';
import type { OpenSession, Services } from '../services/services.ts';
import { auditedAt, auditedInput } from './audited-input.ts';
import { inputProblems } from './input-problems.ts';

export interface DispatcherParts {
  readonly handlers: HandlersFor<Contract>;
  readonly services: Services;
  /** Keeps an unexpected failure in the log and returns the number the user may quote. */
  readonly reportIncident: (name: string, cause: unknown) => string;
}

export type Dispatch = (name: string, input: unknown) => Promise<Reply<unknown>>;

const isProcedureName = (name: string): name is ProcedureName => Object.hasOwn(contract, name);

/** Calls that anyone makes many times a minute and that concern no record: their refusals tell nothing. */
const isOpenToAll = ({ access, audit }: Procedure): boolean => access === 'anyone' && audit === 'never';

/** Session, role, and the calls that are open while a register is being set up. */
function requireAccess(declared: Procedure, session: OpenSession | null): void {
  if (declared.access === 'anyone') return;
  if (!session) throw new AppError('NOT_SIGNED_IN');
  const { roles } = session.account;
  if (declared.access !== 'signed-in' && !declared.access.some((role) => roles.includes(role))) {
    throw new AppError('FORBIDDEN', { needs: declared.access });
  }
  if (session.header.unfinished && !declared.duringSetup) throw new AppError('SETUP_UNFINISHED');
}

/** Builds the one way from window or console to the services. */
export function createDispatch({ handlers, services, reportIncident }: DispatcherParts): Dispatch {
  const run = async (name: ProcedureName, declared: Procedure, input: unknown): Promise<unknown> => {
    const before = services.sessions.current();
    const notes: Record<string, AuditDetail[string]> = {};
    let detail: AuditDetail = {};
    let isEntered = false;
    const settle = (outcome: string): void => {
      // Signing in opens the session that the entry belongs to; locking has closed it already.
      const session = services.sessions.current() ?? null;
      const isSilent = outcome === 'ok' ? declared.audit !== 'always' : isOpenToAll(declared);
      if (!session || isSilent) return;
      services.audit.append(session, { name, outcome, detail: auditedAt(outcome, { ...detail, ...notes }) });
    };
    const context: CallContext = {
      get session() {
        const session = services.sessions.current();
        if (!session) throw new AppError('NOT_SIGNED_IN');
        return session;
      },
      get maybeSession() {
        return services.sessions.current();
      },
      services,
      note: (more) => Object.assign(notes, more),
      enter() {
        settle('ok');
        isEntered = true;
      },
    };
    try {
      requireAccess(declared, before);
      const parsed = declared.input.safeParse(input);
      if (!parsed.success) throw new AppError('INVALID_INPUT', { fields: inputProblems(parsed.error) });
      detail = auditedInput(parsed.data);
      const handler = handlers[name] as Handler<unknown, unknown>;
      const call = (): unknown => handler(parsed.data, context);
      if (before && isAtomic(handler)) {
        return before.register.database.write(() => {
          const value = checkedOutput(name, declared, call());
          settle('ok');
          return value;
        });
      }
      if (name === 'session.lock') settle('ok');
      const value = checkedOutput(name, declared, await call());
      if (name !== 'session.lock' && !isEntered) settle('ok');
      return value;
    } catch (cause) {
      settle(cause instanceof AppError ? cause.code : 'INTERNAL');
      throw cause;
    }
  };

  return async (name, input) => {
    try {
      if (!isProcedureName(name)) throw new AppError('UNKNOWN_PROCEDURE');
      return { ok: true, value: await run(name, contract[name] as Procedure, input) };
    } catch (cause) {
      return { ok: false, error: asFailure(name, cause, reportIncident) };
    }
  };
}

/** The output schema is a leak guard: what it does not name does not cross. */
function checkedOutput(name: string, declared: Procedure, value: unknown): unknown {
  const parsed = declared.output.safeParse(value);
  if (!parsed.success) {
    throw new Error(`The answer of ${name} does not fit its contract: ${inputProblems(parsed.error).join(', ')}`);
  }
  return parsed.data;
}

function asFailure(name: string, cause: unknown, reportIncident: DispatcherParts['reportIncident']): Failure {
  if (cause instanceof AppError) return { code: cause.code, params: cause.params };
  if (isDiskFull(cause)) return { code: 'DISK_FULL', params: {} };
  return { code: 'INTERNAL', params: {}, incident: reportIncident(name, cause) };
}
