import { expect, test } from 'vitest';
import { NameLevel } from './name-level.ts';
import { namesSomebody, possibleNames } from './names-in-text.ts';

const level = new NameLevel([
  {
    seq: 1,
    mark: 1,
    given: ['gjorgji'],
    family: ['hoxha'],
    birth: null,
    sex: null,
    citizenships: [],
    number: null,
    owners: [],
  },
]);
const names = (text: string) => namesSomebody([level], text);

test('a name is found in a text in either order and in another spelling, words that are no name are not', () => {
  for (const text of ['Dosja kundër Gjorgji Hoxha', 'HOXHA GJORGJI, Prizren', 'Ѓорѓи Хоџа', 'v. Đorđi Hodža.'])
    expect(names(text), text).toBe(true);
  for (const text of ['Prokuroria Themelore Prizren', 'Hoxha. Gjorgji erdhi', 'hoxha gjorgji', 'Arben Hoxha', ''])
    expect(names(text), text).toBe(false);
});

test('only neighbours are looked at, and never more than two hundred', () => {
  expect(possibleNames('Ana Marku dhe Besa Krasniqi, Teuta')).toEqual([
    ['Ana', 'Marku'],
    ['Besa', 'Krasniqi'],
  ]);
  expect(possibleNames('Ana '.repeat(1_000))).toHaveLength(200);
});
