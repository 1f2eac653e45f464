/**
 * A sample of institutions for Kosovo*, to be replaced by the institution's own register before use:
 * generic names by kind of body and seat; the dates of activity are plausible, not researched.
 */
import { entry, type ReferenceEntry } from './reference-entry.ts';

/** code; type; municipality; active from; active to; name in Albanian; in Serbian; in English */
const single = `
kp_thb;police;prishtine;2004-01-01;;Policia e Kosovës – Drejtoria për Hetimin e Trafikimit me Qenie Njerëzore;Policija Kosova – Direkcija za istrage trgovine ljudima;Kosovo Police – Directorate for Investigation of Trafficking in Human Beings
border_police;border_police;prishtine;2004-01-01;;Policia e Kosovës – Departamenti për Kufirin;Policija Kosova – Odeljenje za granicu;Kosovo Police – Border Department
border_airport;border_police;lipjan;2008-06-15;;Policia Kufitare – Aeroporti Ndërkombëtar;Granična policija – Međunarodni aerodrom;Border Police – International Airport
sprk;prosecutor;prishtine;2008-03-15;;Prokuroria Speciale;Specijalno tužilaštvo;Special Prosecution Office
court_appeals;court;prishtine;2013-01-01;;Gjykata e Apelit;Apelacioni sud;Court of Appeals
district_court_old;court;prishtine;2000-01-01;2012-12-31;Gjykata e Qarkut (e mëparshme);Okružni sud (raniji);District Court (former)
labour_inspectorate;labour_inspectorate;prishtine;2003-01-01;;Inspektorati i Punës;Inspektorat rada;Labour Inspectorate
victim_protection;victim_protection_office;prishtine;2008-01-01;;Zyra për Mbrojtje dhe Ndihmë Viktimave;Kancelarija za zaštitu i pomoć žrtvama;Victim Protection and Assistance Office
helpline;helpline;prishtine;2009-01-01;;Linja e ndihmës për viktimat;Linija za pomoć žrtvama;Helpline for victims
shelter_state;social_work_centre;prishtine;2004-01-01;;Strehimorja e përkohshme e sigurt (shtetërore);Privremeno sigurno sklonište (državno);Interim Secure Facility (state shelter)
shelter_women;ngo;prishtine;2001-01-01;;Strehimore për gra viktima (OJQ);Sklonište za žene žrtve (NVO);Shelter for women victims (NGO)
shelter_children;ngo;prishtine;2003-01-01;;Strehimore për fëmijë viktima (OJQ);Sklonište za decu žrtve (NVO);Shelter for child victims (NGO)
ngo_legal_aid;ngo;prizren;2006-01-01;;Organizatë për ndihmë juridike (OJQ);Organizacija za pravnu pomoć (NVO);Legal aid organisation (NGO)
ngo_outreach;ngo;ferizaj;2010-01-01;;Organizatë për punë në terren (OJQ);Organizacija za terenski rad (NVO);Outreach organisation (NGO)
hospital;health;prishtine;2000-01-01;;Qendra klinike universitare;Univerzitetski klinički centar;University Clinical Centre
family_medicine;health;gjilan;2000-01-01;;Qendra e mjekësisë familjare;Centar porodične medicine;Family medicine centre
school;education;prishtine;2000-01-01;;Shkollë;Škola;School
asylum;immigration_asylum;prishtine;2008-01-01;;Departamenti për Shtetësi, Azil dhe Migracion;Odeljenje za državljanstvo, azil i migraciju;Department for Citizenship, Asylum and Migration
legal_aid_agency;local_government;prishtine;2008-01-01;;Agjencia për Ndihmë Juridike Falas;Agencija za besplatnu pravnu pomoć;Free Legal Aid Agency
customs;customs;prishtine;2008-01-01;;Dogana;Carina;Customs
tax_administration;tax_authority;prishtine;2003-01-01;;Administrata tatimore;Poreska administracija;Tax Administration
municipality_office;local_government;prishtine;2008-01-01;;Komunë – drejtoria për mirëqenie sociale;Opština – direkcija za socijalnu zaštitu;Municipality – directorate of social welfare
embassy;embassy_consulate;;2008-02-17;;Ambasadë ose konsullatë;Ambasada ili konzulat;Embassy or consulate
iom;international_org;prishtine;1999-06-01;;Organizata Ndërkombëtare për Migracion (IOM);Međunarodna organizacija za migracije (IOM);International Organization for Migration (IOM)
`;

/** code; country; name in Albanian; in Serbian; in English */
const foreign = `
foreign_police_alb;ALB;Policia e Shqipërisë;Policija Albanije;Police of Albania
foreign_police_mkd;MKD;Policia e Maqedonisë së Veriut;Policija Severne Makedonije;Police of North Macedonia
foreign_police_deu;DEU;Policia e Gjermanisë;Policija Nemačke;Police of Germany
foreign_authority;;Autoritet tjetër i huaj;Drugi strani organ;Other foreign authority
`;

/** Bodies that have one office per region: code; type; active from; name in Albanian; in Serbian; in English */
const regional = `
kp;police;2004-01-01;Drejtoria Rajonale e Policisë;Regionalna policijska direkcija;Regional Police Directorate
prosecution;prosecutor;2013-01-01;Prokuroria Themelore;Osnovno tužilaštvo;Basic Prosecution Office
court;court;2013-01-01;Gjykata Themelore;Osnovni sud;Basic Court
csw;social_work_centre;2002-01-01;Qendra për Punë Sociale;Centar za socijalni rad;Centre for Social Work
`;

/** code; municipality; name in Albanian; in Serbian; in English */
const seats = `
prishtine;prishtine;Prishtinë;Priština;Prishtina
prizren;prizren;Prizren;Prizren;Prizren
peje;peje;Pejë;Peć;Peja
gjilan;gjilan;Gjilan;Gnjilane;Gjilan
ferizaj;ferizaj;Ferizaj;Uroševac;Ferizaj
gjakove;gjakove;Gjakovë;Đakovica;Gjakova
mitrovice;mitrovice_jugore;Mitrovicë;Mitrovica;Mitrovica
`;

const rowsOf = (text: string): (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(';'));

const orNull = (text: string): string | null => (text === '' ? null : text);

const regionalOffices = rowsOf(regional).flatMap(([body = '', type = '', activeFrom = '', ...bodyNames]) =>
  rowsOf(seats).map(([seat = '', municipality = '', ...seatNames]) => {
    const [sq = '', bs = '', en = ''] = bodyNames.map((name, language) => `${name} – ${seatNames[language]}`);
    return entry(`${body}_${seat}`, { sq, bs, en }, { type, country: 'XKX', municipality, activeFrom });
  }),
);

/** Entries of the list INST. */
export const kosovoInstitutions: readonly ReferenceEntry[] = [
  ...rowsOf(single).map(([code = '', type = '', municipality = '', from = '', to = '', sq = '', bs = '', en = '']) =>
    entry(
      code,
      { sq, bs, en },
      { type, country: 'XKX', municipality: orNull(municipality), activeFrom: orNull(from), activeTo: orNull(to) },
    ),
  ),
  ...regionalOffices,
  ...rowsOf(foreign).map(([code = '', country = '', sq = '', bs = '', en = '']) =>
    entry(code, { sq, bs, en }, { type: 'foreign_authority', country: orNull(country) }),
  ),
];
