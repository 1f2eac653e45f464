/** Economic sectors and places of forced labour: T23. */
import { exploitationForms, exploitationSubtypes, venues } from '../../../dictionary/code-lists/exploitation.ts';
import type { CodeDeclaration } from '../../../dictionary/vocabulary.ts';
import { Codebook, firstCode } from '../../store/codebook.ts';
import type { CodesColumn } from '../../store/column.ts';
import type { ColumnStore } from '../../store/column-store.ts';
import type { AnswerSource } from '../classify.ts';
import { knownAnswers } from '../known-answers.ts';
import { codeLines } from '../lines.ts';
import type { Axis, Line, StatisticPart } from '../standard-statistic.ts';
import { isNotYetExploited } from './answers.ts';
import { identifiedWhere } from './decided.ts';
import { line, notYetExploited, ofAnswers } from './words.ts';

const labourForms = exploitationForms.codes.flatMap(({ code, group }) => (group === 'labour' ? [code] : []));

/** Whether a row of the column names a form of forced labour. */
function namesLabour({ codebook, offsets, values }: CodesColumn): (row: number) => boolean {
  const labour = new Set(labourForms.map((code) => codebook.numberOf(code)));
  return (row) => {
    for (let at = offsets.at(row); at < offsets.at(row + 1); at++) if (labour.has(values.at(at))) return true;
    return false;
  };
}

/** Victims exploited in forced labour, or who were to be. */
function isLabourVictim(store: ColumnStore): (row: number) => boolean {
  const { start, count } = store.groupRows('exploitation');
  const found = namesLabour(store.codes('exploitation', 'exploitation_forms'));
  const intended = namesLabour(store.codes('victim', 'intended_forms'));
  const stage = store.code('victim', 'exploitation_stage');
  const notYet = stage.codebook.numberOf('not_yet_exploited');
  return (row) => {
    if (stage.values.at(row) === notYet) return intended(row);
    for (let at = start.at(row); at < start.at(row) + count.at(row); at++) if (found(at)) return true;
    return false;
  };
}

/** Answers of the episodes of forced labour, each as the line that `lineOf` names. */
const inLabour =
  (field: string, lines: readonly Line[], lineOf: (code: string) => string): AnswerSource =>
  (store) => {
    const codebook = new Codebook(lines.map(({ key }) => key));
    const { start, count } = store.groupRows('exploitation');
    const isLabour = namesLabour(store.codes('exploitation', 'exploitation_forms'));
    const { codebook: codes, offsets, values } = store.codes('exploitation', field);
    const numbers = Array.from({ length: codes.size }, (_, number) => {
      const code = codes.codeOf(number);
      return code === undefined ? undefined : codebook.find(lineOf(code));
    });
    return {
      codebook,
      each: (row, emit) => {
        for (let episode = start.at(row); episode < start.at(row) + count.at(row); episode++) {
          if (!isLabour(episode)) continue;
          for (let at = offsets.at(episode); at < offsets.at(episode + 1); at++) {
            const stored = values.at(at);
            const number = stored < firstCode ? undefined : numbers[stored];
            if (number !== undefined) emit(number);
          }
        }
      },
    };
  };

const subtypes: readonly CodeDeclaration[] = exploitationSubtypes.codes;
const sectionOf = new Map(subtypes.map(({ code, isic }) => [code, isic]));
const sections = [...new Set(subtypes.flatMap(({ isic }) => isic ?? []))].toSorted();
/** A subtype that is no branch of the economy. */
const noSection = 'noSection';

const sectionLines: readonly Line[] = [...sections.map((key) => line(key, 'value', `isic_${key}`)), line(noSection)];

const identified = [identifiedWhere('labour', isLabourVictim)];
const apart = { line: notYetExploited, isApart: isNotYetExploited };

const ofLabour = (part: string, rows: Axis): StatisticPart => ofAnswers(part, rows, { stages: identified });

export const sectorsAndVenues: readonly StatisticPart[] = [
  ofLabour(
    'sector',
    knownAnswers(
      'sector',
      inLabour('exploitation_subtype', sectionLines, (code) => sectionOf.get(code) ?? noSection),
      sectionLines,
      apart,
    ),
  ),
  ofLabour(
    'venue',
    knownAnswers(
      'venue',
      inLabour('venue', codeLines(venues), (code) => code),
      codeLines(venues),
      apart,
    ),
  ),
];
