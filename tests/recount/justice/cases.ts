/** Cases put together again from the files of an export: each row under the row that its key names. */
import { dayOf } from './days.ts';
import { codesIn, type Files, isNotApplicable, known, numberIn, type Row } from './files.ts';

export interface Sentence {
  readonly type: string | null;
  readonly months: number | null;
  readonly suspendedMonths: number | null;
  readonly finalMonths: number | null;
  readonly aggravating: readonly string[];
}

export interface Verdict {
  readonly day: number | null;
  readonly verdict: string | null;
  readonly instance: string | null;
  /** The offence of conviction. */
  readonly offence: string | null;
  readonly finalDay: number | null;
  readonly finalVerdict: string | null;
  readonly sentences: readonly Sentence[];
}

export interface Charge {
  readonly offence: string | null;
  readonly form: string | null;
  readonly verdicts: readonly Verdict[];
}

export interface Investigation {
  readonly start: number | null;
  readonly end: number | null;
  readonly outcome: string | null;
  readonly reason: string | null;
}

/** The aggregate sentence of one judgment. */
export interface Judgment {
  readonly day: number | null;
  readonly instance: string | null;
  readonly type: string | null;
  readonly days: number | null;
  readonly suspendedDays: number | null;
  readonly isFinal: boolean;
}

export interface Appeal {
  readonly kind: string | null;
  readonly by: string | null;
  readonly filed: number | null;
  readonly decided: number | null;
  readonly outcome: string | null;
}

export interface Defendant {
  readonly id: string;
  readonly caseId: string;
  readonly person: string;
  readonly isLegalPerson: boolean;
  readonly sex: string | null;
  readonly ageGroup: string | null;
  readonly citizenship: string | null;
  readonly roles: readonly string[];
  readonly relations: readonly string[];
  readonly priorConvictions: string | null;
  readonly wasVictim: string | null;
  readonly publicOfficial: string | null;
  readonly investigations: readonly Investigation[];
  readonly custody: readonly { readonly arrested: number | null; readonly measures: readonly string[] }[];
  readonly indictments: readonly { readonly day: number | null; readonly confirmed: string | null }[];
  readonly charges: readonly Charge[];
  readonly trials: readonly {
    readonly start: number | null;
    readonly instance: string | null;
    readonly absent: boolean;
  }[];
  readonly judgments: readonly Judgment[];
  readonly appeals: readonly Appeal[];
  /** What the program wrote, to compare with. */
  readonly statusWritten: string | null;
}

export interface AssetDecision {
  readonly asset: string;
  readonly stage: string | null;
  readonly day: number | null;
  readonly value: number | null;
  readonly used: number | null;
}

export interface Claim {
  readonly kinds: readonly string[];
  readonly amount: number | null;
  readonly decision: string | null;
  readonly awarded: number | null;
  readonly paid: number | null;
  readonly paidBy: string | null;
}

export interface Request {
  readonly type: string | null;
  readonly country: string | null;
  readonly asked: number | null;
  readonly answered: number | null;
}

export interface Case {
  readonly id: string;
  readonly number: string | null;
  readonly joinedTo: string | null;
  readonly reported: number | null;
  readonly scope: string | null;
  readonly forms: readonly string[];
  readonly financialInvestigation: string | null;
  /** Somebody leads, a kind of investigation or a measure is named, or finances are looked into. */
  readonly isInquiredInto: boolean;
  readonly defendants: readonly Defendant[];
  readonly assetDecisions: readonly AssetDecision[];
  readonly claims: readonly Claim[];
  readonly requests: readonly Request[];
  readonly statusWritten: string | null;
  readonly closedWritten: number | null;
}

export interface Population {
  readonly cases: readonly Case[];
  /** Records never completed, which no table counts. */
  readonly drafts: number;
}

/** Every case that was ever completed, with all of its rows. */
export function readCases(files: Files): Population {
  const read = createReader(files);
  const all = read.rowsOf('case');
  const completed = all.filter((row) => known(row, 'completed_revision') !== null);
  return { cases: completed.map((row) => readCase(row, read)), drafts: all.length - completed.length };
}

type Reader = ReturnType<typeof createReader>;

function createReader(files: Files) {
  const rowsOf = (entity: string): readonly Row[] => {
    const rows = files.get(`${entity}.csv`);
    if (!rows) throw new Error(`The export has no file ${entity}.csv.`);
    return rows;
  };
  const grouped = new Map<string, ReadonlyMap<string | null, readonly Row[]>>();
  /** Rows of a group that name a row of the group around it, in their order. */
  const below = (entity: string, parent: string, outer: Row): readonly Row[] => {
    let groups = grouped.get(entity);
    if (!groups) {
      const inOrder = rowsOf(entity).toSorted((a, b) => Number(a['position']) - Number(b['position']));
      groups = Map.groupBy(inOrder, (row) => known(row, `${parent}_id`));
      grouped.set(entity, groups);
    }
    return groups.get(known(outer, 'id')) ?? [];
  };
  return { rowsOf, below };
}

const date = (row: Row, column: string) => dayOf(known(row, column));

