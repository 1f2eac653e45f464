/** Codes of rows that tables of criminal proceedings count; no field holds them, and their labels are those of the tables. */

/** What happens to a person, each on its day; convictions of trafficking, and of using the services of a victim. */
export const personSteps = [
  'suspected',
  'arrested',
  'prosecuted',
  'convicted_first',
  'convicted_final',
  'use_convicted_first',
  'use_convicted_final',
] as const;

/** How it stands with a person when the table is made. */
export const personOutcomes = ['convicted_tip', 'convicted_other', 'not_convicted', 'open'] as const;

/** What became of charges of trafficking in one judgment. */
export const traffickingResults = ['convicted_tip', 'convicted_other', 'acquitted', 'ended_otherwise'] as const;

/** A sentence after a conviction of trafficking: of the judgment over all offences, and for trafficking alone. */
export const termVersions = ['final_aggregate', 'final_tip', 'first_aggregate', 'first_tip'] as const;

/** Terms of imprisonment by their least number of years (T36). */
export const termClasses = ['under_1', 'from_1', 'from_3', 'from_5', 'from_10'] as const;

/** Terms, and what has no term to be served. */
export const sentenceKinds = [...termClasses, 'life', 'suspended', 'other', 'unknown'] as const;

/** From one stage of the proceedings to the next, and from the report to the end. */
export const stretches = [
  'to_investigation',
  'to_indictment',
  'to_trial',
  'to_verdict',
  'to_finality',
  'whole',
] as const;

/** Who has dealt with a case (K14). */
export const authorities = ['police', 'prosecution', 'court'] as const;

/** closed_undated: nothing is open any more, and the day on which it ended is not known. */
export const caseStates = ['open', 'closed', 'closed_undated'] as const;

/** How far a case has come towards a final conviction of trafficking (T34). */
export const funnelSteps = ['reported', 'investigated', 'indicted', 'tried', 'convicted', 'final'] as const;
