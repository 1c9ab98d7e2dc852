import { fold } from '../texte/fold.ts'

/**
 * A published name as a page shows it: "COMMUNE DE LA COURNEUVE" → "Commune de La Courneuve". Of a name all in capitals
 * or all in small letters every word is written again; of another one, the runs of capitals that are words and the name
 * of its town. Letters never change, their case does, and an apostrophe comes back where a space took its place
 * ("D ARLES" → "d’Arles"). `commune`: the town's official name, whose capitals are believed.
 */
export function nomDoux(nom: string, commune: string | null = null): string {
  if (WEB.test(nom)) return nom
  const text = nom.replace(SANS_APOSTROPHE, '$1’')
  const mots = motsOf(text)
  const whole = isOneCase(text)
  const chosen = whole ? mots.map(() => true) : cries(mots)
  const officiels = commune === null ? new Map<number, string>() : officielsOf(mots, motsOf(commune), whole)
  let soft = ''
  let end = 0
  for (const [rang, { debut, mot }] of mots.entries()) {
    const officiel = officiels.get(rang)
    const written = officiel ?? (chosen[rang] ? writtenOf(mots, rang) : mot)
    soft += text.slice(end, debut) + written
    end = debut + mot.length
  }
  soft += text.slice(end)
  // "ccas COMMUNE": nothing but small letters is left.
  return !whole && isOneCase(soft) ? nomDoux(soft, commune) : soft
}

function isOneCase(text: string): boolean {
  return text === text.toUpperCase() || text === text.toLowerCase()
}

/** An address of the web or of mail is no name to put right. */
const WEB = /www\.|:\/\/|\S@\S/i

