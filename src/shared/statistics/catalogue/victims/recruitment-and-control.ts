/** How victims were recruited, and by what means they were held: T21 and T22. */
import { controlMethods as controls } from '../../../dictionary/code-lists/exploitation.ts';
import { means, recruitmentMethods, relationships } from '../../../dictionary/code-lists/recruitment.ts';
import type { CodeDeclaration } from '../../../dictionary/vocabulary.ts';
import { firstCode } from '../../store/codebook.ts';
import { byAnswersOf } from '../classify.ts';
import { knownAnswers } from '../known-answers.ts';
import { codeLines, totalOf, unknownLine } from '../lines.ts';
import type { Axis, StatisticPart } from '../standard-statistic.ts';
import { answersInGroup, codesInGroup, isNotYetExploited } from './answers.ts';
import { victimAxes } from './axes.ts';
import { line, notYetExploited, ofAnswers, ofIdentified, word } from './words.ts';

/** What holds everybody of a table would tell it of each. */
const profile = (part: string, rows: Axis): StatisticPart => ofAnswers(part, { ...rows, sensitive: true });

const methods: readonly CodeDeclaration[] = recruitmentMethods.codes;
const onlineMethods = methods.flatMap(({ code, online }) => (online === true ? [code] : []));

/** Whether any of the known methods came over the internet. */
function onlineAxis(): Axis {
  const leaves = [line('online'), line('notOnline'), unknownLine];
  const lines = [...leaves, totalOf(leaves)];
  return {
    dimension: 'online',
    lines,
    classify: (store, { rows }) => {
      const { codebook, offsets, values } = store.codes('victim', 'recruitment_method');
      const online = new Set(onlineMethods.map((code) => codebook.numberOf(code)));
      return {
        several: false,
        size: leaves.length,
        categoryOf: (unit) => {
          const row = rows[unit] as number;
          let category = 2;
          for (let at = offsets.at(row); at < offsets.at(row + 1); at++) {
            const method = values.at(at);
            if (online.has(method)) return 0;
            if (method >= firstCode) category = 1;
          }
          return category;
        },
      };
    },
  };
}

const online: StatisticPart = ofIdentified({
  part: 'online',
  rows: victimAxes.childOrAdult,
  columns: onlineAxis(),
  measures: [
    {
      key: 'share',
      label: word('shareOnline'),
      figure: 'percent',
      of: 'shareOfColumns',
      column: 'online',
      among: ['online', 'notOnline'],
    },
  ],
  percentOf: null,
  chart: 'stacked',
  unknown: [{ dimension: 'answer', cell: ['total', 'unknown'] }],
});

export const recruitment: readonly StatisticPart[] = [
  profile(
    'method',
    knownAnswers('method', byAnswersOf({ field: 'recruitment_method' }), codeLines(recruitmentMethods)),
  ),
  profile(
    'relationship',
    knownAnswers('relationship', codesInGroup('recruiter', 'recruiter_relationship'), codeLines(relationships)),
  ),
  online,
];

export const controlMethods: readonly StatisticPart[] = [
  profile('means', knownAnswers('means', byAnswersOf({ field: 'means' }), codeLines(means))),
  profile(
    'control',
    knownAnswers('control', answersInGroup('exploitation', 'control_methods'), codeLines(controls), {
      line: notYetExploited,
      isApart: isNotYetExploited,
    }),
  ),
];
