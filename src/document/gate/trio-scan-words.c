/* trio-scan-words.c: the words that the search for personal data knows.
 *
 * Given names are among the most common of people in Denmark; family names likewise. All
 * lists are in lower case and in the order of their bytes, because they are searched by halves.
 */
#include "config.h"

#include "document/gate/trio-scan-private.h"

#include <stdlib.h>
#include <string.h>

/* Given names. */
static const char *const first_names[] = {
  "aage",      "aase",      "abdul",     "adam",      "agnes",       "agnete",      "ahmed",
  "aksel",     "albert",    "alberte",   "alexander", "alfred",      "ali",         "allan",
  "alma",      "amalie",    "amanda",    "anders",    "andrea",      "andreas",     "anette",
  "angelina",  "anita",     "anja",      "anker",     "ann",         "anna",        "anne",
  "annelise",  "annemarie", "annette",   "anni",      "annika",      "anton",       "arne",
  "arthur",    "arvid",     "asbjørn",   "asger",     "ask",         "aske",        "asta",
  "astrid",    "august",    "axel",      "aya",       "beate",       "ben",         "benedicte",
  "benjamin",  "bent",      "bente",     "bertil",    "betina",      "bettina",     "birger",
  "birgit",    "birgitte",  "birk",      "birte",     "birthe",      "bjarke",      "bjarne",
  "bjørn",     "bo",        "bodil",     "brian",     "britt",       "britta",      "børge",
  "camilla",   "carl",      "caroline",  "carsten",   "casper",      "cathrine",    "cecilie",
  "charlotte", "christian", "christina", "christine", "christoffer", "christopher", "clara",
  "claus",     "connie",    "conny",     "dagmar",    "dagny",       "dan",         "daniel",
  "david",     "dennis",    "diana",     "dines",     "ditte",       "dorte",       "dorthe",
  "dorthea",   "ebba",      "ebbe",      "edith",     "egon",        "einar",       "ejnar",
  "eli",       "elias",     "elin",      "eline",     "elisabeth",   "ella",        "ellen",
  "ellinor",   "elly",      "elmer",     "elna",      "elsa",        "else",        "emanuel",
  "emil",      "emilie",    "emily",     "emma",      "erik",        "erna",        "esben",
  "eskil",     "eskild",    "ester",     "esther",    "eva",         "evald",       "falk",
  "fatima",    "felix",     "fie",       "filippa",   "finn",        "flemming",    "freddy",
  "frederik",  "freja",     "frida",     "frode",     "georg",       "gerda",       "gerhard",
  "gert",      "gitte",     "gorm",      "grete",     "grethe",      "gro",         "gry",
  "gudrun",    "gunhild",   "gunnar",    "gunvor",    "gurli",       "gustav",      "hakon",
  "hanne",     "hans",      "harald",    "harry",     "hassan",      "hedvig",      "heidi",
  "helene",    "helge",     "hella",     "helle",     "henning",     "henny",       "henriette",
  "henrik",    "henry",     "herdis",    "herman",    "hjørdis",     "holger",      "hugo",
  "hussein",   "ib",        "iben",      "ibrahim",   "ida",         "ilse",        "inga",
  "inge",      "ingeborg",  "inger",     "ingrid",    "irene",       "isabella",    "ivan",
  "iver",      "jack",      "jacob",     "jakob",     "jan",         "jane",        "janne",
  "jannik",    "jasmin",    "jeanette",  "jenny",     "jens",        "jeppe",       "jesper",
  "jessica",   "jette",     "jimmy",     "joachim",   "joakim",      "joan",        "johan",
  "johanne",   "johannes",  "john",      "johnny",    "jon",         "jonas",       "jonathan",
  "jonna",     "josefine",  "josephine", "judith",    "julia",       "juliane",     "julie",
  "jytte",     "jørgen",    "jørn",      "kai",       "kaj",         "kaja",        "kamilla",
  "karen",     "karin",     "karina",    "karl",      "karla",       "karlo",       "karsten",
  "kasper",    "katarina",  "kate",      "kathrine",  "katja",       "katrine",     "kenneth",
  "kenni",     "kent",      "kevin",     "kim",       "kirsten",     "kit",         "kjeld",
  "kjell",     "klara",     "klaus",     "knud",      "knut",        "kristian",    "kristina",
  "kristine",  "kurt",      "lars",      "lasse",     "laura",       "laurits",     "lauritz",
  "laust",     "lea",       "leif",      "leila",     "lene",        "leo",         "liam",
  "lillian",   "lilly",     "linda",     "line",      "lis",         "lisa",        "lisbeth",
  "lise",      "liselotte", "liv",       "lone",      "lotte",       "louis",       "louise",
  "luca",      "lucas",     "ludvig",    "lukas",     "luna",        "lykke",       "lærke",
  "mads",      "magda",     "magnus",    "mai",       "maj",         "maja",        "majken",
  "malene",    "malou",     "malte",     "malthe",    "marcus",      "maren",       "margit",
  "margrete",  "margrethe", "maria",     "marianne",  "marie",       "marina",      "marius",
  "mark",      "markus",    "marlene",   "marta",     "martha",      "martin",      "mathea",
  "mathias",   "mathilde",  "matilde",   "max",       "merete",      "mette",       "mia",
  "michael",   "michelle",  "mie",       "mikael",    "mike",        "mikkel",      "milas",
  "milla",     "mille",     "milo",      "minna",     "mogens",      "mohammad",    "mohammed",
  "molly",     "mona",      "monica",    "monika",    "morten",      "muhammed",    "mustafa",
  "my",        "nadia",     "naja",      "nanna",     "natalie",     "natasja",     "nathalie",
  "nete",      "nick",      "nicklas",   "niclas",    "nicolai",     "nicoline",    "niels",
  "niklas",    "nikolaj",   "nils",      "nina",      "noah",        "nora",        "oda",
  "olav",      "ole",       "olga",      "oliver",    "olivia",      "oluf",        "omar",
  "oscar",     "oskar",     "otto",      "ove",       "palle",       "patricia",    "patrick",
  "patrik",    "paul",      "pauline",   "peder",     "pelle",       "per",         "pernille",
  "peter",     "petra",     "philip",    "phillip",   "pia",         "pil",         "poul",
  "preben",    "ragnhild",  "randi",     "rasmus",    "regitze",     "rene",        "rené",
  "richard",   "rikke",     "rita",      "robert",    "robin",       "roland",      "ronja",
  "ronni",     "ronny",     "rosa",      "rose",      "rosemarie",   "runa",        "rune",
  "ruth",      "sabrina",   "sally",     "sander",    "sandra",      "sanne",       "sara",
  "sarah",     "sebastian", "selma",     "sidsel",    "signe",       "sigrid",      "sigurd",
  "silas",     "silje",     "simon",     "simone",    "sine",        "siv",         "smilla",
  "sofia",     "sofie",     "sol",       "solveig",   "sonja",       "steen",       "stefan",
  "steffen",   "sten",      "stig",      "stine",     "stinne",      "storm",       "sune",
  "sus",       "susan",     "susanne",   "susie",     "sussi",       "sussie",      "svea",
  "sven",      "svend",     "svenning",  "sys",       "søren",       "tage",        "tanja",
  "tatiana",   "tea",       "tenna",     "thea",      "theis",       "theo",        "theodor",
  "theresa",   "therese",   "thomas",    "thor",      "thorkild",    "thorvald",    "tilde",
  "tim",       "tina",      "tine",      "tobias",    "tom",         "tommy",       "tonny",
  "torben",    "torkil",    "torsten",   "tove",      "trille",      "trine",       "troels",
  "tue",       "tyra",      "uffe",      "ulf",       "ulla",        "ulrik",       "ulrikke",
  "ursula",    "vagn",      "valdemar",  "vera",      "verner",      "veronica",    "vibeke",
  "victor",    "victoria",  "vigga",     "viggo",     "viktor",      "vilhelm",     "villads",
  "villy",     "vilma",     "viola",     "vivi",      "vivian",      "werner",      "william",
  "willy",     "wilma",     "yusuf",     "yvonne",    "zara",        "åse",
};

