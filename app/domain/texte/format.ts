/** Numbers, dates and phones in the words of a French page. */

// Each is made when it is first asked: the three together hold a cheap phone a seventh of a second, at every page.
const nombres = faitUneFois(() => new Intl.NumberFormat('fr-FR'))
const sommes = faitUneFois(
  () => new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
)
const dates = faitUneFois(() => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }))

function faitUneFois<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** 1234 → "1 234", with the narrow no-break space of French typography. */
export function formatNombre(nombre: number): string {
  // Counts are most of what a browser writes: they are worth a rule of our own, as Intl writes them.
  if (Number.isSafeInteger(nombre) && !Object.is(nombre, -0)) return groupByThree(String(nombre))
  return nombres().format(nombre)
}

function groupByThree(chiffres: string): string {
  return chiffres.replace(/\B(?=(?:\d{3})+$)/g, '\u202f')
}

/** 50000 → "50 000 €". */
export function formatEuros(euros: number): string {
  return sommes().format(euros)
}

/** Only its first letter changes: "rural, 3 lieux" → "Rural, 3 lieux". */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "Postes validés" → "postes validés", within a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** "1 lieu", "2 lieux", "0 lieu": French is singular under two. */
export function compte(nombre: number, singulier: string, pluriel: string): string {
  return `${formatNombre(nombre)} ${Math.abs(nombre) < 2 ? singulier : pluriel}`
}

/** "Aucun lieu", "1 lieu", "1 204 lieux": what begins a sentence. */
export function compteLieux(nombre: number): string {
  return nombre === 0 ? 'Aucun lieu' : compte(nombre, 'lieu', 'lieux')
}

/** What leads to the list, by how many places it has. */
export function voirLieux(nombre: number): string {
  return nombre === 0 ? 'Voir la liste' : nombre === 1 ? 'Voir le lieu' : `Voir les ${compte(nombre, 'lieu', 'lieux')}`
}

/**
 * A distance as people say it: 0.85 → "à 850 m", 4.21 → "à 4,2 km", 12.4 → "à 12 km"; where the place stands within its
 * commune is not known, in whole kilometres: "à environ 4 km".
 */
export function formatDistance(km: number, approximate = false): string {
  if (approximate) return `à environ ${formatNombre(Math.max(1, Math.round(km)))} km`
  const metres = Math.round(km * 20) * 50
  if (metres < 50) return 'à moins de 50 m'
  if (metres < 1000) return `à ${metres} m`
  return `à ${formatNombre(km < 9.95 ? Math.round(km * 10) / 10 : Math.round(km))} km`
}

/** Those of a page are a few, and Intl takes its time. */
const [connues, CONNUES_MAX] = [new Map<string, string>(), 500]

/** "2023-04-01" → "1er avril 2023". A string that is no date is given back as it is. */
export function formatDate(date: string): string {
  const connue = connues.get(date)
  if (connue !== undefined) return connue
  const dite = ecrireDate(date)
  if (connues.size >= CONNUES_MAX) connues.clear()
  connues.set(date, dite)
  return dite
}

function ecrireDate(date: string): string {
  const instant = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(instant) ? date : dates().format(instant).replace(/^1 /, '1er ')
}

/** Whole months between a civil date ("2022-07-15") and an instant; negative when the date is to come. */
export function moisDepuis(date: string, maintenant: Date): number {
  const [annee = 0, mois = 1, jour = 1] = date.slice(0, 10).split('-').map(Number)
  const entiers = (maintenant.getUTCFullYear() - annee) * 12 + maintenant.getUTCMonth() + 1 - mois
  return maintenant.getUTCDate() < jour ? entiers - 1 : entiers
}

/** "aujourd’hui", "il y a 3 jours", "il y a 5 mois", "il y a 2 ans". */
export function formatAge(date: string, maintenant: Date): string {
  const jours = Math.floor((maintenant.getTime() - Date.parse(`${date.slice(0, 10)}T00:00:00Z`)) / 86_400_000)
  if (jours < 1) return 'aujourd’hui'
  const mois = moisDepuis(date, maintenant)
  if (mois < 1) return jours === 1 ? 'hier' : `il y a ${jours} jours`
  return mois < 24 ? `il y a ${mois} mois` : `il y a ${Math.floor(mois / 12)} ans`
}

// Territories of the French numbering plan: their national number has nine digits after a zero.
const PLAN_FRANCAIS = ['33', '590', '594', '596', '262']
// Plans of their own, without a zero in front: the code is dialled from elsewhere, so it is shown.
const PLANS_PROPRES = ['508', '687', '689', '681']

/** E.164 → as people write it: "+33536491234" → "05 36 49 12 34", "+687123456" → "+687 12 34 56". */
export function formatTelephone(e164: string): string {
  const chiffres = e164.replace(/\D/g, '')
  const francais = PLAN_FRANCAIS.find(
    (indicatif) => chiffres.startsWith(indicatif) && chiffres.length === indicatif.length + 9,
  )
  if (francais !== undefined) return groupByTwo(`0${chiffres.slice(francais.length)}`)
  const propre = PLANS_PROPRES.find((indicatif) => chiffres.startsWith(indicatif))
  if (propre !== undefined) return `+${propre} ${groupByTwo(chiffres.slice(propre.length))}`
  return e164
}

function groupByTwo(chiffres: string): string {
  return (chiffres.match(/\d{1,2}/g) ?? []).join(' ')
}

/** "https://www.mairie-prades.fr/" → "mairie-prades.fr", to name a link by where it leads. */
export function nomDuSite(url: string): string {
  try {
    const { hostname, pathname } = new URL(url)
    const chemin = pathname.length > 1 && pathname.length < 30 ? pathname.replace(/\/$/, '') : ''
    return hostname.replace(/^www\./, '') + chemin
  } catch {
    return url
  }
}

/** "Prades" → "de Prades", "Aubusson" → "d’Aubusson", "Le Havre" → "du Havre", "Les Abymes" → "des Abymes". */
export function deCommune(nom: string): string {
  if (/^Les? /.test(nom)) return nom.replace(/^Le /, 'du ').replace(/^Les /, 'des ')
  return /^[aeiouyàâéèêëîïôœ]/i.test(nom) ? `d’${nom}` : `de ${nom}`
}
