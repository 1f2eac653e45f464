/** The checking half of an import, in a thread of its own: nothing is written here. */
import { v7 as newId } from 'uuid';
import type { JobResult } from '#shared/contract/exchange.ts';
import type { SchemaOptions } from '#shared/dictionary/derive-schema.ts';
import { indexOf } from '#shared/dictionary/register-index.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { evaluateRecord } from '#shared/dictionary/rules.ts';
import { settle } from '#shared/dictionary/settle.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { seenIdentity } from '#shared/records/identity.ts';
import type { RuleContext, RuleSubject } from '#shared/records/record.ts';
import { findIn, type HeldEntry, referenceFacts } from '#shared/records/reference-facts.ts';
import { loadKind } from '../load-kind.ts';
import type { JobTools } from '../ports.ts';
import type { StagedRecord } from '../records/stage.ts';
import { type Assembled, assembleRecords } from './assemble-records.ts';
import { type ImportFile, type ImportProblem, type ImportRow, readImportFile } from './import-file.ts';

export interface ImportJobInput {
  readonly kind: RegisterKind;
  readonly country: string;
  /** Limits of the rules, as the installation set them. */
  readonly limits: Readonly<Record<string, number>>;
  readonly today: string;
  readonly files: readonly ImportFile[];
  readonly commit: boolean;
  /** Entries of each reference list. */
  readonly references: Readonly<Record<string, readonly (HeldEntry & { readonly code: string })[]>>;
  readonly mayWithhold: boolean;
  /** Last running number given, by record type. */
  readonly lastNumbers: Readonly<Record<string, number>>;
}

/** Problems listed in the report; all are counted. */
const listedProblems = 1_000;
/** Records handed over at a time: small enough that a draft is saved between two hand-overs. */
const batchSize = 40;

/**
 * Reads and checks every row and field. A contradiction stops the whole import; a record that is merely unfinished, or
 * that a soft rule speaks of, enters as a draft and is counted as a warning. `handOver` receives the records only where nothing stops the import.
 */
export async function runImportJob(
  input: ImportJobInput,
  tools: JobTools & { readonly handOver?: (records: readonly StagedRecord[]) => Promise<void> },
): Promise<JobResult<'exchange.import'>> {
  await loadKind(input.kind);
  const register = registerOf(input.kind);
  const index = indexOf(register);
  const problems: ImportProblem[] = [];
  let problemCount = 0;
  const report = (problem: ImportProblem): void => {
    problemCount += 1;
    if (problems.length < listedProblems) problems.push(problem);
  };
  const find = findIn(input.references);
  const options: SchemaOptions = {
    hasReference: (list, code) => find(list, code) !== undefined,
    mayWithhold: () => input.mayWithhold,
    // Records of the files have no number yet: nothing leads back to them.
    wrongRecord: ({ entity }, number) => (number <= (input.lastNumbers[entity] ?? 0) ? null : 'NO_RECORD'),
  };

  const files: JobResult<'exchange.import'>['files'] = [];
  const read: { wanted: ImportFile; rows: readonly ImportRow[] }[] = [];
  for (const [position, wanted] of input.files.entries()) {
    tools.progress('read', position, input.files.length);
    stopIfAsked(tools);
    const { report: fileReport, rows } = await readImportFile(index, wanted, options, report);
    files.push(fileReport);
    read.push({ wanted, rows });
  }

  const records = assembleRecords(index, read, report);
  const context: RuleContext = {
    today: input.today,
    ownCountry: input.country,
    limits: input.limits,
    ...referenceFacts(register, find),
    otherRegistrations: [],
    likelyDuplicates: [],
  };
  const staged: StagedRecord[] = [];
  let warningCount = 0;
  for (const [position, record] of records.entries()) {
    if (position % 200 === 0) {
      tools.progress('check', position, records.length);
      stopIfAsked(tools);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const subject: RuleSubject = {
      entity: record.entity,
      id: newId(),
      values: record.values,
      groups: record.groups,
      ...seenIdentity(index, record.entity, record.identity),
    };
    // What was typed stands against what the program would set, so that nothing is replaced without a word.
    const derived = register.derive(subject, context);
    const asTyped = { ...derived, values: { ...derived.values, ...subject.values } };
    const broken = evaluateRecord(register, asTyped, context, 'draft').filter(({ level }) => level === 'hard');
    for (const found of broken) report(ruleProblem(record, found));
    const settled = settle(register, subject, context);
    const open = evaluateRecord(register, settled, context, 'complete');
    warningCount += open.length;
    staged.push({
      entity: record.entity,
      id: subject.id,
      content: { values: settled.values, groups: settled.groups },
      identity: record.identity,
      isComplete: open.length === 0,
    });
  }

  const isSound = problemCount === 0 && staged.length > 0;
  if (input.commit && isSound && tools.handOver) {
    for (let from = 0; from < staged.length; from += batchSize) {
      stopIfAsked(tools);
      tools.progress('write', from, staged.length);
      await tools.handOver(staged.slice(from, from + batchSize));
    }
  }
  return {
    committed: input.commit && isSound,
    files,
    records: staged.length,
    rows: read.reduce((sum, { rows }) => sum + rows.length, 0),
    problems,
    problemCount,
    warningCount,
  };
}

function stopIfAsked({ signal }: JobTools): void {
  if (signal.aborted) throw signal.reason;
}

/** A broken rule is told at the row and column that are to be mended first. */
function ruleProblem(record: Assembled, found: ReturnType<typeof evaluateRecord>[number]): ImportProblem {
  const [first] = found.fields;
  const origin = first?.row === undefined ? undefined : record.origins.get(first.row);
  return {
    file: origin?.file ?? record.file,
    line: origin?.line ?? record.row.line,
    column: first?.field ?? null,
    code: 'RULE',
    params: { rule: found.rule, part: found.part ?? '' },
  };
}