/* Those of them that are ordinary words, or parts of names of things, as well. */
static const char *const word_names[] = {
  "adam",  "aksel",    "ali",    "anker", "ann",   "ask",   "aske",  "august", "aya",   "ben",
  "bent",  "birk",     "bjørn",  "bo",    "dan",   "diana", "dines", "eli",    "ella",  "ellen",
  "else",  "eva",      "falk",   "fie",   "gro",   "gry",   "hans",  "helle",  "jan",   "jasmin",
  "jon",   "kaj",      "kim",    "kit",   "lea",   "leo",   "line",  "liv",    "lone",  "luna",
  "lykke", "mai",      "maj",    "mark",  "max",   "mia",   "mike",  "milla",  "mille", "milo",
  "molly", "my",       "nick",   "oda",   "palle", "per",   "pil",   "robin",  "rosa",  "rose",
  "runa",  "rune",     "sander", "signe", "siv",   "sol",   "steen", "sten",   "stig",  "storm",
  "sus",   "svend",    "sys",    "tage",  "tea",   "thor",  "tilde", "tim",    "tom",   "tue",
  "ulf",   "victoria", "viola",
};

/* Family names. */
static const char *const family_names[] = {
  "aagaard",     "abrahamsen",  "ahmed",         "albertsen",      "ali",         "andersen",
  "andreasen",   "asmussen",    "axelsen",       "bach",           "bang",        "bech",
  "beck",        "bendtsen",    "bentsen",       "berg",           "bertelsen",   "berthelsen",
  "bjerre",      "bjerregaard", "brandt",        "brown",          "bruun",       "buch",
  "carlsen",     "christensen", "christiansen",  "christoffersen", "clausen",     "dahl",
  "dalsgaard",   "dam",         "damgaard",      "danielsen",      "davidsen",    "enevoldsen",
  "eriksen",     "esbensen",    "fischer",       "frandsen",       "frederiksen", "friis",
  "gade",        "gregersen",   "hald",          "hansen",         "hassan",      "hedegaard",
  "hemmingsen",  "henriksen",   "hermansen",     "holm",           "hougaard",    "hussein",
  "høj",         "ibsen",       "isaksen",       "iversen",        "jacobsen",    "jakobsen",
  "jensen",      "jeppesen",    "jepsen",        "jespersen",      "johansen",    "johnsen",
  "johnson",     "juhl",        "juul",          "jørgensen",      "karlsen",     "kirkegaard",
  "kjeldsen",    "kjær",        "kjærgaard",     "klausen",        "knudsen",     "kofoed",
  "kristensen",  "kristiansen", "kristoffersen", "krogh",          "krogsgaard",  "kruse",
  "larsen",      "lassen",      "lauridsen",     "lauritsen",      "laursen",     "lindgaard",
  "lorentzen",   "lund",        "madsen",        "marcussen",      "mathiasen",   "mathiesen",
  "michaelsen",  "michelsen",   "mikkelsen",     "mogensen",       "mohamed",     "mortensen",
  "mouritsen",   "møller",      "nguyen",        "nicolaisen",     "nielsen",     "nikolajsen",
  "nissen",      "nørgaard",    "nørgård",       "olesen",         "olsen",       "ottosen",
  "overgaard",   "ovesen",      "paaske",        "pallesen",       "paulsen",     "pedersen",
  "petersen",    "philipsen",   "poulsen",       "rasmusen",       "rasmussen",   "ravn",
  "riis",        "rosendahl",   "schmidt",       "schou",          "schultz",     "simonsen",
  "sivertsen",   "skov",        "skovgaard",     "sloth",          "smith",       "steffensen",
  "svendsen",    "søgaard",     "sønderby",      "sørensen",       "thomsen",     "thorsen",
  "thygesen",    "toft",        "toftegaard",    "torp",           "troelsen",    "tønnesen",
  "vestergaard", "vestergård",  "villadsen",     "vinther",        "winter",      "winther",
  "østergaard",  "østergård",
};

