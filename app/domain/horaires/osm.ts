import { MINUTES_PAR_JOUR, mergePlages, NUIT_LA_PLUS_LONGUE, type Plage, type Semaine } from './semaine.ts'

/** Minutes of a day, `0 <= debut < fin <= 1440`. */
type Tranche = readonly [debut: number, fin: number]

/** What the hours of a day were mistyped as: `12:00-12:00`, or `17:00-12:00`. */
export type TrancheFausse = 'duree-nulle' | 'a-l-envers'

/** "Mo-Fr,PH 09:00-12:00": the days it is about (0 is Monday), and their slots; none is closed. */
export type Regle = { jours: number[]; feries: boolean; tranches: Tranche[]; fausse: TrancheFausse | null }

export const CODES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const TOUS = [0, 1, 2, 3, 4, 5, 6]

/** The rules of an OSM value, in order. `repli`: it stood after `||`, and holds where the others say nothing. */
export function splitRegles(osm: string): { texte: string; repli: boolean }[] {
  // Quoted comments may hold separators. An unclosed quote runs to the end.
  const morceaux = osm.match(/"[^"]*"?|\|\||;|[^";|]+|\|/g) ?? []
  const regles = [{ texte: '', repli: false }]
  for (const morceau of morceaux) {
    const courante = regles.at(-1)
    if (morceau === ';' || morceau === '||') regles.push({ texte: '', repli: morceau === '||' })
    else if (courante !== undefined) courante.texte += morceau
  }
  return regles.map(({ texte, repli }) => ({ texte: texte.trim(), repli })).filter(({ texte }) => texte !== '')
}

/**
 * One rule of the plain grammar (days, then `HH:MM-HH:MM` slots or `off`; or `24/7`), which 98 % of published
 * hours keep to; null for any other. Mistyped slots are left out and named in `fausse`.
 */
export function readRegle(texte: string): Regle | null {
  if (texte === '24/7') return { jours: TOUS, feries: false, tranches: [[0, MINUTES_PAR_JOUR]], fausse: null }
  const lu = /^(?:([A-Za-z][A-Za-z,-]*) +)?(off|closed|\d[\d:, -]*?)(?: +open)?$/.exec(texte)
  const valeur = lu?.[2]
  if (lu === null || valeur === undefined) return null
  const jours = lu[1] === undefined ? { jours: TOUS, feries: false } : readJours(lu[1])
  const heures = valeur === 'off' || valeur === 'closed' ? { tranches: [], fausse: null } : readTranches(valeur)
  return jours === null || heures === null ? null : { ...jours, ...heures }
}

/** "Mo-We,PH" → days and holidays; null when a word is no day. "Fr-Mo" runs over the end of the week. */
function readJours(texte: string): { jours: number[]; feries: boolean } | null {
  const jours = new Set<number>()
  let feries = false
  for (const partie of texte.split(',')) {
    const [premier, dernier, surplus] = partie.split('-')
    const debut = CODES.indexOf(premier ?? '')
    const fin = dernier === undefined ? debut : CODES.indexOf(dernier)
    if (partie === 'PH') feries = true
    else if (debut < 0 || fin < 0 || surplus !== undefined) return null
    else for (let pas = 0; pas <= (fin - debut + 7) % 7; pas++) jours.add((debut + pas) % 7)
  }
  return { jours: [...jours], feries }
}

/** "09:00-12:00,14:00-17:00" → slots; null when it is not that, or when a believable slot passes midnight. */
function readTranches(texte: string): { tranches: Tranche[]; fausse: TrancheFausse | null } | null {
  const tranches: Tranche[] = []
  let fausse: TrancheFausse | null = null
  for (const partie of texte.split(',')) {
    const tranche = readTranche(partie)
    if (tranche === null) return null
    const [debut, fin] = tranche
    const sens = sensDe(debut, fin)
    if (sens === 'nuit') return null
    if (sens === 'jour') tranches.push([debut, fin === 0 ? MINUTES_PAR_JOUR : fin])
    else fausse = fausse === 'a-l-envers' ? fausse : sens
  }
  return { tranches, fausse }
}

