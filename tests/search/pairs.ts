/** Pairs of spellings of one person, and of two people who have nothing to do with each other. */
import { createRandom } from '#shared/training/random.ts';
import { albanians, bulgarians, macedonians, neighbours, romanians, serbs } from './names-of-test.ts';
import * as rules from './romanisations.ts';
import { withOneError } from './typing.ts';

export interface Pair {
  readonly kind: string;
  readonly a: string;
  readonly b: string;
}

type Spell = (text: string) => string;

const spellings: Readonly<
  Record<string, { people: readonly (readonly [string, string])[]; by: Record<string, Spell> }>
> = {
  bulgarian: {
    people: bulgarians,
    by: {
      law: rules.bulgarianLaw,
      bgn: rules.bulgarianBgn,
      iso: rules.bulgarianIso,
      scholarly: rules.bulgarianScholarly,
    },
  },
  serbian: { people: serbs, by: { latin: rules.serbianLatin, bare: rules.serbianBare, dj: rules.serbianDj } },
  macedonian: {
    people: macedonians,
    by: { passport: rules.macedonianPassport, iso: rules.macedonianIso, serbian: rules.macedonianAsSerbian },
  },
  romanian: {
    people: romanians,
    by: { old: rules.romanianOld, oldA: rules.romanianOldA, bare: rules.bare },
  },
  albanian: { people: albanians, by: { bare: rules.bare } },
};

const inDocument = ([given, family]: readonly [string, string]): string => `${given} ${family}`;
const swap = (name: string): string => {
  const words = name.split(' ');
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
};

/** Every spelling against the document, against the others, swapped, in capitals, and with one typing error each. */
export function samePairs(seed: number): Pair[] {
  const random = createRandom(seed);
  const found: Pair[] = neighbours.map(([a, b]) => ({ kind: 'neighbour', a, b }));
  for (const [language, { people, by }] of Object.entries(spellings)) {
    for (const person of people) {
      const original = inDocument(person);
      for (const [rule, spell] of Object.entries(by)) {
        const spelt = spell(original);
        found.push({ kind: `${language} ${rule}`, a: original, b: spelt });
        found.push({ kind: 'swapped', a: original, b: swap(spelt) });
        found.push({ kind: 'error', a: original, b: withOneError(random, original) });
        found.push({ kind: 'error and spelling', a: original, b: withOneError(random, spelt) });
      }
      found.push({ kind: 'case and space', a: original, b: `  ${original.toUpperCase().replace(' ', '   ')} ` });
    }
  }
  return found;
}

const givenNames = `
  Arta Agim Ana Anja Aleksandar Aleksandra Andrei Atanas Bekim Besnik Biljana Bogdan Bojan Boris Branka Burim Cristina
  Цветан Danica Daniela Darko Dejan Denis Dimitar Diana Dragan Dragana Drita Dušan Elena Elira Emil Emilija Enver Faruk
  Fatmir Fatime Filip Florin Gabriela Georgi Gjergj Goran Gordana Hasan Hana Hristo Husein Igor Ilir Ilija Ion Ionel
  Irena Ivan Ivana Jasmina Jelena Jovan Jovana Катерина Kiril Kristina Krasimir Lejla Lindita Liridon Luan Luka Lulzim
  Ljubica Maja Marija Марина Mario Marko Marta Martin Mehmed Mihai Milan Milena Milica Mimoza Mira Mirjana Mirko Miloš
  Mirela Nada Naim Nataša Nenad Nermin Nevena Nicolae Nikola Nina Олга Omer Osman Pavel Petar Petra Petru Plamen Radu
  Ramiz Rexhep Rosen Ruža Sabina Samir Sandra Sanja Sara Selma Senad Shpresa Simona Slavica Slobodan Snežana Sonja Sorin
  Stefan Stojan Sulejman Suzana Svetlana Tamara Tanja Teodora Teuta Todor Tudor Valentina Valon Vasile Vera Vesna Victor
  Viorica Vladimir Vlora Xhemal Ylli Zana Zlatko Zoran Zorica Željko`
  .trim()
  .split(/\s+/);
const familyNames = `
  Ahmeti Ангелов Avramović Babić Bajrami Berisha Blagojević Bogdanov Borisov Bošković Цветков Ciobanu Ćosić Damjanovski
  Delić Dimitrov Dobrev Dragić Dumitru Đorđević Đukić Elezi Filipović Gashi Georgiev Gjonaj Grigorov Halili Hasani
  Hodžić Horvat Hoxha Hristov Husić Hyseni Ibrahimi Ilić Iliev Ionescu Ivanov Ivanović Jakupi Jankov Jashari Jelić
  Jovanov Jovanović Jovanovski Kastrati Kelmendi Kolev Kostić Kostov Kovač Kovačević Krasniqi Krasteva Kryeziu Lazić
  Lazarov Lungu Lupu Marinescu Marinov Марковић Marković Markovski Mehmeti Mihajlović Mihaylov Milić Milošević Mitrev
  Moldovan Mujić Munteanu Murati Musliu Nedelchev Nikolić Nikolov Nikolovski Novak Osmani Pavlović Pavić Perić Petković
  Петков Petrescu Petrić Petrov Petrović Petrovski Popa Popescu Popov Popović Radev Radić Radulescu Rama Ramadani Rexhepi
  Ristovski Rusu Sadiku Savić Selimi Shala Shehu Simić Simonović Sokol Spasovski Stamenov Станић Stanković Stefanović
  Stoica Stojanov Stojanović Stojanovski Stojković Šabani Tasevski Thaçi Todorov Todorović Tomić Trajkovski Turcanu
  Ukaj Vasilev Vasić Velkov Vidović Vlahov Vujić Vuković Xhaferi Zeneli Zhivkov Živković`
  .trim()
  .split(/\s+/);

/** Pairs drawn at random; two who bear one given and one family name are left out, whatever their spelling. */
export function strangePairs(seed: number, count: number): Pair[] {
  const random = createRandom(seed);
  const person = () => [random.pick(givenNames), random.pick(familyNames)] as const;
  const found: Pair[] = [];
  while (found.length < count) {
    const [a, b] = [person(), person()];
    // Half of them bear one of both names alike, as brothers, sisters and neighbours do.
    const half = random.next();
    const other = half < 0.25 ? ([a[0], b[1]] as const) : half < 0.5 ? ([b[0], a[1]] as const) : b;
    if (a[0] === other[0] && a[1] === other[1]) continue;
    found.push({ kind: half < 0.5 ? 'half' : 'none', a: a.join(' '), b: other.join(' ') });
  }
  return found;
}
