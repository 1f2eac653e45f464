/** Invented persons in the spelling of their documents, and pairs of spellings that no table gives. */

const people = (text: string): readonly (readonly [string, string])[] =>
  text
    .trim()
    .split(/\s*;\s*/)
    .map((name) => {
      const [given, family] = name.split(/\s+(?=\S+$)/);
      return [given ?? '', family ?? ''] as const;
    });

export const bulgarians = people(`
  Мария Щерева; Юлия Кънчева; Христо Цветанов; Йордан Първанов; Цветелина Ангелова; Георги Дончев; Ъглен Бъчваров;
  Жана Живкова; Шишман Шишманов; Кольо Колев; Яна Янакиева; Любомир Люцканов; Михаил Хаджиев; Джейлан Джафер;
  Пенчо Пенчев; Снежана Жечева; Цанко Цанев; Вълчо Вълчев; Ружа Ружицова; Стоян Стоянов; Щилян Щилянов; Бойко Бойков`);

export const serbs = people(`
  Ђорђе Ђорђевић; Љубица Његован; Џемал Хаџић; Жарко Шћепановић; Милица Чолаковић; Јелена Јеремић; Ђурђа Вујић;
  Његош Љубишић; Наташа Ћирковић; Хаџи Џаферовић; Снежана Цвијић; Љиљана Пејчиновић; Ђурађ Бранковић; Чедомир Чабаркапа`);

export const macedonians = people(`
  Ѓорѓи Ѓорѓиевски; Ќирил Петковиќ; Љубица Њагулова; Џемиле Хоџа; Жаклина Чаушевска; Ѕвезда Ѕидарова; Шаќир Шаќири;
  Снежана Штерјова; Јасмина Јовановска; Цветанка Цековска; Ѓурѓа Ќосева; Билјана Стојчевска`);

export const romanians = people(`
  Ștefan Țurcanu; Sânziana Câmpeanu; Ionuț Brâncoveanu; Mihăiță Stăncescu; Ana-Maria Rădulescu; Răzvan Ștefănescu;
  Anișoara Țepeș; Lăcrămioara Bălănescu; Ilinca Vâlcan; Costică Grozăvescu`);

export const albanians = people(`
  Xhemal Hoxha; Shpresa Shaqiri; Gjergj Gjonaj; Besë Çekaj; Zhuljeta Xhaferi; Rrahim Llapashtica; Njazi Thaçi;
  Dhimitër Qosja; Ylli Hyseni; Shpëtim Zeqiri; Qëndresa Kryeziu; Xhevahire Xhepa; Fatlum Krasniqi; Pëllumb Bllaca`);

/** The same name in the spelling of a neighbour. */
export const neighbours: readonly (readonly [string, string])[] = [
  ['Xhemal Hoxha', 'Džemal Hodža'],
  ['Xhemal Hoxha', 'Џемал Хоџа'],
  ['Xhemal Hoxha', 'Dzhemal Hodzha'],
  ['Xhafer Xhaferi', 'Džafer Džaferi'],
  ['Shaqir Shaqiri', 'Šaćir Šaćiri'],
  ['Shaqir Shaqiri', 'Шаќир Шаќири'],
  ['Gjorgji Gjorgjevski', 'Đorđi Đorđevski'],
  ['Zhivko Zhivkoviq', 'Živko Živković'],
  ['Millosh Petroviq', 'Miloš Petrović'],
  ['Çeda Çubriloviq', 'Čeda Čubrilović'],
  ['Gjuro Gjukiq', 'Đuro Đukić'],
  ['Njegosh Lubishiq', 'Njegoš Ljubišić'],
  ['Lulzim Blakaj', 'Љуљзим Бљакај'],
  ['Hysen Hyseni', 'Хусен Хусени'],
  ['Ylber Kryeziu', 'Илбер Кријезиу'],
  ['Rrahman Llapi', 'Rahman Lapi'],
  ['Jürgen Müller', 'Juergen Mueller'],
  ['Jürgen Müller', 'Jurgen Muller'],
  ['Ömer Yıldız', 'Omer Yildiz'],
  ['Ayşe Erdoğan', 'Ayse Erdogan'],
  ['Ayşe Erdoğan', 'Ajše Erdogan'],
  ['György Kovács', 'Gyorgy Kovacs'],
  ['Sándor Szabó', 'Šandor Sabo'],
  ['Ana-Marija Kovač Babić', 'Ana Marija Kovač-Babić'],
  ['Anamarija Kovač', 'Ana Marija Kovač'],
  ['Христо Иванов', 'Christo Ivanoff'],
  ['Goce Delčevski', 'Гоце Делчевски'],
  ['Cristina Popescu', 'Kristina Popesku'],
];

/** Two people: near names, and no error. */
export const strangers: readonly (readonly [string, string])[] = [
  ['Marija Petrović', 'Marina Petrović'],
  ['Ana Petrović', 'Ana Popović'],
  ['Ana Petković', 'Ana Petrović'],
  ['Ivan Petrović', 'Ivana Petrović'],
  ['Milan Savić', 'Miljan Savić'],
  ['Jovan Ilić', 'Ivan Ilić'],
  ['Dragan Nikolić', 'Dragana Nikolić'],
  ['Petar Stojanov', 'Petra Stojanova'],
  ['Arben Krasniqi', 'Arbena Krasniqi'],
  ['Мария Иванова', 'Марина Иванова'],
  ['Goran Babić', 'Zoran Babić'],
  ['Marko Pavić', 'Marko Perić'],
];
