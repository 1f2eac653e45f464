import { describe, expect, test } from 'vitest';
import { languages } from '../languages.ts';
import { indexOfKind, registerOf } from './registers.ts';
import { codeTextKey, entityTextKey, fieldTextKey, listTextKey, markerTextKey, sectionTextKey } from './text-keys.ts';
import { missingMarkers, type RegisterKind, registerKinds } from './vocabulary.ts';

type Texts = { readonly [key: string]: string | Texts };
const files = import.meta.glob<Texts>('../../../locales/*/*.json', { eager: true, import: 'default' });

function lookUp(language: string, key: string): string | undefined {
  const [namespace = '', path = ''] = key.split(':');
  let found: string | Texts | undefined = files[`../../../locales/${language}/${namespace}.json`];
  for (const part of path.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

function keysOf(kind: RegisterKind) {
  const register = registerOf(kind);
  return {
    fields: register.fields.flatMap((field) => [
      fieldTextKey(kind, field, 'label'),
      fieldTextKey(kind, field, 'definition'),
    ]),
    names: [
      ...register.sections.map((section) => sectionTextKey(kind, section.id)),
      ...register.entities.flatMap((entity) => [
        `${entityTextKey(kind, entity.id)}_one`,
        `${entityTextKey(kind, entity.id)}_other`,
      ]),
      ...[...register.codeLists.map((list) => list.id), ...register.referenceLists].map(listTextKey),
      ...[...missingMarkers, 'not_entered'].map(markerTextKey),
    ],
    codes: register.codeLists.flatMap((list) => list.codes.map((code) => codeTextKey(list.id, code.code))),
    groups: register.codeLists.flatMap((list) =>
      list.codes.flatMap((code) => (code.group ? [`codes:groups.${list.id}.${code.group}`] : [])),
    ),
  };
}

const lacking = (language: string, wanted: readonly string[]) =>
  wanted.filter((key) => lookUp(language, key) === undefined);

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
    (indexOfKind('victims').codeList(list)?.codes ?? []).map((code) => `${codeTextKey(list, code.code)}__definition`),
  );
  const withoutOther = wanted.filter((key) => !/\.other__definition$/.test(key));
  for (const language of ['en', 'sq']) expect(lacking(language, withoutOther), language).toEqual([]);
});

describe.each(registerKinds)('the dictionary of %s', (kind) => {
  const { fields } = registerOf(kind);

  test.each(languages)('has its texts for every field, section, entity and code in %s', (language) => {
    expect(Object.values(keysOf(kind)).flatMap((wanted) => lacking(language, wanted))).toEqual([]);
  });

  test('is all that its catalogues name', () => {
    const declared = new Set(fields.map((field) => `${field.entity}.${field.id}`));
    for (const language of languages) {
      const texts = files[`../../../locales/${language}/dictionary-${kind}.json`]?.fields;
      const named = Object.entries(texts ?? {}).flatMap(([entity, of]) =>
        typeof of === 'object' ? Object.keys(of).map((id) => `${entity}.${id}`) : [],
      );
      expect(named.length, language).toBeGreaterThan(100);
      expect(
        named.filter((name) => !declared.has(name)),
        language,
      ).toEqual([]);
    }
  });

  test('has labels that fit beside their input and end without a full stop', () => {
    for (const language of ['en', 'sq']) {
      for (const field of fields) {
        const label = lookUp(language, fieldTextKey(kind, field, 'label')) ?? '';
        expect(label.length, `${language} ${field.id}`).toBeLessThanOrEqual(52);
        expect(label, field.id).not.toMatch(/[.!]$/);
      }
    }
  });
});