function readCase(row: Row, { below }: Reader): Case {
  const isNamed = ['lead_authority', 'investigation_type', 'special_measures'].some(
    (each) => known(row, each) !== null,
  );
  const financialInvestigation = known(row, 'financial_investigation');
  return {
    id: known(row, 'id') ?? '',
    number: known(row, 'case_id'),
    joinedTo: known(row, 'joined_to_case'),
    reported: date(row, 'report_date'),
    scope: known(row, 'scope'),
    forms: codesIn(row, 'exploitation_forms'),
    financialInvestigation,
    isInquiredInto: isNamed || financialInvestigation === 'yes',
    defendants: below('defendant', 'case', row).map((each) => readDefendant(each, below)),
    assetDecisions: below('asset', 'case', row).flatMap((asset) =>
      below('asset_decision', 'asset', asset).map((each) => ({
        asset: known(asset, 'id') ?? '',
        stage: known(each, 'asset_stage'),
        day: date(each, 'asset_date'),
        value: numberIn(each, 'asset_decision_value_eur'),
        used: numberIn(each, 'asset_use'),
      })),
    ),
    claims: below('claim', 'case', row).map((each) => ({
      kinds: codesIn(each, 'claim_kind'),
      amount: numberIn(each, 'claim_amount_eur'),
      decision: known(each, 'claim_decision'),
      awarded: numberIn(each, 'awarded_eur'),
      paid: numberIn(each, 'paid_eur'),
      paidBy: known(each, 'paid_by'),
    })),
    requests: below('cooperation', 'case', row).map((each) => ({
      type: known(each, 'coop_type'),
      country: known(each, 'coop_country'),
      asked: date(each, 'coop_requested'),
      answered: date(each, 'coop_answered'),
    })),
    statusWritten: known(row, 'case_status'),
    closedWritten: date(row, 'case_closed_on'),
  };
}

function readDefendant(row: Row, below: Reader['below']): Defendant {
  const rows = (group: string) => below(group, 'defendant', row);
  const id = known(row, 'id') ?? '';
  return {
    id,
    caseId: known(row, 'case_id') ?? '',
    // Without a code nobody knows that two defendants are one person.
    person: known(row, 'person_code') ?? id,
    isLegalPerson: known(row, 'person_type') === 'legal_person',
    sex: known(row, 'def_sex'),
    ageGroup: known(row, 'def_age_group'),
    citizenship: codesIn(row, 'def_citizenship')[0] ?? null,
    roles: codesIn(row, 'def_role'),
    relations: codesIn(row, 'relation_to_victim'),
    priorConvictions: known(row, 'prior_convictions'),
    wasVictim: known(row, 'was_victim_before'),
    publicOfficial: known(row, 'public_official'),
    investigations: rows('investigation').map((each) => ({
      start: date(each, 'investigation_start'),
      end: date(each, 'investigation_end'),
      outcome: known(each, 'investigation_outcome'),
      reason: known(each, 'discontinued_reason'),
    })),
    custody: rows('custody').map((each) => ({
      arrested: date(each, 'arrest_date'),
      measures: codesIn(each, 'custody_measure'),
    })),
    indictments: rows('indictment').map((each) => ({
      day: date(each, 'indictment_date'),
      confirmed: known(each, 'indictment_confirmed'),
    })),
    charges: rows('charge').map((each) => ({
      offence: known(each, 'charge_offence'),
      form: known(each, 'charge_form'),
      verdicts: below('verdict', 'charge', each).map((verdict) => readVerdict(verdict, below)),
    })),
    trials: rows('trial').map((each) => ({
      start: date(each, 'trial_start'),
      instance: known(each, 'trial_instance'),
      absent: known(each, 'tried_in_absentia') === 'yes',
    })),
    judgments: rows('judgment_sentence').map((each) => ({
      day: date(each, 'judgment_date'),
      instance: known(each, 'judgment_instance'),
      type: known(each, 'aggregate_type'),
      days: numberIn(each, 'aggregate_days'),
      suspendedDays: numberIn(each, 'aggregate_suspended_days'),
      isFinal: known(each, 'aggregate_final') === 'yes',
    })),
    appeals: rows('appeal').map((each) => ({
      kind: known(each, 'appeal_kind'),
      by: known(each, 'appeal_by'),
      filed: date(each, 'appeal_date'),
      decided: date(each, 'appeal_decision_date'),
      outcome: known(each, 'appeal_outcome'),
    })),
    statusWritten: known(row, 'def_status'),
  };
}

const readVerdict = (row: Row, below: Reader['below']): Verdict => ({
  day: date(row, 'verdict_date'),
  verdict: known(row, 'verdict'),
  instance: known(row, 'verdict_instance'),
  offence: known(row, 'convicted_offence'),
  finalDay: date(row, 'final_date'),
  finalVerdict: known(row, 'final_verdict'),
  sentences: below('sentence', 'verdict', row)
    .filter((each) => !isNotApplicable(each, 'sentence_type'))
    .map((each) => ({
      type: known(each, 'sentence_type'),
      months: numberIn(each, 'sentence_months'),
      suspendedMonths: numberIn(each, 'suspended_months'),
      finalMonths: numberIn(each, 'final_sentence_months'),
      aggravating: codesIn(each, 'aggravating'),
    })),
});
