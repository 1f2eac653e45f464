/**
 * A sample of institutions for Kosovo*, to be replaced by the institution's own register before use:
 * generic names by kind of body and seat; the dates of activity are plausible, not researched.
 */
import { languages } from '../../languages.ts';
import { entry, type ReferenceEntry } from './reference-entry.ts';

/** code; type; municipality; active from; active to; names, in the order of the languages */
const single = `
kp_thb;police;prishtine;2004-01-01;;Policia e Kosovës – Drejtoria për Hetimin e Trafikimit me Qenie Njerëzore;Policija Kosova – Direkcija za istrage trgovine ljudima;Полиција на Косово – Дирекција за истрага на трговија со луѓе;Полиция на Косово – Дирекция за разследване на трафика на хора;Poliția din Kosovo – Direcția de investigare a traficului de persoane;Kosovo Police – Directorate for Investigation of Trafficking in Human Beings
border_police;border_police;prishtine;2004-01-01;;Policia e Kosovës – Departamenti për Kufirin;Policija Kosova – Odeljenje za granicu;Полиција на Косово – Одделение за граница;Полиция на Косово – Отдел „Граница“;Poliția din Kosovo – Departamentul pentru frontieră;Kosovo Police – Border Department
border_airport;border_police;lipjan;2008-06-15;;Policia Kufitare – Aeroporti Ndërkombëtar;Granična policija – Međunarodni aerodrom;Гранична полиција – Меѓународен аеродром;Гранична полиция – Международно летище;Poliția de frontieră – Aeroportul Internațional;Border Police – International Airport
sprk;prosecutor;prishtine;2008-03-15;;Prokuroria Speciale;Specijalno tužilaštvo;Специјално обвинителство;Специална прокуратура;Parchetul Special;Special Prosecution Office
court_appeals;court;prishtine;2013-01-01;;Gjykata e Apelit;Apelacioni sud;Апелационен суд;Апелативен съд;Curtea de Apel;Court of Appeals
district_court_old;court;prishtine;2000-01-01;2012-12-31;Gjykata e Qarkut (e mëparshme);Okružni sud (raniji);Окружен суд (поранешен);Окръжен съд (бивш);Tribunalul Districtual (fost);District Court (former)
labour_inspectorate;labour_inspectorate;prishtine;2003-01-01;;Inspektorati i Punës;Inspektorat rada;Инспекторат на трудот;Инспекторат по труда;Inspectoratul Muncii;Labour Inspectorate
victim_protection;victim_protection_office;prishtine;2008-01-01;;Zyra për Mbrojtje dhe Ndihmë Viktimave;Kancelarija za zaštitu i pomoć žrtvama;Канцеларија за заштита и помош на жртвите;Служба за защита и подпомагане на жертвите;Biroul pentru protecția și asistența victimelor;Victim Protection and Assistance Office
helpline;helpline;prishtine;2009-01-01;;Linja e ndihmës për viktimat;Linija za pomoć žrtvama;Линија за помош на жртвите;Гореща линия за жертвите;Linia de asistență pentru victime;Helpline for victims
shelter_state;social_work_centre;prishtine;2004-01-01;;Strehimorja e përkohshme e sigurt (shtetërore);Privremeno sigurno sklonište (državno);Привремено безбедно сместување (државно засолниште);Временен защитен дом (държавен);Centrul temporar de adăpost protejat (de stat);Interim Secure Facility (state shelter)
shelter_women;ngo;prishtine;2001-01-01;;Strehimore për gra viktima (OJQ);Sklonište za žene žrtve (NVO);Засолниште за жени жртви (НВО);Убежище за жени – жертви (НПО);Adăpost pentru femei victime (ONG);Shelter for women victims (NGO)
shelter_children;ngo;prishtine;2003-01-01;;Strehimore për fëmijë viktima (OJQ);Sklonište za decu žrtve (NVO);Засолниште за деца жртви (НВО);Убежище за деца – жертви (НПО);Adăpost pentru copii victime (ONG);Shelter for child victims (NGO)
ngo_legal_aid;ngo;prizren;2006-01-01;;Organizatë për ndihmë juridike (OJQ);Organizacija za pravnu pomoć (NVO);Организација за правна помош (НВО);Организация за правна помощ (НПО);Organizație de asistență juridică (ONG);Legal aid organisation (NGO)
ngo_outreach;ngo;ferizaj;2010-01-01;;Organizatë për punë në terren (OJQ);Organizacija za terenski rad (NVO);Организација за теренска работа (НВО);Организация за работа на терен (НПО);Organizație de lucru pe teren (ONG);Outreach organisation (NGO)
hospital;health;prishtine;2000-01-01;;Qendra klinike universitare;Univerzitetski klinički centar;Универзитетски клинички центар;Университетски клиничен център;Centrul clinic universitar;University Clinical Centre
family_medicine;health;gjilan;2000-01-01;;Qendra e mjekësisë familjare;Centar porodične medicine;Центар за семејна медицина;Център за семейна медицина;Centrul de medicină de familie;Family medicine centre
school;education;prishtine;2000-01-01;;Shkollë;Škola;Училиште;Училище;Școală;School
asylum;immigration_asylum;prishtine;2008-01-01;;Departamenti për Shtetësi, Azil dhe Migracion;Odeljenje za državljanstvo, azil i migraciju;Одделение за државјанство, азил и миграција;Отдел „Гражданство, убежище и миграция“;Departamentul pentru cetățenie, azil și migrație;Department for Citizenship, Asylum and Migration
legal_aid_agency;local_government;prishtine;2008-01-01;;Agjencia për Ndihmë Juridike Falas;Agencija za besplatnu pravnu pomoć;Агенција за бесплатна правна помош;Агенция за безплатна правна помощ;Agenția pentru asistență juridică gratuită;Free Legal Aid Agency
customs;customs;prishtine;2008-01-01;;Dogana;Carina;Царина;Митница;Vama;Customs
tax_administration;tax_authority;prishtine;2003-01-01;;Administrata tatimore;Poreska administracija;Даночна администрација;Данъчна администрация;Administrația fiscală;Tax Administration
municipality_office;local_government;prishtine;2008-01-01;;Komunë – drejtoria për mirëqenie sociale;Opština – direkcija za socijalnu zaštitu;Општина – дирекција за социјална заштита;Община – дирекция „Социални грижи“;Municipalitate – direcția de asistență socială;Municipality – directorate of social welfare
embassy;embassy_consulate;;2008-02-17;;Ambasadë ose konsullatë;Ambasada ili konzulat;Амбасада или конзулат;Посолство или консулство;Ambasadă sau consulat;Embassy or consulate
iom;international_org;prishtine;1999-06-01;;Organizata Ndërkombëtare për Migracion (IOM);Međunarodna organizacija za migracije (IOM);Меѓународна организација за миграции (ИОМ);Международна организация по миграция (МОМ);Organizația Internațională pentru Migrație (OIM);International Organization for Migration (IOM)
`;