/** "D ARLES", "L ENSEIGNEMENT": published without its apostrophe. "D ET E" is none. */
const SANS_APOSTROPHE = /(?<![\p{L}\p{N}.'’&])([DL]) (?=[AEIOUYHÀÂÉÈÊËÎÏÔÙÛŒ]\p{L}{2})/giu

type Mot = { mot: string; plie: string; debut: number; avant: string; apres: string }

/** Words, and initials between full stops ("C.C.A.S."), with what stands before and after each. */
function motsOf(text: string): Mot[] {
  let end = 0
  const found = [...text.matchAll(MOT)]
  return found.map(({ 0: mot, index: debut }, rang) => {
    const avant = text.slice(end, debut)
    end = debut + mot.length
    return { mot, plie: fold(mot), debut, avant, apres: text.slice(end, found[rang + 1]?.index) }
  })
}

const MOT = /(?<![\p{L}\p{N}])(?:\p{L}\.)+[\p{L}\p{N}]?(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+/gu

/** Which words of a name of both cases are to be written again: runs of capitals that hold a known or two long words. */
function cries(mots: readonly Mot[]): boolean[] {
  const caps = mots.map(({ mot, apres }) => isCaps(mot) && (mot.length > 1 || /^['’]/.test(apres)))
  return mots.map((_, rang) => {
    if (!caps[rang]) return false
    let [debut, fin] = [rang, rang]
    while (caps[debut - 1] && !opens(mots, debut)) debut -= 1
    while (caps[fin + 1] && !opens(mots, fin + 1)) fin += 1
    const run = mots.slice(debut, fin + 1).filter(({ plie }) => plie.length >= LONG && !isSigle(plie))
    return run.some(({ plie }) => COMMUNS.has(plie) || GENRES.has(plie)) || run.length > 1
  })
}

const LONG = 5

function isCaps(mot: string): boolean {
  return mot === mot.toUpperCase() && mot !== mot.toLowerCase()
}

/** Where the words of the town stand in the name, as the town writes them; in a name of both cases, those in capitals only. */
function officielsOf(mots: readonly Mot[], commune: readonly Mot[], whole: boolean): Map<number, string> {
  const found = new Map<number, string>()
  if (commune.length === 0) return found
  for (let debut = 0; debut + commune.length <= mots.length; debut += 1) {
    const here = mots.slice(debut, debut + commune.length)
    if (!here.every(({ plie }, rang) => plie === commune[rang]?.plie)) continue
    if (!whole && !(here.every(({ mot }) => isCaps(mot)) && here.some(({ mot }) => mot.length >= SIGLE_MAX))) continue
    for (const [rang, { mot }] of here.entries()) found.set(debut + rang, cased(mot, commune[rang]?.mot ?? mot))
  }
  return found
}

/** In a name of both cases, three capitals may be initials though a town has that name. */
const SIGLE_MAX = 4

/** The letters of `mot` with the capitals of `model`; accents stay as published. */
function cased(mot: string, model: string): string {
  const first = model.slice(0, 1)
  const letters = [...mot]
  if (letters.length !== [...model].length) return first === first.toLowerCase() ? lower(mot) : capital(mot)
  return [...model].map((char, rang) => (isCaps(char) ? upper : lower)(letters[rang] ?? '')).join('')
}

function writtenOf(mots: readonly Mot[], rang: number): string {
  const { mot, plie, avant, apres } = mots[rang] as Mot
  if (avant.endsWith('@') || mot.includes('.')) return mot
  if (/\d/.test(mot)) return ORDINAL.test(mot) ? lower(mot) : mot
  if (isSigle(plie)) return upper(mot)
  const apostrophe = /^['’]/.test(apres)
  // "P'TIT", "AUJOURD'HUI": what follows an apostrophe that is no article's is the same word.
  if (/['’]$/.test(avant) && rang > 0 && !ELISIONS.has((mots[rang - 1] as Mot).plie)) return lower(mot)
  if (opens(mots, rang) || isArticleDeCommune(mots, rang)) return capital(mot)
  if (plie.length === 1) return PETITS.has(plie) || (apostrophe && ELISIONS.has(plie)) ? lower(mot) : upper(mot)
  return PETITS.has(plie) || COMMUNS.has(plie) || (apostrophe && ELISIONS.has(plie)) ? lower(mot) : capital(mot)
}

function opens(mots: readonly Mot[], rang: number): boolean {
  return rang === 0 || OUVRE.test(mots[rang]?.avant ?? '')
}

/** Something new begins: after a dash between spaces, a colon, a bracket, a quote. */
const OUVRE = /(?:^|\s)[-–—|]\s|\s[-–—]|[-–—]\s|[:(«"/&+]\s*$/u
const ORDINAL = /^\d+(?:e|er|ere|eme|è|ère|ème)$/i

/** "Commune de La Courneuve": the article belongs to the town. */
function isArticleDeCommune(mots: readonly Mot[], rang: number): boolean {
  const [porte, de, article] = [mots[rang - 2]?.plie, mots[rang - 1]?.plie, mots[rang]?.plie ?? '']
  return de === 'de' && DE_COMMUNE.has(porte ?? '') && ARTICLES.has(article)
}

const DE_COMMUNE = new Set(['commune', 'mairie', 'ville', 'ccas'])
const ARTICLES = new Set(['la', 'le', 'les', 'l'])
const ELISIONS = new Set(['l', 'd', 'n', 's', 'c', 'j', 'm', 't', 'qu'])
const PETITS = new Set(
  'a au aux avec bis chez d dans de des du en entre et l la le les ou par pour pres sans sous sur ter un une vers'.split(
    ' ',
  ),
)

/** What names a kind of place or body rather than one of them: small, but at the start. */
const COMMUNS = new Set(
  `accueil action adaptee agees agglomeration agricole agriculture aide animation animations associatif associations
  commun communal communale communautaire commune communes culturel culturelle culturelles culturels culture cultures
  departemental departementale departementales departementaux developpement domicile economique educatif educative
  emploi enfance enseignement familial familiale familiales familiaux formation francais francaise gestion
  handicapees handicapes information insertion intercommunal intercommunale intergenerationnelle jeunes jeunesse lieu lieux local
  locale locales loisirs milieu mixte multimedia municipal municipale numerique numeriques personnes populaire professionnelle
  proximite public publique publics quartier quartiers regional regionale rural rurale rurales ruraux service services social
  sociale sociales sociaux socio socioculturel socioculturelle solidaire syndical syndicale territorial territoriale
  travailleurs urbain urbaine vacances voyage`.split(/\s+/),
)

/** Kinds of places and bodies: in capitals within a name of both cases, they are words and no initials. */
const GENRES = new Set(
  'association bureau bibliotheque centre chambre commune espace mairie maison mediatheque mission ville'.split(' '),
)

/** Initials that could be read as words; those without a vowel need no table. */
export const SIGLES = new Set(
  `acef aci adapei adil adie admr afp afpa ai ajir alsh amej apajh apf apije api ars asem atd bge bij bu ca caarud cada caf
  casvp ccas cef cej cemea cesam cias cidff cij cio cpam cpie crij csapa cu cuma efs ehpad ei epa epci epe epide epn ept es
  esat esc ess eurl evs fal fjep fol gal geiq gem gie gip greta huda ia icf iml ime irts itep iut mda mde mdsi mifa mife
  mij mpi msa msap ogec otdif paca pep petr pij pimms pmi rae ram reaap rpe sa sarl sas scic sci scop siae sictom sig sij
  sivom sivos sivu smic sos sqy tic ti udaf udv ufcs ufolep ugecam uhu una unaf upc usep utl`.split(/\s+/),
)
/** Shortened words, and no initials. */
const ABREGES = new Set(['st', 'dr', 'mr', 'pr', 'dpt', 'dpts', 'bd', 'pt', 'mlle', 'mgr'])
const ROMAIN = /^x{0,3}(?:ix|iv|v?i{0,3})$/

function isSigle(plie: string): boolean {
  if (plie.length < 2) return false
  return SIGLES.has(plie) || ROMAIN.test(plie) || (/^[^aeiouy\d]+$/.test(plie) && !ABREGES.has(plie))
}

function lower(mot: string): string {
  return [...mot].map((char) => sameLetter(char, char.toLowerCase())).join('')
}

function upper(mot: string): string {
  return [...mot].map((char) => sameLetter(char, char.toUpperCase())).join('')
}

// A letter without a counterpart of its own stays what it is: "ß" would become two, "ı" another one.
function sameLetter(char: string, other: string): string {
  return other.toLowerCase() === char.toLowerCase() && other.length === char.length ? other : char
}

function capital(mot: string): string {
  const [first = '', ...rest] = [...mot]
  return upper(first) + lower(rest.join(''))
}
