/** What proceedings against a defendant still lack before they are at the stage that usually comes next. */
import { rowsBelow } from '../../../records/content.ts';
import type { CourseLine, Need } from '../../../records/course.ts';
import { isAnswered, markerOf, textOf } from '../../../records/read-value.ts';
import { type GroupRow, isKnown, type RecordContent } from '../../../records/record.ts';
import { newestVerdict } from './of-defendant.ts';
import type { OpenCharge, Proceedings } from './proceedings.ts';
import { isOpen, type Stage } from './stages.ts';

interface Asked {
  readonly content: RecordContent;
  readonly defendant: GroupRow;
  readonly openCharges: readonly OpenCharge[];
}

/** The stage that usually follows, and the answers by which it is reached; undefined where proceedings have ended. */
export function nextStageOf(
  content: RecordContent,
  defendant: GroupRow,
  { stage, openCharges }: Pick<Proceedings, 'stage' | 'openCharges'>,
): CourseLine['next'] {
  if (!isOpen(stage)) return undefined;
  const asked = { content, defendant, openCharges };
  switch (usualStep(asked, stage)) {
    case 'inquire':
      return { stage: 'preliminary_inquiry', needs: [{ entity: 'case', field: 'lead_authority' }] };
    case 'investigate':
      return { stage: 'investigation', needs: inRowWithout(asked, 'investigation', 'investigation_start') };
    case 'indict':
      return { stage: 'indictment_filed', needs: [...investigationEnd(asked), ...indictment(asked)] };
    case 'try':
      return {
        stage: 'trial',
        needs: [...confirmation(asked), ...inRowWithout(asked, 'trial', 'trial_start')],
      };
    case 'judge':
      return { stage: 'first_instance_judgment', needs: judgments(asked) };
    case 'end':
      return { stage: 'final', needs: [...appealDecisions(asked), ...finality(asked)] };
  }
}

type UsualStep = 'inquire' | 'investigate' | 'indict' | 'try' | 'judge' | 'end';

function usualStep(asked: Asked, stage: Stage): UsualStep {
  switch (stage) {
    case 'report_received':
      return hasNoInvestigation(asked) ? 'indict' : 'inquire';
    case 'preliminary_inquiry':
    case 'suspended':
      return hasNoInvestigation(asked) ? 'indict' : 'investigate';
    case 'investigation':
      return 'indict';
    case 'indictment_filed':
      return 'try';
    case 'trial':
      return 'judge';
    default:
      return 'end';
  }
}

const rowsOfDefendant = ({ content, defendant }: Asked, entity: string) => rowsBelow(content, entity, defendant);

/** An indictment may come without an investigation: the officer says that there is none. */
const hasNoInvestigation = (asked: Asked): boolean =>
  rowsOfDefendant(asked, 'investigation').some(
    ({ values }) => markerOf(values['investigation_start']) === 'not_applicable',
  );

/** In the newest row that waits for the field, else in one to be added. */
function inRowWithout(asked: Asked, entity: string, ...fields: readonly [string, ...string[]]): Need[] {
  const waiting = rowsOfDefendant(asked, entity).findLast(({ values }) => !isAnswered(values[fields[0]]));
  return fields.map((field) =>
    waiting ? { entity, field, row: waiting.id } : { entity, field, within: asked.defendant.id },
  );
}

/** Those of a row that are not answered yet. */
const unanswered = (entity: string, { id, values }: GroupRow, fields: readonly string[]): Need[] =>
  fields.filter((field) => !isAnswered(values[field])).map((field) => ({ entity, field, row: id }));

function investigationEnd(asked: Asked): Need[] {
  const newest = rowsOfDefendant(asked, 'investigation').at(-1);
  if (!newest || !isKnown(newest.values['investigation_start'])) return [];
  return unanswered('investigation', newest, ['investigation_end', 'investigation_outcome']);
}

function indictment(asked: Asked): Need[] {
  const charged = rowsOfDefendant(asked, 'charge').length > 0;
  const charge: Need[] = charged ? [] : [{ entity: 'charge', field: 'charge_offence', within: asked.defendant.id }];
  return [...inRowWithout(asked, 'indictment', 'indictment_date'), ...charge];
}

function confirmation(asked: Asked): Need[] {
  const newest = rowsOfDefendant(asked, 'indictment').at(-1);
  return newest ? unanswered('indictment', newest, ['indictment_confirmed']) : [];
}

/** The charges that a judgment has to decide; without any, the first one. */
function chargesToDecide({ content, defendant, openCharges }: Asked, isJudged: boolean): readonly GroupRow[] {
  const ids = openCharges.filter((each) => each.isJudged === isJudged).map(({ charge }) => charge);
  return rowsBelow(content, 'charge', defendant).filter(({ id }) => ids.includes(id));
}

function judgments(asked: Asked): Need[] {
  const charges = rowsOfDefendant(asked, 'charge');
  if (charges.length === 0) return [{ entity: 'charge', field: 'charge_offence', within: asked.defendant.id }];
  return chargesToDecide(asked, false).flatMap((charge) => verdictOn(asked, charge));
}

/** A verdict that is begun is to be finished; one of an earlier chain stays as it is, and the new one stands beside it. */
function verdictOn({ content }: Asked, charge: GroupRow): Need[] {
  const fields = ['verdict_date', 'verdict'];
  const newest = newestVerdict(content, charge);
  const isBegun = newest && fields.some((field) => textOf(newest.values, field) === undefined);
  if (isBegun) return unanswered('verdict', newest, fields);
  return fields.map((field) => ({ entity: 'verdict', field, within: charge.id }));
}

/** A pending result is one to be entered. */
const isDecided = (values: GroupRow['values'], field: string): boolean => {
  const answer = textOf(values, field);
  return answer !== undefined && answer !== 'pending';
};

const appealDecisions = (asked: Asked): Need[] =>
  rowsOfDefendant(asked, 'appeal')
    .filter(
      ({ values }) =>
        textOf(values, 'appeal_kind') !== 'extraordinary' && textOf(values, 'appeal_outcome') !== 'withdrawn',
    )
    .flatMap(({ id, values }) =>
      ['appeal_decision_date', 'appeal_outcome']
        .filter((field) => !isDecided(values, field))
        .map((field) => ({ entity: 'appeal', field, row: id })),
    );

function finality(asked: Asked): Need[] {
  const judged = chargesToDecide(asked, true).flatMap((charge) => {
    const verdict = newestVerdict(asked.content, charge);
    return verdict ? unanswered('verdict', verdict, ['final_date', 'final_verdict']) : [];
  });
  const others = chargesToDecide(asked, false).flatMap((charge) => verdictOn(asked, charge));
  return [...others, ...judged];
}
