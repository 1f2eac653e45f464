import { expect, test } from 'vitest';
import { contract, type ProcedureName } from '#shared/contract/contract.ts';
import type { Procedure } from '#shared/contract/procedure.ts';
import { type Role, roles } from '#shared/contract/roles.ts';
import { openProgram, openRegister, signInAs } from './open-program.ts';

const procedures = Object.entries<Procedure>(contract) as [ProcedureName, Procedure][];

/** Design 5, row by row: who may call what. Written apart from the contract, so that a slip there shows here. */
const rights: Readonly<Record<string, readonly Role[]>> = {
  'account.list': ['administrator', 'supervisor'],
  'account.add': ['administrator'],
  'account.set-roles': ['administrator'],
  'account.give-vault-key': ['officer', 'supervisor'],
  'account.reset-passphrase': ['administrator'],
  'account.revoke': ['administrator'],
  'settings.set': ['administrator'],
  'backup.create': ['administrator'],
  'backup.list': ['administrator', 'supervisor', 'auditor'],
  'recovery.reissue': ['administrator', 'supervisor'],
  'recovery.print': ['administrator', 'supervisor'],
  'recovery.rehearse': ['administrator', 'supervisor'],
  'register.check': ['administrator', 'supervisor', 'auditor'],
  'training.generate': ['administrator', 'supervisor'],
  'record.list': ['officer', 'supervisor'],
  'figure.count': ['officer', 'supervisor'],
  'record.neighbours': ['officer', 'supervisor'],
  'record.authors': ['officer', 'supervisor'],
  'record.count': ['officer', 'supervisor'],
  'view.list': ['officer', 'supervisor'],
  'view.save': ['officer', 'supervisor'],
  'view.remove': ['officer', 'supervisor'],
  'view.share': ['supervisor'],
  'design.offer': ['officer', 'supervisor', 'analyst'],
  'design.count': ['officer', 'supervisor', 'analyst'],
  'design.write': ['officer', 'supervisor', 'analyst'],
  'design.list': ['officer', 'supervisor', 'analyst'],
  'design.save': ['officer', 'supervisor', 'analyst'],
  'design.remove': ['officer', 'supervisor', 'analyst'],
  'design.share': ['supervisor', 'analyst'],
  'design.rename': ['officer', 'supervisor', 'analyst'],
  'record.create': ['officer', 'supervisor'],
  'record.open': ['officer', 'supervisor'],
  'record.save': ['officer', 'supervisor'],
  'record.number': ['officer', 'supervisor'],
  'record.complete': ['officer', 'supervisor'],
  'record.history': ['officer', 'supervisor'],
  'record.check': ['officer', 'supervisor'],
  'record.print': ['officer', 'supervisor'],
  'paper.print-blank': ['officer', 'supervisor'],
  'paper.print-filled': ['officer', 'supervisor'],
  'identity.open': ['officer', 'supervisor'],
  'note.list': ['officer', 'supervisor'],
  'note.add': ['officer', 'supervisor'],
  'note.remove': ['officer', 'supervisor'],
  'record.previous': ['officer', 'supervisor'],
  'record.second-pass': ['officer', 'supervisor'],
  'record.abandon': ['officer', 'supervisor'],
  'task.list': ['officer', 'supervisor'],
  'task.count': ['officer', 'supervisor'],
  'task.hand-over': ['supervisor'],
  'task.colleagues': ['supervisor'],
  'draft.keep': ['officer', 'supervisor'],
  'draft.release': ['officer', 'supervisor'],
  'draft.discard': ['officer', 'supervisor'],
  'draft.list': ['officer', 'supervisor'],
  'identity.save': ['officer', 'supervisor'],
  'attachment.count': ['officer', 'supervisor'],
  'attachment.list': ['officer', 'supervisor'],
  'attachment.add': ['officer', 'supervisor'],
  'attachment.open': ['officer', 'supervisor'],
  'attachment.read': ['officer', 'supervisor'],
  'attachment.save-copy': ['officer', 'supervisor'],
  'attachment.remove': ['officer', 'supervisor'],
  'attachment.restore': ['supervisor'],
  'record.verify': ['supervisor'],
  'record.return': ['supervisor'],
  'record.archive': ['supervisor'],
  'record.bin': ['supervisor'],
  'record.restore': ['supervisor'],
  'search.find': ['officer', 'supervisor'],
  'person.likely': ['officer', 'supervisor'],
  'person.others': ['officer', 'supervisor'],
  'text.names': ['officer', 'supervisor'],
  'statistics.list': ['officer', 'supervisor', 'analyst'],
  'statistics.table': ['officer', 'supervisor', 'analyst'],
  'statistics.marks': ['supervisor', 'analyst'],
  'statistics.trend': ['officer', 'supervisor', 'analyst'],
  'population.list': ['officer', 'supervisor', 'analyst'],
  'population.save': ['supervisor', 'analyst'],
  'statistics.held': ['administrator', 'supervisor'],
  'report.write': ['officer', 'supervisor', 'analyst'],
  'summary.write': ['officer', 'supervisor', 'analyst'],
  'merge.prepare': ['supervisor'],
  'merge.persons': ['supervisor'],
  'merge.records': ['supervisor'],
  'merge.list': ['officer', 'supervisor'],
  'merge.undo': ['supervisor'],
  'retention.get': ['administrator', 'supervisor'],
  'retention.set': ['administrator'],
  'retention.due': ['administrator', 'supervisor'],
  'erasure.preview': ['administrator', 'supervisor'],
  'erasure.propose': ['supervisor'],
  'erasure.withdraw': ['administrator', 'supervisor'],
  'erasure.confirm': ['administrator'],
  'erasure.list': ['administrator', 'supervisor'],
  'erasure.finished': ['administrator', 'supervisor'],
  'erasure.print': ['administrator', 'supervisor'],
  'publication.preview': ['supervisor'],
  'publication.publish': ['supervisor'],
  'publication.list': ['officer', 'supervisor', 'analyst', 'auditor'],
  'publication.write': ['officer', 'supervisor', 'analyst'],
  'publication.withdraw': ['supervisor'],
  'publication.check-digest': ['officer', 'supervisor', 'analyst', 'auditor'],
  'publication.corrections': ['supervisor', 'analyst'],
  'publication.write-corrections': ['supervisor', 'analyst'],
  'quality.table': ['officer', 'supervisor', 'analyst', 'auditor'],
  'quality.write': ['officer', 'supervisor', 'analyst', 'auditor'],
  'quality.confirmations': ['officer', 'supervisor'],
  'quality.judge': ['supervisor'],
  'course.count': ['officer', 'supervisor', 'analyst'],
  'exchange.import': ['officer', 'supervisor'],
  'exchange.export': ['supervisor', 'analyst'],
  'reference.uses': ['administrator', 'supervisor'],
  'reference.history': ['administrator', 'supervisor'],
  'reference.add': ['administrator', 'supervisor'],
  'reference.correct': ['administrator', 'supervisor'],
  'reference.retire': ['administrator', 'supervisor'],
  'reference.reinstate': ['administrator', 'supervisor'],
  'reference.preview': ['supervisor'],
  'reference.carry-over': ['supervisor'],
  'audit.list': ['administrator', 'supervisor', 'auditor'],
};

