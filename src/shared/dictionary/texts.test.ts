import { expect, test } from 'vitest';
import { languages } from '../languages.ts';
import { indexOfKind, registerOf } from './registers.ts';
import { codeTextKey, entityTextKey, fieldTextKey, listTextKey, markerTextKey, sectionTextKey } from './text-keys.ts';
import { missingMarkers } from './vocabulary.ts';

type Texts = { readonly [key: string]: string | Texts };
const files = import.meta.glob<Texts>('../../../locales/*/*.json', { eager: true, import: 'default' });

function lookUp(language: string, key: string): string | undefined {
  const [namespace = '', path = ''] = key.split(':');
  let found: string | Texts | undefined = files[`../../../locales/${language}/${namespace}.json`];
  for (const part of path.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

const register = registerOf('victims');
const index = indexOfKind('victims');

const keys = {
  fields: register.fields.flatMap((field) => [
    fieldTextKey('victims', field, 'label'),
    fieldTextKey('victims', field, 'definition'),
  ]),
  names: [
    ...register.sections.map((section) => sectionTextKey('victims', section.id)),
    ...register.entities.flatMap((entity) => [
      `${entityTextKey('victims', entity.id)}_one`,
      `${entityTextKey('victims', entity.id)}_other`,
    ]),
    ...[...register.codeLists.map((list) => list.id), ...register.referenceLists].map(listTextKey),
    ...[...missingMarkers, 'not_entered'].map(markerTextKey),
  ],
  codes: register.codeLists.flatMap((list) => list.codes.map((code) => codeTextKey(list.id, code.code))),
  groups: register.codeLists.flatMap((list) =>
    list.codes.flatMap((code) => (code.group ? [`codes:groups.${list.id}.${code.group}`] : [])),
  ),
};

const lacking = (language: string, wanted: readonly string[]) =>
  wanted.filter((key) => lookUp(language, key) === undefined);

test.each(['en', 'sq'])('every field, section, entity and code has its texts in %s', (language) => {
  expect(Object.values(keys).flatMap((wanted) => lacking(language, wanted))).toEqual([]);
});

test('the lists that rest on law have a definition for every code, in English and Albanian', () => {
  const legal = [
    'TIPSTAT',
    'ACT',
    'MEANS',
    'EXPL',
    'EXPLMAIN',
    'RECMETH',
    'CONTROL',
    'EPREL',
    'EXPLSTAGE',
    'AGEBASIS',
    'REFLECTION_PERIOD',
    'COOPERATES',
    'LEGALBASIS',
    'PREVID',
  ];
  const wanted = legal.flatMap((list) =>
    (index.codeList(list)?.codes ?? []).map((code) => `${codeTextKey(list, code.code)}__definition`),
  );
  const withoutOther = wanted.filter((key) => !/\.other__definition$/.test(key));
  for (const language of ['en', 'sq']) expect(lacking(language, withoutOther), language).toEqual([]);
});

test('catalogues name nothing that is not declared', () => {
  const declared = new Set(register.fields.map((field) => `${field.entity}.${field.id}`));
  for (const language of languages) {
    const fields = files[`../../../locales/${language}/dictionary-victims.json`]?.fields;
    if (typeof fields !== 'object') continue;
    const named = Object.entries(fields).flatMap(([entity, of]) =>
      typeof of === 'object' ? Object.keys(of).map((id) => `${entity}.${id}`) : [],
    );
    expect(
      named.filter((name) => !declared.has(name)),
      language,
    ).toEqual([]);
  }
});

test('a label fits beside its input and ends without a full stop', () => {
  for (const language of ['en', 'sq']) {
    for (const field of register.fields) {
      const label = lookUp(language, fieldTextKey('victims', field, 'label')) ?? '';
      expect(label.length, `${language} ${field.id}`).toBeLessThanOrEqual(52);
      expect(label, field.id).not.toMatch(/[.!]$/);
    }
  }
});

test('prints how many texts of the dictionary each language still lacks', () => {
  const lines = languages.map((language) => {
    const counts = Object.entries(keys).map(
      ([part, wanted]) => `${part} ${lacking(language, wanted).length} of ${wanted.length}`,
    );
    return `  ${language}: ${counts.join(', ')}`;
  });
  console.info(`Texts of the dictionary lacking (English is shown instead):\n${lines.join('\n')}`);
  expect(lines).toHaveLength(languages.length);
});
