/**
 * Names that many people of the region bear. Two different ones are two names, not one name with a typing error, however
 * near their letters are: Marija and Marina, Petković and Petrović. Each entry stands for all its spellings; forms of one
 * name that the languages write differently stand in one entry, parted by strokes.
 */
import { spellingsOf } from './spellings.ts';

const given = `
  adam adela adelina admir adnan adrian/ardian adriana/ardiana afrim agim agron ajla alban albana albert
  aleksandar/aleksander aleksandra aleksej alen alena alin alina alisa alma almir almira altin altina ana anabela
  anca andi andrea andreea andrej/andrei anel anela aneta angel angela angelina anisa anita anja ante anton antonia
  antonio arben arbena arbnor ardit ardita arijana arjan arjeta arlind arlinda armend armin armina arta artan asan
  asen asim asja atanas aurel aurela avdi avni azem azra bajram bashkim bedri behar bekim belma berat berina besa
  besart besarta besian besim besnik biljana blaga blagoj blerim blerina blerta bogdan bogdana bojan bojana boris
  boro bosko branka branko bujar burim carmen/karmen catalin catalina cezar cezara ciprian claudia/klaudia claudiu
  corina cornel cornelia cosmin costin cristian/kristian/kristijan cristina/kristina cveta cvetan cvetana damir
  damira damjan dan dana danail danica daniel/danijel daniela/danijela danilo dardan dardana daria darija darin
  darina darko davor davorin davud dejan dejana denis denisa desa desanka dijana/diana dilaver dimitar dimka dina
  dino doina dona dora dorian dorin dorina draga dragan dragana dragica drago drita dritan driton dumitru dusan
  dusanka dusko dzemal dzemil dzenan dzenana edin edina edon edona edvin elda elena/jelena/helena elira eliza elma
  elmir elmira elona elton elvin elvir elvira elvis ema emil emila emilija emin emina endrit enes enis enisa ensar
  enver era erik erika erion eris ermal ermin ermina erna esad esma eva evelin evelina fadil fadila fahrudin faruk
  fatima/fatime fatmir fatmira fatos ferid ferida festim fikret fikreta filip filipa fitim flora florent florentina
  florian florin florina franjo gabriel gabriela ganimete genc gent george georgi georgiana georgij gezim gheorghita
  goce goran gorana gordan gordana grigor hajdar hajdin hakija halil halim halima hamdi hamid hamida hana hanna haris
  harun hasan hasim hatidza horia hristina hristo husein/hysen ibrahim ida idriz igor ilija/ilia/ilie ilijana ilina
  ilinka ilir ilira ina ines ioan ioana ion ionel ionela ionut irena irina iris irma isa isak iskra ismail ismet
  iulian iuliana iva ivan ivana ivanka ivica ivo ivona jagoda jakov jakub jana jane janka janko jasmin jasmina jasna
  jeta jeton josif josip jovan jovana jovanka jovica jovo julija julijan julijana jusuf/isuf kadrija kalin kalina
  kamelija kamen karolina katarina/katerina katica kemal kire kiril klara klaudio kosara kosta krasimir krasimira
  kristijana krste ksenija kujtim labinot lana lara larisa laura laurent lavdim lavinia lazar lea lejda lejla lena
  leon leona leonid leonora lidija lila liljana lina liri liridon liridona lirim livia liviu ljuba ljuben ljubica
  ljubisa ljubo lola lorena luan lucia lucian luciana luka lule luljeta lulzim magda magdalena maja/maia malina mara
  marcel marcela mare marela marian/marijan/marjan mariana/marijana/marjana marica marieta marija marika marin marina
  mario marius marjeta mark marko marsel marsela marta martin martina mate matej mateja mateo matija medina
  mehmed/mehmet/memet/memed meho melisa mentor merim merima merita metodi metodija mihaela mihai mihail milan milana
  milanka mile milen milena mileva milica milija milijana miljan miljana milka milko milo milorad milos milosav
  milosava milutin mima mina mira mirel mirela mirjana mirka mirko mirna miro miron miroslav miroslava mirsad mirsada
  mirza mitar mitko mladen mladenka momir mone monika muamer muharem munira murat musa mustafa nada nadica nadira
  nadja naim naima naser nasir natalija natasa nazif nazim neda nedim nedina nela nenad nermin nermina neven nevena
  nicolae/nikolaj nicoleta nihad nijaz nikola nikolina nina nino nora oana octavian ognjen olga oliver olivera omer
  osman ovidiu pajo paul paula pavel pavle pavlina petar petka petko petra petrana petre petrit petru plamen polina
  predrag rada radan rade radka radko radmila radomir radoslav radovan radu raif raifa raluca ramadan ramiz ramiza
  ramona rasim rasima ratka ratko redzep refija refik refika rejhan rejhana renata rina rinor risto rita robert robin
  roman romana romina rosa rosen roxana roza rusmir ruza ruzica sabahudin saban sabin sabina sabit sabrija safet said
  saida sali salih saliha salim samir samira samra sandra sandro sanel sanela sanja sara sasa sasko sava savo sead
  seada seadin sebastian sejad sejda selim selima selma selman semir semira semra senad senada senka sergej shpend
  shpresa siljan silvana silvia simeon simon simona sinan sinisa slavica slavisa slavka slavko slobodan slobodanka
  snezana sonja sorin sorina spase stana stanislav stanislava stanka stanko stefan stefana stefani stefania stela
  stevan stevo stoja stojan stojana stojanka stojko suad suada subhi suhra sulejman suzana svetislav svetla svetlana
  svetozar tamara tanja tara tarik tea teo teodor teodora teodosij teuta tihomir tijana tina todor todora todorka
  toma tomas tome tomislav toni tonka tonko traian trajan trajce trajko tudor uros valbona valentin valentina valeria
  valeriu valmir valmira valon vanesa vanja vasil/vasile vasilka vasko velika velin velina velko venera vera verica
  veronika vesel vesela vesko vesna veton vida vidan vidoje viktor viktoria viljam viola violeta viorel viorica visar
  visnja vjosa vlada vladan vladana vladimir vladislav vladko vlado vlatko vlora vojin vojislav vuk vuka vukan vukica
  xhavit xheladin xhemal ylber ylli zahid zahida zahir zaim zaira zamir zamira zana zara zarko zdenka zdenko zdravka
  zdravko zef zejna zejnel zeljka zeljko zenel zina zinaida ziva zivan zivana zivka zivko zlata zlatan zlatana
  zlatica zlatka zlatko zora zoran zorana zorica zorka zuhra zulejha zumra zvezdan zvezdana zvonko`;