/* Those of them that are ordinary words or places as well. */
static const char *const word_family_names[] = {
  "ahmed",   "ali",       "bach",    "bang",   "bech",    "beck",   "berg",
  "bjerre",  "brandt",    "brown",   "bruun",  "buch",    "dahl",   "dam",
  "fischer", "friis",     "gade",    "hald",   "hassan",  "holm",   "hussein",
  "høj",     "johnson",   "juhl",    "juul",   "kjær",    "kofoed", "krogh",
  "kruse",   "lund",      "mohamed", "møller", "nguyen",  "paaske", "ravn",
  "riis",    "rosendahl", "schmidt", "schou",  "schultz", "skov",   "sloth",
  "smith",   "sønderby",  "toft",    "torp",   "vinther", "winter", "winther",
};

/* What stands before a name and nothing else. */
static const char *const forms_of_address[] = {
  "doktor", "dr", "frk", "fru", "frøken", "hr", "miss", "mr", "mrs", "ms",
};

/* Trades that stand before a name without an article. */
static const char *const professions[] = {
  "afdelingssygeplejerske",
  "assistent",
  "bioanalytiker",
  "borgmester",
  "byrådsmedlem",
  "dagplejer",
  "diætist",
  "doctor",
  "ergoterapeut",
  "fysioterapeut",
  "hjemmehjælper",
  "jordemoder",
  "læge",
  "lærer",
  "nurse",
  "overlæge",
  "overlærer",
  "pedel",
  "plejehjemsassistent",
  "professor",
  "præst",
  "psykiater",
  "psykolog",
  "pædagog",
  "rådmand",
  "sagsbehandler",
  "skolelærer",
  "socialrådgiver",
  "sosu-assistent",
  "sosu-hjælper",
  "speciallæge",
  "sundhedshjælper",
  "sundhedsplejerske",
  "sygeplejerske",
  "tandlæge",
  "teacher",
  "terapeut",
  "vagtlæge",
  "vicevært",
};

