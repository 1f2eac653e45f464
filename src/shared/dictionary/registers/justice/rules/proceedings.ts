/** What rules read of the proceedings against one defendant: charges, verdicts, convictions. */

import { rowsBelow } from '../../../../records/content.ts';
import { rowsOf, textOf } from '../../../../records/read-value.ts';
import type { FieldValue, GroupRow, RecordContent, Values } from '../../../../records/record.ts';
import { offences } from '../../../code-lists/offences.ts';
import type { CodeDeclaration } from '../../../vocabulary.ts';
import { verdictsOn } from '../of-defendant.ts';
import { findsGuilty } from '../verdict.ts';

export interface Charged {
  readonly defendant: GroupRow;
  readonly charge: GroupRow;
  readonly verdicts: readonly GroupRow[];
}

type Params = Readonly<Record<string, FieldValue>>;

/** Answers of a row under the ids of their fields, as a finding names them. */
export const answersOf = ({ values }: { readonly values: Values }, ...fields: readonly string[]): Params =>
  Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));

/** Number of a defendant in the case, by which the officer finds the row. */
export const numberOfDefendant = (defendant: GroupRow): Params => answersOf(defendant, 'defendant_id');

/** Numbers of the defendant and of the charge. */
export const numbersOfCharge = ({ defendant, charge }: Charged): Params => ({
  ...numberOfDefendant(defendant),
  ...answersOf(charge, 'charge_no'),
});

export const defendantsOf = (content: RecordContent): readonly GroupRow[] => rowsOf(content, 'defendant');

/** Charges against one defendant. */
export const chargesAgainst = (content: RecordContent, defendant: GroupRow): readonly Charged[] =>
  rowsBelow(content, 'charge', defendant).map((charge) => ({
    defendant,
    charge,
    verdicts: rowsBelow(content, 'verdict', charge),
  }));

/** Every charge of the case, defendant by defendant. */
export const chargesOf = (content: RecordContent): readonly Charged[] =>
  defendantsOf(content).flatMap((defendant) => chargesAgainst(content, defendant));

/** A charge with one of its verdicts. */
export interface Judged extends Charged {
  readonly verdict: GroupRow;
}

/** Every verdict of the case. */
export const judgedOf = (content: RecordContent): readonly Judged[] =>
  chargesOf(content).flatMap((charged) => charged.verdicts.map((verdict) => ({ ...charged, verdict })));

/** A verdict with one of the sentences that rest on it. */
export interface Sentenced extends Judged {
  readonly sentence: GroupRow;
}

/** Every sentence of the case, but those that say that there is none. */
export const sentencedOf = (content: RecordContent): readonly Sentenced[] =>
  judgedOf(content).flatMap((judged) =>
    rowsBelow(content, 'sentence', judged.verdict)
      .filter((sentence) => isPenalty(textOf(sentence.values, 'sentence_type')))
      .map((sentence) => ({ ...judged, sentence })),
  );

/** A defendant with one aggregate penalty. */
export interface Aggregated {
  readonly defendant: GroupRow;
  readonly judgment: GroupRow;
}

/** Every aggregate penalty of the case, but those that say that there is none. */
export const aggregatesOf = (content: RecordContent): readonly Aggregated[] =>
  defendantsOf(content).flatMap((defendant) =>
    rowsBelow(content, 'judgment_sentence', defendant)
      .filter((judgment) => isPenalty(textOf(judgment.values, 'aggregate_type')))
      .map((judgment) => ({ defendant, judgment })),
  );

/** SENTTYPE has a code for a conviction without any penalty. */
const isPenalty = (type: string | undefined): type is string => type !== undefined && type !== 'none';

export const isLegalPerson = ({ values }: GroupRow): boolean => textOf(values, 'person_type') === 'legal_person';

export const isConviction = ({ values }: GroupRow): boolean => findsGuilty(values) === true;

/** Whoever cannot be held responsible may still be put under a measure, without a conviction. */
export const isMeasureWithoutGuilt = (verdict: GroupRow, type: string | undefined): boolean =>
  type === 'security_measure_ban' && textOf(verdict.values, 'verdict') === 'not_criminally_liable_measure';

/** Every charge against the defendant has a verdict, and none of them, of any instance, convicts. */
export function endedWithoutConviction(content: RecordContent, defendant: GroupRow): boolean {
  const charges = chargesAgainst(content, defendant);
  if (charges.length === 0 || verdictsOn(content, defendant).some(isConviction)) return false;
  return charges.every(({ verdicts }) =>
    verdicts.some(({ values }) => textOf(values, 'verdict') ?? textOf(values, 'final_verdict')),
  );
}

const offenceCodes: readonly CodeDeclaration[] = offences.codes;

export const isTrafficking = ({ charge }: Charged): boolean =>
  offenceCodes.some(({ code, tip }) => tip === true && code === textOf(charge.values, 'charge_offence'));

export const isCompleted = ({ charge }: Charged): boolean => textOf(charge.values, 'completion') === 'completed';

/** The indictment against a defendant that has its date, the earliest where several have. */
export function indictmentAgainst(content: RecordContent, defendant: GroupRow): GroupRow | undefined {
  return rowsBelow(content, 'indictment', defendant)
    .filter(({ values }) => textOf(values, 'indictment_date') !== undefined)
    .toSorted((a, b) => String(a.values['indictment_date']).localeCompare(String(b.values['indictment_date'])))[0];
}