const restricted = procedures.filter(([, { access }]) => Array.isArray(access)).map(([name]) => name);

test('the rights written here name exactly the procedures that are restricted to roles', () => {
  expect(restricted.toSorted()).toEqual(Object.keys(rights).toSorted());
});

test('without a session everything but the calls for anyone is refused', async () => {
  const program = openProgram();
  for (const [name, { access }] of procedures) {
    if (access === 'anyone') continue;
    expect(await program.dispatch(name, {}), name).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
  }
});

test.each(roles)(
  '%s is refused whatever the table of rights does not give, and the refusal is audited',
  async (role) => {
    const program = await openRegister();
    await signInAs(program, [role]);
    for (const name of restricted) {
      const reply = await program.dispatch(name, { wrong: 'input' });
      const expected = rights[name]?.includes(role) ? 'INVALID_INPUT' : 'FORBIDDEN';
      // Calls without input are not made at all where they are allowed: they would do their work.
      if (expected === 'FORBIDDEN') expect(reply, name).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
      else expect(reply, name).not.toMatchObject({ error: { code: 'FORBIDDEN' } });
    }
    const refused = program.services.sessions
      .current()
      ?.register.database.prepare(`SELECT count(*) AS n FROM audit_entry WHERE outcome = 'FORBIDDEN'`)
      .get();
    expect(refused?.n).toBe(restricted.filter((name) => !rights[name]?.includes(role)).length);
  },
);

test('an unknown procedure and one of the prototype are both unknown', async () => {
  const program = openProgram();
  for (const name of ['record.destroy', 'toString', '__proto__']) {
    expect(await program.dispatch(name, {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_PROCEDURE' } });
  }
});