/* Roles that stand before a name, and before much else. */
static const char *const roles[] = {
  "afdelingsleder",
  "afdelingslederen",
  "arbejdsmiljørepræsentant",
  "barnet",
  "beboer",
  "beboeren",
  "borger",
  "borgeren",
  "chef",
  "chefen",
  "citizen",
  "colleague",
  "datter",
  "datteren",
  "direktør",
  "direktøren",
  "dreng",
  "drengen",
  "elev",
  "eleven",
  "far",
  "faren",
  "formand",
  "formanden",
  "hjælper",
  "hjælperen",
  "kollega",
  "kollegaen",
  "kone",
  "konen",
  "konsulent",
  "konsulenten",
  "leader",
  "leder",
  "lederen",
  "manager",
  "mand",
  "manden",
  "medarbejder",
  "medarbejderen",
  "mor",
  "moren",
  "patient",
  "patienten",
  "pige",
  "pigen",
  "praktikant",
  "resident",
  "sekretær",
  "sekretæren",
  "skoleleder",
  "skolelederen",
  "studerende",
  "søn",
  "sønnen",
  "teamleder",
  "teamlederen",
  "tillidsrepræsentant",
  "vikar",
  "vikaren",
};

/* Words after which a capital letter speaks for a person. */
static const char *const prepositions[] = {
  "af",      "ask", "call",    "for", "fra",  "from",  "hedder", "hos", "kalder", "kollega",
  "kontakt", "med", "navngav", "om",  "ring", "spørg", "til",    "to",  "ved",    "with",
};

/* Words that open a sentence and are no names. */
static const char *const openers[] = {
  "and",   "ask",  "at",     "både", "call", "da",   "dear",  "dit",  "for",  "fra",
  "from",  "hans", "hendes", "hos",  "husk", "hver", "hvis",  "if",   "især", "kontakt",
  "kære",  "med",  "men",    "min",  "mine", "når",  "og",    "om",   "ring", "som",
  "spørg", "tak",  "thank",  "the",  "til",  "ved",  "vores", "when", "with",
};

