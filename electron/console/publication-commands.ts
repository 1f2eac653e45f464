/** Commands about what is given to the public. */
import { resolve } from 'node:path';
import { type CommandLine, languages, summaryFormats, UsageError } from './arguments.ts';
import type { ConsoleCalls } from './run-console.ts';

const word = (line: CommandLine, what: string): string => {
  const [first] = line.words;
  if (first === undefined) throw new UsageError(`${what} missing`);
  return first;
};

/** A table where one is named, otherwise all of the period. */
const subject = (line: CommandLine) => {
  const id = line.words[0] ?? null;
  return { kind: id === null ? 'summary' : 'table', id, period: line.text('period') } as const;
};

type Run = (calls: ConsoleCalls) => Promise<unknown>;

export const publicationCommands: Readonly<Record<string, Run>> = {
  publish: ({ line, call, runJob }) =>
    line.has('dry-run')
      ? runJob('publication.preview', subject(line))
      : call('publication.publish', { ...subject(line), without: line.optional('without')?.split(',') ?? [] }),
  publications: ({ call }) => call('publication.list', {}),
  async 'check-digest'({ line, call }) {
    const answer = await call('publication.check-digest', { digest: word(line, 'digest') });
    if (answer.digest === null) throw new UsageError('a digest has sixteen characters, 0 to 9 and A to F');
    return answer;
  },
  reprint: ({ line, call }) =>
    call('publication.write', {
      id: word(line, 'publication'),
      language: line.oneOf('language', languages),
      format: line.oneOf('format', summaryFormats),
      file: resolve(line.text('out')),
    }),
  corrections: ({ line, call }) => {
    const asked = { id: word(line, 'publication'), view: line.oneOf('view', ['public', 'internal'], 'internal') };
    if (line.optional('out') === null) return call('publication.corrections', asked);
    return call('publication.write-corrections', {
      ...asked,
      language: line.oneOf('language', languages),
      format: line.oneOf('format', ['pdf', 'csv']),
      file: resolve(line.text('out')),
    });
  },
};