const family = `
  abazi abdi ademi adzic ahmeti ajeti alic alija alijaj aliju aliti andonov andreev andrejevic andric angelov
  angelovski anic antic antonov antonovic arifi arnautovic arsic arsov asani asenov asllani atanasov avdic avramov
  babic bacic bajic bajrami balaban balan balic ban banic banjac baric barisic basic begic begovic bejta belic beric
  berisa biba bilic bislimi blagojevic bobic bogdanov bojanic bojanov bojic boric borisov borov bosnjak bozic bozinov
  brankov brankovic bratu brkic bubic budic bugar bukic bunjaku cakic cekic ceko celic colic cosic cosma costea
  cvetkov cvetkovic cvetkovski dabic damjanov danev danilov daskalov davidov dedaj dedic delic deliu demiri denic
  dervisi dimitrov dimov dinev dinic dinkic dobrev dobric dodic dokic donchev doric draganov dragic dragomir dudic
  dukic dumitru dunic duric durov dzafic dzeko elezi elezovic emini ferati ferizi filipov filipovic gaic gajevic
  gajic galic ganev garic gashi gasic gavric gavrilov gecov genov georgiev georgievski gjoka gjoni gjuric glisic
  gocev gogic goranov goranovic grbic grigorov grubic grujic guric hadzi hajdari halili halimi hamiti hamzic hasani
  hasic hodza hodzic horvat hoti husic hyseni ibrahimi idrizi igic ilic ilies iliev ilievski iljazi imeri ionescu
  isaku islami ismaili ivanic ivanov ivanovic ivanovski ivic ivkov ivkovic jahic jakic jakov jakovov jakupi janev
  janic jankov jankovic jankuloski jasari jeftic jelic jevtic jokic jonuzi josic josifov jovanov jovanovic jovanovski
  jovic jovovic jukic juric jusufi kadic kadriu kalaj kalic kamberi kamenov karic kastrati katic kelmendi kirov klaic
  kolarov kolev kolic konic kosic kostic kostov kovac kovacev kovacevic kovacic kralj krasniqi krastev krstev krstic
  kubic kukic kunic kurti lakic lalic lazarov lazic lazov lekaj lekic lesic ljubic lovric lucic lukac lukic lulic
  lungu lupu lupulescu macic majic maksimov maksimovic malic maliqi mancev mandic mandzic manev manolov maric marin
  marinescu marinic marinkov marinkovic marinov markic markov markovic markovski martic martin martinov martinovic
  masic matei matic matkovic mehmeti/mehmedi/memeti/memedi meic mesic meta metaj mihailov mihaj mihajlov mijatovic
  milanov milanovic milev milevski milic milicevic milinkovic miljkovic milosev milosevic mircev mirkov mirkovic
  misic mitev mitic mitov mitrev mitrevski mitrovic mladenov mladenovic mocanu moldovan moraru muic muja mujic muka
  munteanu murati muratovic muric musa musliu mustafa mutic nedelkov nedic nenov nikaj nikic nikolic nikolov
  nikolovic nikolovski ninov novak novakov novakovic novic nusic obradovic ognjanov olaru osmani ostojic pajic panev
  panic panov pantic pasic pasov paunov pavic pavlic pavlov pavlovic pavlovski pejic pekic penev peric perkovic
  perovic petev petkov petkovic petkovski petrescu petric petrov petrovic petrovski petrusevski pilic pinic pirev
  pjanic pop popa popescu popov popovic popovici popovski preda prelic puric qerimi qosja racic rada radev radic
  radkov radkovic radojevic radonjic radov radovic radu raic rakic rama ramadani rasic raskov ratkovic redzepi rexha
  ristev ristic ristov ristovski robu rosca rosic rusev rusic rusu ruzic sabani sadiku salihi salihovic samardzic
  saric sasic savic savov sefer selimi selmani shala shehu sherifi simeonov simic simonovic simov sinani sokol spahic
  spahiu spasic spasov spasovski stan stancev stancu stanev stanic stanisic stankov stankovic stavrev stefanov
  stefanovic stefanovski stoica stojanov stojanovic stojanovski stojkov stojkovic stojkovski stosev stosic subic
  sulejmani susic tabak tairi talic tanev tanic tasev tasevski tasic tesic tinic todorov todorovic todorovski tomic
  tomov topalov trajkov trajkovski tudor turcanu tusic ukaj ursu vasic vasile vasilev vasilevski vasiliu vejseli
  velic velkov veselinov veselinovic vidic vidov vidovic vlad vladov vlahov vojvoda vucic vujic vukic vukovic vuksic
  vulic zafirov zeka zekaj zekic zeneli zenuni ziberi zivkov zivkovic zoric zubic zukic zulic`;

/** Number of the name that a spelling belongs to. */
function numbered(names: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [at, entry] of names.trim().split(/\s+/).entries()) {
    // The likeliest spelling only: rarer readings of one common name would claim another.
    for (const form of entry.split('/')) {
      const [spelling] = spellingsOf(form);
      if (spelling !== undefined && !found.has(spelling)) found.set(spelling, at + 1);
    }
  }
  return found;
}

const givenNames = numbered(given);
const familyNames = numbered(family);

/** The common given and family name that a word is; 0 where it is none. */
export interface CommonName {
  readonly given: number;
  readonly family: number;
}

/** Of a rarer reading (Milan for Miljan) only the likeliest one is somebody's common name. */
export const commonNameOf = (likeliest: string): CommonName => ({
  given: givenNames.get(likeliest) ?? 0,
  family: familyNames.get(likeliest) ?? 0,
});

/** Both are common names, and not one and the same. */
export const areTwoNames = (a: CommonName, b: CommonName): boolean =>
  (a.given !== 0 && b.given !== 0 && a.given !== b.given) ||
  (a.family !== 0 && b.family !== 0 && a.family !== b.family);