/** `HH:MM-HH:MM` → minutes, as written; null when it is not two times of a day. */
export function readTranche(texte: string): Tranche | null {
  const lu = /^ *(\d{1,2}):([0-5]\d) *- *(\d{1,2}):([0-5]\d) *$/.exec(texte)
  if (lu === null) return null
  const debut = Number(lu[1]) * 60 + Number(lu[2])
  const fin = Number(lu[3]) * 60 + Number(lu[4])
  return debut < MINUTES_PAR_JOUR && fin <= MINUTES_PAR_JOUR ? [debut, fin] : null
}

/** What two times make: a slot of the day, one that passes midnight, or a mistake. */
export function sensDe(debut: number, fin: number): 'jour' | 'nuit' | TrancheFausse {
  if (debut === fin) return 'duree-nulle'
  if (debut < fin || fin === 0) return 'jour'
  return fin + MINUTES_PAR_JOUR - debut <= NUIT_LA_PLUS_LONGUE ? 'nuit' : 'a-l-envers'
}

/**
 * The week that rules make, and what they say of public holidays (null: nothing). By OSM's own rule, the last rule
 * that names a day replaces what was said of it.
 */
export function applyRegles(regles: readonly Regle[]): { plages: Plage[]; feries: readonly Tranche[] | null } {
  const semaine: (readonly Tranche[])[] = TOUS.map(() => [])
  let feries: readonly Tranche[] | null = null
  for (const regle of regles) {
    for (const jour of regle.jours) semaine[jour] = regle.tranches
    if (regle.feries) feries = regle.tranches
  }
  return { plages: plagesDe(semaine), feries }
}

/** Slots of public holidays → `Semaine.feries`, and the text that keeps them when they are neither "closed" nor as usual. */
export function readFeries(
  feries: readonly Tranche[] | null,
  plages: Plage[],
): { feries: Semaine['feries']; texte: string | null } {
  if (feries === null) return { feries: null, texte: null }
  if (feries.length === 0) return { feries: 'ferme', texte: null }
  const commeToujours = JSON.stringify(plagesDe(TOUS.map(() => feries))) === JSON.stringify(plages)
  return commeToujours ? { feries: 'ouvert', texte: null } : { feries: null, texte: `PH ${writeTranches(feries)}` }
}

/** What the slots of a text are, those that `readTranche` reads: for rules that the plain grammar does not cover. */
export function sensDesTranches(texte: string): ReturnType<typeof sensDe>[] {
  const tranches = (texte.match(/\d{1,2}:\d\d *- *\d{1,2}:\d\d/g) ?? []).map(readTranche)
  return tranches.flatMap((tranche) => (tranche === null ? [] : [sensDe(...tranche)]))
}

/** Every number of a text that may be a time, in minutes of the day. A slot over midnight may be cut there. */
export function heuresEcrites(texte: string): Set<number> {
  const heures = [...texte.matchAll(/(\d{1,2})(?:[:.h](\d{2}))?/gi)]
  const minutes = heures.map(([, heure, minute]) => (Number(heure) * 60 + Number(minute ?? 0)) % MINUTES_PAR_JOUR)
  return new Set(sensDesTranches(texte).includes('nuit') ? [...minutes, 0] : minutes)
}

/** A rule of the plain grammar written back, without its mistakes and its holidays; null when nothing is left. */
export function writeRegle(regle: Regle): string | null {
  if (regle.jours.length === 0) return null
  const jours = regle.jours.map((jour) => CODES[jour]).join(',')
  return `${jours} ${regle.tranches.length === 0 ? 'off' : writeTranches(regle.tranches)}`
}

function plagesDe(semaine: readonly (readonly Tranche[])[]): Plage[] {
  const plages = semaine.flatMap((tranches, jour) =>
    tranches.map(([debut, fin]) => ({ debut: jour * MINUTES_PAR_JOUR + debut, fin: jour * MINUTES_PAR_JOUR + fin })),
  )
  return mergePlages(plages)
}

export function writeTranches(tranches: readonly Tranche[]): string {
  return tranches.map((tranche) => tranche.map(writeHeure).join('-')).join(',')
}

function writeHeure(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
