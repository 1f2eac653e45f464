/**
 * Facts that conditions of this register rest on, three-valued. Those marked (defendant) are asked about a row of
 * defendant or about any row below it, and speak of that one defendant; those marked (row) about the row itself.
 */
export const factNames = [
  /** At least one victim group counts children. Undefined where none does, but an age is open or there is no group. */
  'child_victims',
  /** Every victim group counts children, and there is one. Undefined where no group counts adults, but an age is open. */
  'only_child_victims',
  /** (defendant) There is an indictment with its date. */
  'indicted',
  /** (defendant) There is a trial. */
  'tried',
  /** (defendant) One of the charges has a verdict, in any instance. */
  'judged',
  /** (defendant) A verdict on one of the charges finds the person guilty as `foundGuilty` says. Undefined before any verdict. */
  'convicted',
  /**
   * (row of verdict) A judgment sentence of the defendant says that it is final, and no other verdict on the same
   * charge has a final date: only one row per charge tells how it ended.
   */
  'finality_due',
] as const;

export type FactName = (typeof factNames)[number];
