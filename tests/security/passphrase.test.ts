import { expect, test } from 'vitest';
import { judgePassphrase, suggestPassphrase } from '#electron/security/passphrase.ts';
import { newSheet } from '#electron/security/recovery-sheet.ts';
import { redact, redactText } from '#electron/security/redact.ts';

test('a suggestion is pronounceable ASCII on the same keys of every Latin layout, and worth 64 bits and more', () => {
  for (let round = 0; round < 200; round += 1) {
    const suggestion = suggestPassphrase();
    expect(suggestion).toMatch(/^(?:(?:[bdfgklmnprstv][aeiou]){3}-){3}(?:[bdfgklmnprstv][aeiou]){3}$/);
    expect(judgePassphrase(suggestion, ['Ministria e Brendshme', 'Arta'])).toMatchObject({ acceptable: true });
  }
  expect(Math.log2((13 * 5) ** 12)).toBeGreaterThan(64);
});

test('suggestions use every letter evenly', () => {
  const counts = new Map<string, number>();
  for (let round = 0; round < 2_000; round += 1) {
    for (const letter of suggestPassphrase().replaceAll('-', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  const expected = (2_000 * 12) / 13;
  for (const consonant of 'bdfgklmnprstv') {
    expect(Math.abs((counts.get(consonant) ?? 0) - expected)).toBeLessThan(expected * 0.2);
  }
});

test.each([
  ['short7Kx', 'TOO_SHORT'],
  ['ministriaebrendshme', 'KNOWN_WORDS'],
  ['Ministria e Brendshme 1', 'KNOWN_WORDS'],
  ['arta.hoxha.arta.hoxha', 'KNOWN_WORDS'],
  ['aaaaaaaaaaaaaaaaaaaa', 'GUESSABLE'],
  ['123456789012345678', 'GUESSABLE'],
  ['qwertzuiopasdfghjkl', 'GUESSABLE'],
  ['passwordpassword1', 'GUESSABLE'],
])('%s is refused: %s', (passphrase, problem) => {
  const judged = judgePassphrase(passphrase, ['Ministria e Brendshme', 'arta.hoxha', 'Arta Hoxha']);
  expect(judged.acceptable).toBe(false);
  expect(judged.problems).toContain(problem);
});

test('a long sentence of one’s own is accepted, in any script', () => {
  for (const own of [
    'dhia e zeze kercen mbi gardhin e vjeter',
    'црната коза скока преку стара ограда',
    'gr8 vlk spi pod lipou 7',
  ]) {
    expect(judgePassphrase(own, ['Ministria e Brendshme'])).toMatchObject({ acceptable: true, problems: [] });
  }
});

test('nothing secret stays in what is meant for a log', async () => {
  const { sheet } = await newSheet('register');
  const key = Buffer.alloc(32, 7);
  const texts = [sheet.identity, ...sheet.lines, key.toString('hex'), key.toString('base64'), 'Ilir Gashi'];
  const error = new Error(`near '${texts[0]}': no such key x'${key.toString('hex')}' in "Ilir Gashi"`, {
    cause: { note: 'Ilir Gashi' },
  });
  const logged = JSON.stringify([
    redact({
      passphrase: 'bakilo',
      dataKey: key,
      displayName: 'Ilir Gashi',
      nested: { lines: sheet.lines, text: texts[0] },
    }),
    redact(error),
    redactText(`lines ${sheet.lines.join(' ')} and ${key.toString('base64')}`),
  ]);
  for (const text of texts) expect(logged).not.toContain(text);
  expect(logged).not.toContain('bakilo');
  expect(redact({ entity: 'victim', id: '0199aaaa-0000-7000-8000-000000000001', revision: 3 })).toEqual({
    entity: 'victim',
    id: '0199aaaa-0000-7000-8000-000000000001',
    revision: 3,
  });
});
