import type { ReactNode } from 'react'
import { GRAINE_MAX } from '#app/domain/scenarios/demande.ts'
import { formatDate, formatNombre } from '#app/domain/texte/format.ts'

/** What the fields hold: what the address asks, as it was written. */
export type Saisie = { postes: string; part: string; graine: string; departement: string }
export type Choisir = {
  /** Posts of the file, and its date. */
  postes: number
  date: string
  departements: readonly { code: string; nom: string }[]
  saisie: Saisie
}

/** The posts whose co-funding stopped, said by the Senate (avis 143-1). */
const COFINANCES = 1200

/** Ready scenarios as links, then a form for each kind: every field sent is one that counts. */
export function ChoixScenario({ postes, date, departements, saisie }: Choisir) {
  return (
    <section className="scenario-choix" id="choisir" aria-labelledby="choisir-titre">
      <h2 id="choisir-titre">Choisir un scénario</h2>
      <ul className="scenario-exemples">
        {postes >= COFINANCES && (
          <Exemple href={`/scenarios?fin=tirage&postes=${COFINANCES}&graine=1`} nom="1 200 postes tirés au hasard">
            Fin 2025, l’État a cessé de cofinancer 1 200 postes : il en cofinançait 4 000, il en cofinance 2 800 (Sénat,
            avis 143-1, 24 novembre 2025). On ne sait pas lesquels. Ce tirage parmi les {formatNombre(postes)} postes
            validés au {formatDate(date)} est une illustration, pas une liste.
          </Exemple>
        )}
        <Exemple href="/scenarios?fin=prives" nom="Les postes des employeurs privés">
          Ceux que le fichier des postes dit de nature privée. C’est une question, pas une annonce.
        </Exemple>
        <Exemple href="/scenarios?fin=hors-frr" nom="Les postes hors France Ruralités Revitalisation">
          Ceux des communes que ce zonage ne classe pas. C’est une question, pas une annonce.
        </Exemple>
      </ul>
      <div className="scenario-formulaires">
        <Formulaire fin="tirage" legende="Un nombre de postes, tirés au hasard">
          <Champ nom="postes" label={`Nombre de postes (1 à ${formatNombre(postes)})`} valeur={saisie.postes} />
          <Champ nom="graine" label={GRAINE} id="graine-postes" valeur={saisie.graine} aide={AIDE_GRAINE} />
        </Formulaire>
        <Formulaire fin="tirage" legende="Une part des postes, tirés au hasard">
          <Champ nom="part" label="Part des postes, en %" valeur={saisie.part} />
          <Champ nom="graine" label={GRAINE} id="graine-part" valeur={saisie.graine} aide={AIDE_GRAINE} />
        </Formulaire>
        <Formulaire fin="departement" legende="Les postes d’un département">
          <label htmlFor="scenario-departement">Département</label>
          <select
            id="scenario-departement"
            name="departement"
            className="champ-liste"
            defaultValue={saisie.departement}
          >
            <option value="">Choisissez</option>
            {departements.map(({ code, nom }) => (
              <option key={code} value={code}>{`${nom} (${code})`}</option>
            ))}
          </select>
        </Formulaire>
      </div>
    </section>
  )
}

const GRAINE = `Graine (0 à ${formatNombre(GRAINE_MAX)})`
const AIDE_GRAINE = 'Le numéro du tirage au sort : le même numéro redonne le même tirage.'

function Exemple({ href, nom, children }: { href: string; nom: string; children: ReactNode }) {
  return (
    <li>
      <a href={href}>{nom}</a>
      <p>{children}</p>
    </li>
  )
}

function Formulaire({ fin, legende, children }: { fin: string; legende: string; children: ReactNode }) {
  return (
    <form action="/scenarios" method="get">
      <fieldset>
        <legend>{legende}</legend>
        <input type="hidden" name="fin" value={fin} />
        {children}
        <button type="submit" className="bouton">
          Calculer
        </button>
      </fieldset>
    </form>
  )
}

type ChampProps = { nom: string; label: string; valeur: string; id?: string; aide?: string }

/** `aide`: what its label means, read with it. */
function Champ({ nom, label, valeur, id = nom, aide }: ChampProps) {
  return (
    <>
      <label htmlFor={`scenario-${id}`}>{label}</label>
      <input
        id={`scenario-${id}`}
        name={nom}
        defaultValue={valeur}
        inputMode={nom === 'part' ? 'decimal' : 'numeric'}
        autoComplete="off"
        aria-describedby={aide && `scenario-${id}-aide`}
      />
      {aide && (
        <p className="discret" id={`scenario-${id}-aide`}>
          {aide}
        </p>
      )}
    </>
  )
}