/* Words that follow a person at the beginning of a sentence. */
static const char *const person_verbs[] = {
  "blev",  "bliver", "can",    "er",     "fik",   "fra",   "får",   "gik",     "gjorde",
  "går",   "gør",    "had",    "har",    "has",   "havde", "hjalp", "hjælper", "is",
  "kan",   "kom",    "kommer", "lavede", "laver", "mener", "må",    "ringede", "ringer",
  "råber", "råbte",  "sagde",  "said",   "says",  "siger", "skal",  "synes",   "taler",
  "talte", "var",    "vil",    "was",    "will",
};

/* Words that make a place or a body of the name before them. */
static const char *const places[] = {
  "akademi", "alle",     "allé",      "and",         "bakke",   "bibliotek",   "børnehave",
  "center",  "centeret", "centret",   "church",      "college", "fond",        "fonden",
  "forlag",  "gade",     "gymnasium", "hal",         "hallen",  "have",        "hospital",
  "hus",     "huset",    "institut",  "kirke",       "kommune", "kommunen",    "kommunes",
  "museet",  "museum",   "park",      "parken",      "plads",   "plejecenter", "plejehjem",
  "prisen",  "prize",    "region",    "regionen",    "school",  "skole",       "skolen",
  "street",  "stræde",   "torv",      "universitet", "vej",     "vænge",
};

/* Capital words after a trade that are no persons. */
static const char *const offices[] = {
  "borgerservice", "byrådet",  "børn",   "danmark",  "digitalisering",
  "fyn",           "hr",       "it",     "jylland",  "kl",
  "kommune",       "kommunen", "kultur", "med",      "miljø",
  "norge",         "omsorg",   "region", "regionen", "sekretariatet",
  "sjælland",      "skole",    "social", "staben",   "sundhed",
  "sverige",       "teknik",   "unge",   "velfærd",  "ældre",
  "økonomi",
};

/* Abbreviations whose full stop ends no sentence. */
static const char *const abbreviations[] = {
  "adm", "afd", "bl",  "ca", "dr",  "eks", "evt", "f",  "fr",   "frk", "fx",  "hr",  "inkl",
  "jf",  "kl",  "mob", "mr", "mrs", "ms",  "mv",  "nr", "prof", "st",  "tel", "tlf", "vedr",
};

/* Words about somebody's health. */
static const char *const health_words[] = {
  "abort",        "adhd",
  "alkoholiker",  "alkoholmisbrug",
  "angst",        "apopleksi",
  "autisme",      "autist",
  "bipolar",      "blodprop",
  "cancer",       "demens",
  "dement",       "dementia",
  "depressed",    "depression",
  "deprimeret",   "diabetes",
  "diagnose",     "diagnosed",
  "diagnosen",    "diagnosis",
  "dødsyg",       "døende",
  "epilepsi",     "gravid",
  "handicap",     "handicappet",
  "hiv",          "hjerneskade",
  "hjerneskadet", "hjertestop",
  "hospitalised", "hospitalized",
  "ill",          "indlagt",
  "indlæggelse",  "inkontinens",
  "inkontinent",  "kol",
  "kræft",        "kræftsyg",
  "langtidssyg",  "misbrug",
  "misbruger",    "operation",
  "opereret",     "parkinson",
  "parkinsons",   "pregnant",
  "psykisk",      "ptsd",
  "selvmord",     "selvmordstanker",
  "sick",         "skizofren",
  "skizofreni",   "sklerose",
  "stressramt",   "stresssygemeldt",
  "sukkersyge",   "syg",
  "sygdom",       "sygdommen",
  "sygemelding",  "sygemeldt",
  "sygemeldte",   "sygt",
  "terminal",     "udbrændt",
};

/* Words that make one person of the relation after them. */
static const char *const owners[] = {
  "min", "mit", "my", "our", "vores",
};

/* Relations that point at one person. */
static const char *const relations[] = {
  "afdelingsleder", "boss",      "chef", "colleague", "datter",    "far",
  "kollega",        "kollegaen", "kone", "leder",     "makker",    "manager",
  "mand",           "mor",       "nabo", "søn",       "teamleder", "vikar",
};

