/** Axes that tables of victims share. */

import { exploitationForms, mainForms } from '../../dictionary/code-lists/exploitation.ts';
import { ageGroups, sexes } from '../../dictionary/code-lists/general.ts';
import type { CodeListDeclaration } from '../../dictionary/vocabulary.ts';
import { stages } from '../counted-decisions.ts';
import { Codebook } from '../store/codebook.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { byAnswers, byField, byStage, byTwoFields } from './classify.ts';
import { type Axis, type Line, text } from './standard-statistic.ts';

const unknown: Line = { key: 'unknown', label: text('lines.unknown'), kind: 'unknown' };

const codeLines = (list: CodeListDeclaration): readonly Line[] =>
  list.codes.map(({ code }) => ({ key: code, label: { list: list.id, code }, kind: 'value' }));

const total = (of: readonly Line[]): Line => ({
  key: 'total',
  label: text('lines.total'),
  kind: 'total',
  of: of.map(({ key }) => key),
});

const bands = (group: 'child' | 'adult'): readonly Line[] =>
  ageGroups.codes
    .filter((code) => code.group === group)
    .map(({ code }) => ({ key: code, label: text(`bands.${code}`), kind: 'value' }));

const subtotal = (key: 'child' | 'adult', of: readonly Line[]): Line => ({
  key,
  label: text(`lines.${key}`),
  kind: 'subtotal',
  of: of.map((line) => line.key),
});

/** Child and adult, each with its age bands. */
function ageBandAxis(): Axis {
  const [children, adults] = [bands('child'), bands('adult')];
  const [child, adult] = [subtotal('child', children), subtotal('adult', adults)];
  const lines = [child, ...children, adult, ...adults, unknown, total([child, adult, unknown])];
  return { dimension: 'ageGroup', lines, classify: byField('age_group', lines) };
}

const groupOf = new Map<string, string>(ageGroups.codes.map(({ code, group }) => [code, group]));

/** Child, adult, unknown: counted as such, without bands. */
function childOrAdultAxis(): Axis {
  const leaves: readonly Line[] = [
    { key: 'child', label: text('lines.child'), kind: 'value' },
    { key: 'adult', label: text('lines.adult'), kind: 'value' },
    unknown,
  ];
  const lines = [...leaves, total(leaves)];
  return { dimension: 'childOrAdult', lines, classify: byField('age_group', lines, (code) => groupOf.get(code)) };
}

function sexAxis(): Axis {
  const leaves = [...codeLines(sexes), unknown];
  const lines = [...leaves, total(leaves)];
  return { dimension: 'sex', lines, classify: byField('sex', lines) };
}

const ageAndSexKeys: Readonly<Record<string, string>> = {
  'child female': 'girls',
  'child male': 'boys',
  'adult female': 'women',
  'adult male': 'men',
};

/** Girls, boys, women, men; any other sex of known age; unknown where sex or age is. */
function ageAndSexAxis(): Axis {
  const leaves: readonly Line[] = [
    ...['girls', 'boys', 'women', 'men', 'otherSex'].map(
      (key): Line => ({ key, label: text(`lines.${key}`), kind: 'value' }),
    ),
    { key: 'unknown', label: text('lines.sexOrAgeUnknown'), kind: 'unknown' },
  ];
  const lines = [...leaves, total(leaves)];
  const classify = byTwoFields('age_group', 'sex', lines, (age, sex) => {
    const group = age === undefined ? 'unknown' : (groupOf.get(age) ?? 'unknown');
    if (group === 'unknown' || sex === undefined) return 'unknown';
    return ageAndSexKeys[`${group} ${sex}`] ?? 'otherSex';
  });
  return { dimension: 'ageAndSex', lines, classify };
}

function mainFormAxis(): Axis {
  const leaves = [...codeLines(mainForms), unknown];
  const lines = [...leaves, total(leaves)];
  return { dimension: 'mainForm', lines, classify: byField('exploitation_main_form', lines), sensitive: true };
}

function everyFormAxis(): Axis {
  const persons: Line = { key: 'total', label: text('lines.persons'), kind: 'total' };
  const lines = [...codeLines(exploitationForms), unknown, persons];
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
