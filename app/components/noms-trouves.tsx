import type { Filters } from '#app/domain/filters.ts'
import { hrefAccueil } from './liens.ts'

export type CommuneTrouvee = { code: string; nom: string; codesPostaux: string; departementNom: string }
type Adresse = { nom: string; codePostal: string; commune: string; lat: number; lon: number }

export type NomsTrouves = {
  /** Communes that the text names. */
  communes: CommuneTrouvee[]
  /** Communes that it comes close to, when it names none. */
  proches: CommuneTrouvee[]
  adresses: Adresse[]
  /** What was looked for and found nowhere; null when something was. */
  introuvable: 'adresse' | 'texte' | null
}

/** What the text may mean, each leading to what is nearest to it: the text then has done its work. */
export function NomsTrouves({ filters, noms }: { filters: Filters; noms: NomsTrouves }) {
  const { communes, proches, adresses, introuvable } = noms
  const sansTexte = { ...filters, q: '', departement: [], commune: null, lat: null, lon: null, page: 1 }
  return (
    <>
      {introuvable && <Introuvable q={filters.q} quoi={introuvable} />}
      {communes.length > 0 && <Communes communes={communes} filters={sansTexte} />}
      {adresses.length > 0 && (
        <>
          <ul className="communes-nommees">
            {adresses.map(({ nom, codePostal, commune, lat, lon }) => (
              <li key={`${nom} ${lat} ${lon}`}>
                <a href={hrefAccueil({ ...sansTexte, lat, lon })}>
                  {nom}, {codePostal} {commune} : voir les lieux les plus proches
                </a>
              </li>
            ))}
          </ul>
          <p className="discret">Adresses : Base Adresse Nationale, trouvées par la Géoplateforme de l’IGN.</p>
        </>
      )}
      {proches.length > 0 && (
        <>
          <p>Cherchez-vous une commune ?</p>
          <Communes communes={proches} filters={sansTexte} />
        </>
      )}
    </>
  )
}

function Communes({ communes, filters }: { communes: CommuneTrouvee[]; filters: Filters }) {
  return (
    <ul className="communes-nommees">
      {communes.map(({ code, nom, codesPostaux, departementNom }) => (
        <li key={code}>
          <a href={hrefAccueil({ ...filters, commune: code })}>
            {nom} ({told(codesPostaux, departementNom, communes.length > 1)}) : voir les lieux les plus proches
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A city of many postcodes is told by its department; of several communes, each by both. */
function told(codesPostaux: string, departementNom: string, several: boolean): string {
  if (codesPostaux.includes(' ') || codesPostaux === '') return departementNom
  return several ? `${codesPostaux}, ${departementNom}` : codesPostaux
}

function Introuvable({ q, quoi }: { q: string; quoi: 'adresse' | 'texte' }) {
  return (
    <p>
      {quoi === 'adresse'
        ? `Nous n’avons pas trouvé l’adresse «\u00a0${q}\u00a0». Cherchez plutôt votre commune, par son nom ou son code postal.`
        : `Rien ne porte le nom «\u00a0${q}\u00a0». Vérifiez l’orthographe, ou tapez votre code postal : cinq chiffres, comme 66500.`}
    </p>
  )
}
