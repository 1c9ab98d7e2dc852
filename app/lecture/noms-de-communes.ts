import { foldCommune } from '#app/domain/texte/fold.ts'
import { ecartDe, ecartPermis } from '#app/domain/texte/orthographe.ts'

type Nommee = { code: string; nom: string }

/**
 * The names of communes, those of today and those that they bore or took in.
 *
 * @param anciennes `commune` is a code; those whose commune is not there are left out
 */
export function indexNoms<Commune extends Nommee>(
  communes: readonly Commune[],
  anciennes: readonly { nom: string; commune: string }[],
) {
  const byCode = new Map(communes.map((commune) => [commune.code, commune]))
  const nomOf = new Map(communes.map((commune) => [commune, foldCommune(commune.nom)]))
  const today = new Map<string, Commune[]>()
  const before = new Map<string, Commune[]>()
  const nomsOf = new Map([...nomOf].map(([commune, nom]) => [commune, [nom]]))
  for (const [commune, nom] of nomOf) add(today, nom, commune)
  for (const { nom, commune } of anciennes) {
    const known = byCode.get(commune)
    if (known === undefined) continue
    add(before, foldCommune(nom), known)
    nomsOf.get(known)?.push(foldCommune(nom))
  }

  /** Those that bear this name, accents, case and abbreviations aside. */
  const named = (nom: string): readonly Commune[] => today.get(foldCommune(nom)) ?? []

  /** Those that bore this name, or took in a commune that did. */
  const formerly = (nom: string): readonly Commune[] => before.get(foldCommune(nom)) ?? []

  /**
   * The one of these whose name is this one but for an article, or for `max` letters at most; null for none, and for
   * several as near.
   */
  function near(nom: string, among: readonly Commune[], max: number): Commune | null {
    const said = withoutArticle(foldCommune(nom))
    const allowed = Math.min(max, ecartPermis(said.replaceAll(' ', '').length))
    let [best, ecart]: [Commune | null, number] = [null, allowed + 1]
    for (const commune of among) {
      const own = ecartDe(said, withoutArticle(nomOf.get(commune) ?? ''), allowed)
      if (own > allowed || own > ecart) continue
      best = own < ecart ? commune : null
      ecart = own
    }
    return best
  }

  /** A postcode written before the name is none of it. "Saint-Denis" for "Saint-Denis-en-Val", "Le Hom" for "Thury-Harcourt-le-Hom": the one that begins, or ends, alike. */
  function alike(nom: string, among: readonly Commune[]): Commune | null {
    const said = foldCommune(nom.replace(/^\d{5}\s/, ''))
    const found = among.filter((one) =>
      nomsOf
        .get(one)
        ?.some(
          (own) => own === said || own.startsWith(`${said} `) || said.startsWith(`${own} `) || own.endsWith(` ${said}`),
        ),
    )
    return found.length === 1 ? (found[0] as Commune) : null
  }

  return { named, formerly, near, alike }
}

function withoutArticle(folded: string): string {
  return folded.replace(/^(?:le|la|les|l) (?=[a-z])/, '')
}

function add<Commune>(groups: Map<string, Commune[]>, nom: string, commune: Commune): void {
  const group = groups.get(nom)
  if (group === undefined) groups.set(nom, [commune])
  else if (!group.includes(commune)) group.push(commune)
}
