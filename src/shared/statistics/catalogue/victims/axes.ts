/** Axes that tables of victims share. */

import { exploitationForms, mainForms } from '../../../dictionary/code-lists/exploitation.ts';
import { sexes } from '../../../dictionary/code-lists/general.ts';
import { stages } from '../../counted-decisions.ts';
import { Codebook } from '../../store/codebook.ts';
import type { ColumnStore } from '../../store/column-store.ts';
import { byAnswers, byField, byStage, byTwoFields } from '../classify.ts';
import {
  ageAndSexLines,
  ageBands,
  allOf,
  childOrAdult,
  codeLines,
  groupOfAge,
  lineOfAgeAndSex,
  totalOf,
  unknownLine,
} from '../lines.ts';
import { type Axis, type Line, text } from '../standard-statistic.ts';

/** Child and adult, each with its age bands. */
function ageBandAxis(): Axis {
  const [children, adults] = [ageBands('child'), ageBands('adult')];
  const [child, adult] = [childOrAdult('child', children), childOrAdult('adult', adults)];
  const lines = [child, ...children, adult, ...adults, unknownLine, totalOf([child, adult, unknownLine])];
  return { dimension: 'ageGroup', lines, classify: byField('age_group', lines) };
}

/** Child, adult, unknown: counted as such, without bands. */
function childOrAdultAxis(): Axis {
  const leaves: readonly Line[] = [
    { key: 'child', label: text('lines.child'), kind: 'value' },
    { key: 'adult', label: text('lines.adult'), kind: 'value' },
    unknownLine,
  ];
  const lines = [...leaves, totalOf(leaves)];
  return { dimension: 'childOrAdult', lines, classify: byField('age_group', lines, groupOfAge) };
}

function sexAxis(): Axis {
  const leaves = [...codeLines(sexes), unknownLine];
  const lines = [...leaves, totalOf(leaves)];
  return { dimension: 'sex', lines, classify: byField('sex', lines) };
}

function ageAndSexAxis(): Axis {
  const lines = [...ageAndSexLines, totalOf(ageAndSexLines)];
  return { dimension: 'ageAndSex', lines, classify: byTwoFields('age_group', 'sex', lines, lineOfAgeAndSex) };
}

function mainFormAxis(): Axis {
  const leaves = [...codeLines(mainForms), unknownLine];
  const lines = [...leaves, totalOf(leaves)];
  return { dimension: 'mainForm', lines, classify: byField('exploitation_main_form', lines), sensitive: true };
}

function everyFormAxis(): Axis {
  const lines = [...codeLines(exploitationForms), unknownLine, allOf('tables:lines.persons')];
  return { dimension: 'everyForm', lines, classify: byAnswers(everyForm, lines), several: true, sensitive: true };
}

/** Forms of all episodes of exploitation; the intended ones where the person was not yet exploited. */
function everyForm(store: ColumnStore) {
  const codebook = new Codebook(exploitationForms.codes.map(({ code }) => code));
  const forms = store.codes('exploitation', 'exploitation_forms');
  const intended = store.codes(store.entity, 'intended_forms');
  const stage = store.code(store.entity, 'exploitation_stage');
  const notYet = stage.codebook.numberOf('not_yet_exploited');
  const { start, count } = store.groupRows('exploitation');
  const give = (column: typeof forms, row: number, emit: (n: number) => void): void => {
    for (let at = column.offsets.at(row); at < column.offsets.at(row + 1); at++) {
      const code = column.codebook.codeOf(column.values.at(at));
      const number = code === undefined ? undefined : codebook.find(code);
      if (number !== undefined) emit(number);
    }
  };
  return {
    codebook,
    each: (row: number, emit: (n: number) => void): void => {
      if (stage.values.at(row) === notYet) give(intended, row, emit);
      else for (let at = start.at(row); at < start.at(row) + count.at(row); at++) give(forms, at, emit);
    },
  };
}

const stageKeys = { formally_identified: 'identified', presumed: 'presumed' } as const;

/** Identified and presumed side by side; one person may stand in both, so there is no sum. */
function stageAxis(): Axis {
  const lines = stages.map(
    (stage): Line => ({ key: stageKeys[stage], label: text(`lines.${stageKeys[stage]}`), kind: 'value' }),
  );
  return { dimension: 'stage', lines, classify: byStage(lines) };
}

export const victimAxes = {
  ageBands: ageBandAxis(),
  childOrAdult: childOrAdultAxis(),
  sex: sexAxis(),
  ageAndSex: ageAndSexAxis(),
  mainForm: mainFormAxis(),
  everyForm: everyFormAxis(),
  stage: stageAxis(),
};
