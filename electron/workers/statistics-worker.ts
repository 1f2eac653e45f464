/** Thread entry of the statistics: a read-only connection and the columns in memory. */
import { workerData } from 'node:worker_threads';
import { loadRegister } from '#shared/dictionary/registers.ts';
import type { GuardStep } from '#shared/statistics/disclosure/differencing/guard-releases.ts';
import type { ColumnSegment } from '../database/repositories/column-segments.ts';
import { createQualitySource } from '../services/quality/quality-source.ts';
import { createLiveStores, type LiveStores } from '../services/statistics/counted-records.ts';
import { registerFactsSource } from '../services/statistics/derived-sources.ts';
import { createRecordSelection } from '../services/statistics/record-selection.ts';
import { createReleaseGuard } from '../services/statistics/release-guard.ts';
import { createSegmentFlush, type SegmentFlush } from '../services/statistics/segment-flush.ts';
import type {
  AnsweredInThread,
  StatisticsThreadOptions,
  ToStatistics,
} from '../services/statistics/statistics-thread.ts';
import { createTableSource } from '../services/statistics/table-source.ts';
import { createUpkeep } from '../services/statistics/upkeep.ts';
import { answerQuestions } from './answer-questions.ts';
import { openForReading } from './open-for-reading.ts';

const { file, key, kind, version } = workerData as StatisticsThreadOptions;
let answers: AnsweredInThread | null = null;
await loadRegister(kind);

/** The file is opened at the first question, so that its failure is an answer. */
function openAnswers(): AnsweredInThread {
  const database = openForReading(file, key);
  const stores = createLiveStores(database, kind, { version });
  const [tables, quality] = [
    createTableSource(stores, kind, registerFactsSource(database, kind), breath),
    createQualitySource(stores, kind),
  ];
  const releases = createReleaseGuard(stores, kind, tables);
  const selection = createRecordSelection(stores, kind);
  return {
    tables: tables.answer,
    trend: tables.trend,
    protect: tables.protect,
    design: tables.design,
    quality: quality.figures,
    records: selection.select,
    counted: selection.count,
    releases: releases.answer,
    stopReleases: releases.stop,
    revoked: releases.revoked,
    ...createUpkeep({ database, stores, flush: flushOf(stores) }),
  };
}

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
let flush: SegmentFlush | null = null;
function flushOf({ opened }: LiveStores): SegmentFlush {
  flush = createSegmentFlush({ opened, handOver, breath });
  return flush;
}

const handOver = answerQuestions<ToStatistics, unknown, ColumnSegment, GuardStep>(({ name, question }, onProgress) => {
  answers ??= openAnswers();
  const answer = answers[name](question as never, onProgress);
  flush?.consider();
  return answer;
});