/* Words before a telephone number. */
static const char *const phone_words[] = {
  "call", "mob", "mobil",   "mobile",    "mobilnr",       "mobilnummer", "phone",   "ring",
  "sms",  "tel", "telefon", "telefonnr", "telefonnummer", "tlf",         "træffes",
};

/* Words before a number that is no telephone number. */
static const char *const other_number_words[] = {
  "account",    "beløb",       "bilag",  "budget",   "case",       "cvr",
  "cvr-nr",     "dkk",         "dok",    "dokument", "dokumentnr", "dokumentnummer",
  "ean",        "ean-nr",      "eur",    "faktura",  "fakturanr",  "id",
  "invoice",    "isbn",        "jnr",    "journal",  "journalnr",  "konto",
  "kontonr",    "kontonummer", "kr",     "løbenr",   "ordre",      "ordrenr",
  "p-nr",       "reg",         "sag",    "sags",     "sagsid",     "sagsnr",
  "sagsnummer", "se-nr",       "varenr",
};

/* Words after an amount. */
static const char *const amount_words[] = {
  "ansatte", "borgere", "dkk", "enheder", "eur", "euro",  "indbyggere", "kr",      "kroner",
  "mia",     "mio",     "pct", "procent", "stk", "timer", "tkr",        "årsværk",
};

static const struct
{
  const char *const *words;
  gsize n_words;
} lists[TRIO_N_WORD_LISTS] = {
  [TRIO_WORDS_FIRST_NAME] = { first_names, G_N_ELEMENTS (first_names) },
  [TRIO_WORDS_WORD_NAME] = { word_names, G_N_ELEMENTS (word_names) },
  [TRIO_WORDS_FAMILY_NAME] = { family_names, G_N_ELEMENTS (family_names) },
  [TRIO_WORDS_WORD_FAMILY_NAME] = { word_family_names, G_N_ELEMENTS (word_family_names) },
  [TRIO_WORDS_ADDRESS] = { forms_of_address, G_N_ELEMENTS (forms_of_address) },
  [TRIO_WORDS_PROFESSION] = { professions, G_N_ELEMENTS (professions) },
  [TRIO_WORDS_ROLE] = { roles, G_N_ELEMENTS (roles) },
  [TRIO_WORDS_PREPOSITION] = { prepositions, G_N_ELEMENTS (prepositions) },
  [TRIO_WORDS_OPENER] = { openers, G_N_ELEMENTS (openers) },
  [TRIO_WORDS_PERSON_VERB] = { person_verbs, G_N_ELEMENTS (person_verbs) },
  [TRIO_WORDS_PLACE] = { places, G_N_ELEMENTS (places) },
  [TRIO_WORDS_OFFICE] = { offices, G_N_ELEMENTS (offices) },
  [TRIO_WORDS_ABBREVIATION] = { abbreviations, G_N_ELEMENTS (abbreviations) },
  [TRIO_WORDS_HEALTH] = { health_words, G_N_ELEMENTS (health_words) },
  [TRIO_WORDS_OWNER] = { owners, G_N_ELEMENTS (owners) },
  [TRIO_WORDS_RELATION] = { relations, G_N_ELEMENTS (relations) },
  [TRIO_WORDS_PHONE] = { phone_words, G_N_ELEMENTS (phone_words) },
  [TRIO_WORDS_OTHER_NUMBER] = { other_number_words, G_N_ELEMENTS (other_number_words) },
  [TRIO_WORDS_AMOUNT] = { amount_words, G_N_ELEMENTS (amount_words) },
};

static int
compare_cb (gconstpointer key, gconstpointer element)
{
  return strcmp (key, *(const char *const *)element);
}

/**
 * trio_words_have:
 * @list: a list
 * @word: a word in lower case
 *
 * Returns: whether the word is in the list
 */
gboolean
trio_words_have (TrioWordList list, const char *word)
{
  return bsearch (word, lists[list].words, lists[list].n_words, sizeof (char *), compare_cb)
         != NULL;
}
