/** R43, R44: decisions on an asset follow each other, and what is paid goes with what was awarded and confiscated. */

import { rowsBelow } from '../../../../records/content.ts';
import { finding, rowRef } from '../../../../records/finding.ts';
import { daysOf, numberOf, rowsOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, GroupRow, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { answersOf } from './proceedings.ts';

/** How far a decision has come: freezing, seizure, confiscation, then return, use or sale. */
const steps: Readonly<Record<string, number>> = {
  frozen: 0,
  seized: 1,
  confiscated_final: 2,
  returned_to_owner: 3,
  used_for_victim_compensation: 3,
  sold_to_budget: 3,
};

interface Decision {
  readonly row: GroupRow;
  readonly stage: string;
  readonly step: number;
  readonly day: number;
}

function decisionsOn(subject: RuleSubject, asset: GroupRow): readonly Decision[] {
  return rowsBelow(subject, 'asset_decision', asset).flatMap((row) => {
    const stage = textOf(row.values, 'asset_stage');
    const step = stage === undefined ? undefined : steps[stage];
    const days = daysOf(row.values, 'asset_date');
    return stage === undefined || step === undefined || !days ? [] : [{ row, stage, step, day: days.earliest }];
  });
}

/** What was taken and given back may be taken again: from then on the order begins anew. */
const beganAnew = (decisions: readonly Decision[], from: Decision, to: Decision): boolean =>
  decisions.some(
    (back) =>
      back.stage === 'returned_to_owner' &&
      from.day <= back.day &&
      back.day <= to.day &&
      decisions.some(({ step, day }) => step < back.step && day <= back.day),
  );

function decisionsInOrder(subject: RuleSubject): readonly Finding[] {
  return rowsOf(subject, 'asset').flatMap((asset) => {
    const decisions = decisionsOn(subject, asset);
    for (const early of decisions) {
      const late = decisions.find(
        (other) => other.step < early.step && other.day > early.day && !beganAnew(decisions, early, other),
      );
      if (!late) continue;
      const fields = [early, late].map(({ row }) => rowRef('asset_decision', row, 'asset_date'));
      const params = {
        ...answersOf(asset, 'asset_no'),
        ...answersOf(early.row, 'asset_stage', 'asset_date'),
        other_asset_stage: late.stage,
        other_asset_date: late.row.values['asset_date'] ?? null,
      };
      return [finding('R43', 'hard', 'order', fields, params)];
    }
    return [];
  });
}

/** Amounts have two decimals: a sum of them is rounded to what it is. */
const inCents = (amount: number) => Math.round(amount * 100) / 100;

function usedWithinValue(subject: RuleSubject): readonly Finding[] {
  return rowsOf(subject, 'asset').flatMap((asset) => {
    const decisions = rowsBelow(subject, 'asset_decision', asset);
    const number = answersOf(asset, 'asset_no');
    const findings: Finding[] = [];
    const used = inCents(decisions.reduce((sum, { values }) => sum + (numberOf(values, 'asset_use') ?? 0), 0));
    const value = numberOf(asset.values, 'asset_value_eur');
    if (value !== undefined && used > value) {
      const params = { ...number, asset_use: used, asset_value_eur: value };
      findings.push(finding('R43', 'soft', 'used', [rowRef('asset', asset, 'asset_value_eur')], params));
    }
    for (const row of decisions) {
      const use = numberOf(row.values, 'asset_use');
      const covered = numberOf(row.values, 'asset_decision_value_eur');
      if (use === undefined || covered === undefined || use <= covered) continue;
      const params = { ...number, ...answersOf(row, 'asset_date', 'asset_use', 'asset_decision_value_eur') };
      findings.push(finding('R43', 'soft', 'used_of_decision', [rowRef('asset_decision', row, 'asset_use')], params));
    }
    return findings;
  });
}

function paidAsAwarded(subject: RuleSubject): readonly Finding[] {
  const isUsed = rowsOf(subject, 'asset_decision').some(
    ({ values }) => textOf(values, 'asset_stage') === 'used_for_victim_compensation',
  );
  return rowsOf(subject, 'claim').flatMap((claim) => {
    const findings: Finding[] = [];
    const [paid, awarded] = [numberOf(claim.values, 'paid_eur'), numberOf(claim.values, 'awarded_eur')];
    if (paid !== undefined && awarded !== undefined && paid > awarded) {
      const fields = [rowRef('claim', claim, 'paid_eur'), rowRef('claim', claim, 'awarded_eur')];
      findings.push(finding('R44', 'soft', 'more', fields, answersOf(claim, 'claim_no', 'paid_eur', 'awarded_eur')));
    }
    if (textOf(claim.values, 'paid_by') === 'confiscated_assets' && !isUsed) {
      const at = rowRef('claim', claim, 'paid_by');
      findings.push(finding('R44', 'hard', 'asset_needed', [at], answersOf(claim, 'claim_no', 'paid_by')));
    }
    return findings;
  });
}

export const assetRules: readonly RuleDeclaration[] = [
  {
    id: 'R43',
    entity: 'case',
    level: 'hard',
    check: (subject) => [...decisionsInOrder(subject), ...usedWithinValue(subject)],
  },
  { id: 'R44', entity: 'case', level: 'hard', waits: ['asset_needed'], check: paidAsAwarded },
];
