/** Words that people of the region and of this work would choose, most likely first. Own list, without marks. */
const words = `
password passphrase parola lozinka fjalekalimi sifra parole kalimi passwort kodi
kosova kosove kosovo prishtina prishtine pristina shqiperia shqiperi albania tirana tirane
srbija serbia beograd bosna hercegovina sarajevo hrvatska zagreb crna gora podgorica
makedonija makedonia skopje shkup bulgaria balgaria sofia romania bucuresti moldova chisinau
ministria ministry ministar ministarstvo ministerstvo ministerul brendshme interior unutrasnjih vnatresni
policia police policija politia politie prokuroria prokuror tuzilastvo tuzilac prosecutor procuror
trafikimi trafikim trafficking trgovina ljudima trafic persoane viktima viktimat victims zrtve zrtva
register registri registar kriter koordinator coordinator kombetar national nacionalni zyra office
administrator admin supervisor officer analyst auditor zyrtar sluzbenik
dashuria dashuri ljubav lubov love familja porodica familia shtepia kuca casa zemra srce inima
mama babi nena tata mamma vellai motra brat sestra djali vajza sin kcerka
arben agron besim blerim fatmir ilir luan driton shpend valon arta besa drita vjosa teuta
marko nikola stefan milan dragan goran zoran jovan ivana jelena marija milica ana
mihai andrei maria elena ioana georgi ivan dimitar petar aleksandar
janari shkurti marsi prilli maji qershori korriku gushti shtatori tetori nentori dhjetori
januar februar mart april maj juni juli avgust septembar oktobar novembar decembar
hene marte merkure enjte premte shtune diele ponedeljak utorak sreda cetvrtak petak subota nedelja
vera pranvera vjeshta dimri summer winter spring autumn leto zima prolet jesen
futboll football fudbal barcelona real madrid juventus milan partizan zvezda
mirdita miredita zdravo dobardan buna hello welcome letmein secret sekret tajna
shqiponja flamuri eagle dragon monkey sunshine princess master shadow
test proba demo user guest root changeme default computer kompjuter internet
`;

export const commonWords: readonly string[] = [...new Set(words.split(/\s+/).filter((word) => word.length > 0))];

/** Rows of the keyboards used here, which fingers type without thinking. */
export const keyboardRows: readonly string[] = [
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  'qwerty',
  'qwertz',
  'asdfgh',
  'zxcvbn',
  'yxcvbn',
  'qazwsx',
  'wsxedc',
  '1q2w3e4r',
  '1qaz2wsx',
  'qweasd',
  'asdzxc',
  'poiuytrewq',
  'lkjhgfdsa',
  'mnbvcxz',
];
