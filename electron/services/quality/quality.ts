/** Data quality of the open register: who may see which figures, and the records behind each of them. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Role } from '#shared/contract/roles.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import type { SignedInAccount } from '../open-register.ts';
import type { OpenSession } from '../sessions.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { readConfirmations } from './confirmations.ts';
import { type JudgeParts, startJudging } from './judge-records.ts';
import { judgedAt } from './judged.ts';
import { qualityDigest } from './quality-digest.ts';
import { qualityOf } from './quality-source.ts';

type Table = Output<'quality.table'>;

export interface Quality {
  table(session: OpenSession, question: ParsedInput<'quality.table'>): Promise<Table>;
  confirmations(
    session: OpenSession,
    question: ParsedInput<'quality.confirmations'>,
  ): Promise<Output<'quality.confirmations'>>;
  judge(session: OpenSession): Output<'quality.judge'>;
}

export interface QualityParts extends JudgeParts {
  readonly statistics: Statistics;
}

const holds = ({ roles }: SignedInAccount, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));

/** Officers see how they work themselves; everybody else who may ask at all sees the register. */
const seesOnlyOwn = (account: SignedInAccount): boolean => !holds(account, 'supervisor', 'analyst', 'auditor');

/** Definition of the figures; grows when one would be counted differently. */
const definitionVersion = '1';

export function createQuality(parts: QualityParts): Quality {
  const { statistics } = parts;

  return {
    async table(session, { entity, period: text, by, line }) {
      const { account, register } = session;
      const { kind } = register;
      qualityOf(kind, entity);
      requireBreakdown(account, by);
      if (by === null && line !== null) throw new AppError('INVALID_INPUT', { fields: ['line'] });
      const period = text === null ? null : parsePeriod(text);
      const own = seesOnlyOwn(account) ? account.id : null;
      const { value, changeNumber } = await statistics.ask(session, 'quality', { entity, period, own, by, line });
      const at = judgedAt(register);
      const isJudged = at !== null;
      const nameOf = by === 'officer' ? officerNames(session) : null;
      const figures = {
        id: 'T44' as const,
        definitionVersion,
        entity,
        period: period === null ? null : { from: period.from, to: period.to, text: period.text },
        scope: own === null ? ('register' as const) : ('own' as const),
        by,
        line,
        ...value,
        // Counts over records of which some were never judged would look better than the data is.
        lines: value.lines.map((each) => ({ ...each, ...(isJudged ? {} : { open: null, confirmed: null }) })),
        rules: isJudged ? value.rules : null,
      };
      return {
        ...figures,
        lines: figures.lines.map((each) => ({ ...each, name: each.key && nameOf ? nameOf(each.key) : null })),
        judgedAt: at,
        changeNumber,
        ...statistics.stamp(session),
        digest: qualityDigest(figures),
      };
    },
    async confirmations(session, { entity, period, by, line, rule, limit }) {
      requireBreakdown(session.account, by);
      const own = seesOnlyOwn(session.account);
      const ids = await statistics.recordsOf(session, entity, [{ kind: 'counted', period, own, by, line }]);
      return readConfirmations(session.register, entity, { ids, rule, limit });
    },
    judge: (session) => startJudging(parts, session),
  };
}

/**
 * Figures by officer are personal data of staff: for those who supervise and who audit. An analyst does not get them
 * without names either, since in an office of three a number is as good as a name.
 */
function requireBreakdown(account: SignedInAccount, by: ParsedInput<'quality.table'>['by']): void {
  if (by === 'officer' && !holds(account, 'supervisor', 'auditor')) {
    throw new AppError('FORBIDDEN', { needs: ['supervisor', 'auditor'] });
  }
}

function officerNames({ register: { database } }: OpenSession): (id: string) => string {
  const names = new Map(
    database
      .prepare('SELECT "id", "display_name" AS "name" FROM "account"')
      .all()
      .map(({ id, name }) => [String(id), String(name)]),
  );
  return (id) => names.get(id) ?? '';
}