/** code; country; names, in the order of the languages */
const foreign = `
foreign_police_alb;ALB;Policia e Shqipërisë;Policija Albanije;Полиција на Албанија;Полиция на Албания;Poliția din Albania;Police of Albania
foreign_police_mkd;MKD;Policia e Maqedonisë së Veriut;Policija Severne Makedonije;Полиција на Северна Македонија;Полиция на Северна Македония;Poliția din Macedonia de Nord;Police of North Macedonia
foreign_police_deu;DEU;Policia e Gjermanisë;Policija Nemačke;Полиција на Германија;Полиция на Германия;Poliția din Germania;Police of Germany
foreign_authority;;Autoritet tjetër i huaj;Drugi strani organ;Друг странски орган;Друг чуждестранен орган;Altă autoritate străină;Other foreign authority
`;

/** Bodies that have one office per region: code; type; active from; names, in the order of the languages */
const regional = `
kp;police;2004-01-01;Drejtoria Rajonale e Policisë;Regionalna policijska direkcija;Регионална полициска дирекција;Регионална полицейска дирекция;Direcția regională de poliție;Regional Police Directorate
prosecution;prosecutor;2013-01-01;Prokuroria Themelore;Osnovno tužilaštvo;Основно обвинителство;Основна прокуратура;Parchetul de bază;Basic Prosecution Office
court;court;2013-01-01;Gjykata Themelore;Osnovni sud;Основен суд;Основен съд;Judecătoria;Basic Court
csw;social_work_centre;2002-01-01;Qendra për Punë Sociale;Centar za socijalni rad;Центар за социјална работа;Център за социална работа;Centrul de asistență socială;Centre for Social Work
`;

/** code; municipality; names, in the order of the languages */
const seats = `
prishtine;prishtine;Prishtinë;Priština;Приштина;Прищина;Pristina;Prishtina
prizren;prizren;Prizren;Prizren;Призрен;Призрен;Prizren;Prizren
peje;peje;Pejë;Peć;Пеќ;Печ;Peja;Peja
gjilan;gjilan;Gjilan;Gnjilane;Гњилане;Гниляне;Gjilan;Gjilan
ferizaj;ferizaj;Ferizaj;Uroševac;Урошевац;Урошевац;Ferizaj;Ferizaj
gjakove;gjakove;Gjakovë;Đakovica;Ѓаковица;Джаковица;Gjakova;Gjakova
mitrovice;mitrovice_jugore;Mitrovicë;Mitrovica;Митровица;Митровица;Mitrovica;Mitrovica
`;

const rowsOf = (text: string): (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(';'));

const inEach = (names: readonly string[]): ReferenceEntry['names'] =>
  Object.fromEntries(languages.map((language, at) => [language, names[at] ?? '']));

const orNull = (text: string): string | null => (text === '' ? null : text);

const regionalOffices = rowsOf(regional).flatMap(([body = '', type = '', activeFrom = '', ...bodyNames]) =>
  rowsOf(seats).map(([seat = '', municipality = '', ...seatNames]) => {
    const names = bodyNames.map((name, language) => `${name} – ${seatNames[language]}`);
    return entry(`${body}_${seat}`, inEach(names), { type, country: 'XKX', municipality, activeFrom });
  }),
);

/** Entries of the list INST. */
export const kosovoInstitutions: readonly ReferenceEntry[] = [
  ...rowsOf(single).map(([code = '', type = '', municipality = '', from = '', to = '', ...names]) =>
    entry(code, inEach(names), {
      type,
      country: 'XKX',
      municipality: orNull(municipality),
      activeFrom: orNull(from),
      activeTo: orNull(to),
    }),
  ),
  ...regionalOffices,
  ...rowsOf(foreign).map(([code = '', country = '', ...names]) =>
    entry(code, inEach(names), { type: 'foreign_authority', country: orNull(country) }),
  ),
];
