/** One entry per console command: which secrets it needs, and the calls it makes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandLine } from './arguments.ts';
import { languages, registerKinds, roles, summaryFormats, UsageError } from './arguments.ts';
import { describeContract } from './describe-contract.ts';
import { publicationCommands } from './publication-commands.ts';
import type { ConsoleCalls } from './run-console.ts';
import type { SecretNeed } from './secrets.ts';
import { readSheetFile, sheetFileText } from './sheet-file.ts';

interface Command {
  readonly needsSecret: (line: CommandLine) => SecretNeed;
  /** Returns JSON, or text that is printed as it is. */
  readonly run: (calls: ConsoleCalls) => Promise<unknown>;
}

const withPassphrase = (run: Command['run']): Command => ({ needsSecret: () => 'passphrase', run });

/** Signs in with --register and --user, then runs. */
const signedIn = (run: Command['run']): Command =>
  withPassphrase(async (calls) => {
    await calls.signIn(registerFolder(calls.line), calls.line.text('user'));
    return run(calls);
  });

const registerFolder = (line: CommandLine): string => resolve(line.text('register'));

function firstWord(line: CommandLine, what: string): string {
  const [word] = line.words;
  if (word === undefined) throw new UsageError(`${what} missing`);
  return word;
}

/** What opens a backup: an account's passphrase or the recovery sheet's file. */
function backupKey({ line, secrets }: ConsoleCalls) {
  const recovery = line.optional('recovery');
  if (recovery !== null) return { lines: readSheetFile(readFileSync(resolve(recovery), 'utf8')) };
  return { login: line.text('user'), passphrase: secrets.passphrase() };
}

const withBackupKey = (run: Command['run']): Command => ({
  needsSecret: (line) => (line.has('recovery') ? 'nothing' : 'passphrase'),
  run,
});

async function create({ line, secrets, call }: ConsoleCalls): Promise<unknown> {
  const user = line.text('user');
  const recovery = resolve(line.text('recovery'));
  const { session, sheets } = await call('register.create', {
    path: registerFolder(line),
    kind: line.oneOf('kind', registerKinds),
    institution: line.text('institution'),
    office: '',
    country: line.text('country'),
    language: line.oneOf('language', languages),
    administrator: { login: user, displayName: user, passphrase: secrets.passphrase() },
    supervisor: null,
    roles: line.manyOf('roles', roles, ['administrator', 'supervisor']),
    rehearseLater: true,
  });
  const files = sheets.map((sheet) => {
    const file = sheet.purpose === 'register' ? recovery : `${recovery}.vault`;
    writeFileSync(file, sheetFileText(sheet), { flag: 'wx', mode: 0o600 });
    return { purpose: sheet.purpose, sheetId: sheet.sheetId, file };
  });
  return {
    register: session.register,
    roles: session.account.roles,
    sheets: files,
    rehearsed: false,
    remark:
      'Print both sheets, delete the files, and type the sheets back once: sign in with the window to rehearse them.',
  };
}

export const commands: Readonly<Record<string, Command>> = {
  create: withPassphrase(create),
  'account add': withPassphrase(async ({ line, secrets, signIn, call }) => {
    await signIn(registerFolder(line), line.text('by'));
    const login = line.text('user');
    return call('account.add', {
      login,
      displayName: login,
      roles: line.manyOf('roles', roles, []),
      passphrase: secrets.newPassphrase(),
    });
  }),
  contract: { needsSecret: () => 'nothing', run: async () => describeContract() },
  call: {
    needsSecret: ({ words }) => (words[1] === '-' ? 'passphrase-and-rest' : 'passphrase'),
    async run(calls) {
      const { line, secrets, callByName, signIn } = calls;
      const name = firstWord(line, 'procedure');
      const input = readJson(line.words[1] === '-' ? secrets.rest() : (line.words[1] ?? '{}'));
      if (line.has('register')) await signIn(registerFolder(line), line.text('user'));
      return callByName(name, input);
    },
  },
  template: {
    needsSecret: () => 'nothing',
    async run({ line, call }) {
      const { text } = await call('exchange.template', {
        kind: line.oneOf('kind', registerKinds),
        entity: line.text('entity'),
        language: line.oneOf('language', languages, 'en'),
        file: null,
      });
      return text;
    },
  },
  import: signedIn(({ line, runJob }) => {
    if (line.entityFiles.length === 0) throw new UsageError('--entity ENTITY FILE missing');
    return runJob('exchange.import', {
      files: line.entityFiles.map(({ entity, file }) => ({
        entity,
        file: resolve(file),
        encoding: 'auto',
        delimiter: 'auto',
      })),
      commit: !line.has('dry-run'),
    });
  }),
  export: signedIn(({ line, runJob }) =>
    runJob('exchange.export', {
      folder: resolve(line.text('out')),
      labels: line.has('labels') ? line.oneOf('labels', languages) : null,
      identifiedReason: line.optional('reason'),
      clear: line.has('clear'),
    }),
  ),
  generate: signedIn(({ line, runJob }) =>
    runJob('training.generate', { records: line.whole('records'), seed: line.whole('seed') }),
  ),
  table: signedIn(({ line, call }) =>
    call('statistics.table', {
      id: firstWord(line, 'table'),
      period: line.text('period'),
      view: line.oneOf('view', ['public', 'internal'], 'public'),
    }),
  ),
  stages: signedIn(({ line, call }) => call('course.count', { entity: line.text('entity') })),
  report: signedIn(({ line, call }) =>
    call('report.write', {
      id: firstWord(line, 'table'),
      period: line.text('period'),
      view: line.oneOf('view', ['public', 'internal'], 'public'),
      language: line.oneOf('language', languages),
      format: line.oneOf('format', ['pdf', 'xlsx', 'json', 'csv']),
      file: resolve(line.text('out')),
    }),
  ),
  summary: signedIn(({ line, runJob }) =>
    runJob('summary.write', {
      period: line.text('period'),
      view: line.oneOf('view', ['public', 'internal'], 'public'),
      languages: line.manyOf('language', languages, languages),
      formats: line.manyOf('format', summaryFormats, ['pdf']),
      folder: resolve(line.text('out')),
      without: line.optional('without')?.split(',') ?? [],
    }),
  ),
  ...Object.fromEntries(Object.entries(publicationCommands).map(([name, run]) => [name, signedIn(run)])),
  backup: signedIn(({ line, runJob }) => runJob('backup.create', { folder: resolve(line.text('to')) })),
  verify: withBackupKey((calls) =>
    calls.runJob('backup.verify', { file: resolve(firstWord(calls.line, 'file')), key: backupKey(calls) }),
  ),
  restore: withBackupKey((calls) =>
    calls.runJob('backup.restore', {
      file: resolve(firstWord(calls.line, 'file')),
      key: backupKey(calls),
      target: registerFolder(calls.line),
    }),
  ),
  check: signedIn(({ line, runJob }) => runJob('register.check', { seal: line.optional('seal') })),
};

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError('the input is not JSON', { cause });
  }
}
