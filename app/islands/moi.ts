/**
 * Whether a position is the visitor's own, given by the button: remembered until the tab is closed, here alone. The
 * address of the page does not say it, so that whoever it is sent to does not read "de vous".
 */
const CLE = 'ma-position'

/** Only the words of an answer change with it; it is never written in an address that can be seen (pages/accueil). */
const PARAMETRE = 'moi'

export function keepMine(position: { lat: string; lon: string }): void {
  try {
    sessionStorage.setItem(CLE, keyOf(position.lat, position.lon))
  } catch {
    // A browser that keeps nothing says "du point choisi".
  }
}

export function isMine(url: string): boolean {
  const { searchParams } = new URL(url, location.href)
  const [lat, lon] = [searchParams.get('lat'), searchParams.get('lon')]
  try {
    return lat !== null && lon !== null && sessionStorage.getItem(CLE) === keyOf(lat, lon)
  } catch {
    return false
  }
}

/** What to ask the site for a page: in the words of the visitor's own position, where it is. */
export function askedFor(url: string): string {
  if (!isMine(url)) return url
  const asked = new URL(url, location.href)
  asked.searchParams.set(PARAMETRE, '1')
  return `${asked.pathname}${asked.search}`
}

function keyOf(lat: string, lon: string): string {
  return `${Number(lat)} ${Number(lon)}`
}
