/** The smallest cases that deserve a sentence, and the same cases mended. */
import type { RuleContext, RuleSubject } from '#shared/records/record.ts';
import type { Row } from '../../justice/a-case.ts';

export interface Broken {
  readonly rule: string;
  readonly part: string;
  readonly level?: 'soft';
  readonly broken: Row;
  /** The same case without the contradiction. */
  readonly mended: Row;
  readonly context?: Partial<RuleContext>;
  /** What stands beside the answers: vaults, the content as it came. */
  readonly beside?: Partial<RuleSubject>;
  readonly mendedBeside?: Partial<RuleSubject>;
  /** The case as it stands, without what the program sets: some contradictions it never sets itself. */
  readonly asStated?: true;
}

/** A case against one natural person. */
export const against = (defendant: Row, more: Row = {}): Row => ({
  ...more,
  defendant: [{ person_type: 'natural_person', ...defendant }],
});

/** A case against one person for one charge with one verdict. */
export const judged = (verdict: Row, charge: Row = {}, defendant: Row = {}, more: Row = {}): Row =>
  against({ ...defendant, charge: [{ ...charge, verdict: [verdict] }] }, more);

/** A case in which one charge ended with a conviction and a sentence. */
export const sentenced = (sentence: Row, charge: Row = {}, defendant: Row = {}, more: Row = {}): Row =>
  judged({ verdict: 'convicted_tip', sentence: [sentence] }, charge, defendant, more);

const day = '2025-03-04';

/** A conviction of one day, with the aggregate sentence of the same judgment. */
export const aggregate = (judgment: Row, sentence: Row = {}, defendant: Row = {}): Row =>
  judged(
    {
      verdict: 'convicted_tip',
      verdict_date: day,
      verdict_instance: 'first',
      sentence: [{ sentence_type: 'imprisonment', sentence_months: 24, ...sentence }],
    },
    {},
    { ...defendant, judgment_sentence: [{ judgment_date: day, judgment_instance: 'first', ...judgment }] },
  );

export const unknown = { missing: 'unknown' } as const;
export const notApplicable = { missing: 'not_applicable' } as const;
