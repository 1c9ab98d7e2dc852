import type { RapportPage, RegleDEntete } from '#app/domain/rapport/page.ts'
import { upperFirst } from '#app/domain/texte/format.ts'
import { SEVERITY_LABELS, type Severity } from '#app/domain/vocabulary.ts'

/** What is said of the header, and what every row has: once, before what some rows have. */
export function RemarquesGenerales({ rapport: { entete, generales, colonnes } }: { rapport: RapportPage }) {
  if (entete.length + generales.length === 0) return null
  return (
    <section className="remarques-generales filtrable" aria-labelledby="generales-titre">
      <h3 id="generales-titre">Sur tout le fichier</h3>
      <ul>
        {entete.map((regle) => (
          <RegleLue key={regle.code} regle={regle} />
        ))}
        {generales.map(({ code, severity, colonne, message, conseil, sure }) => (
          <li key={`${code} ${colonne}`} className={`remarque gravite-${severity}`}>
            <Gravite severity={severity} /> Toutes les lignes
            {colonne !== '' && (
              <>
                , colonne <bdi className="colonne">{colonne}</bdi>
              </>
            )}
            . {message} {conseil} {sure && <Fait />}
          </li>
        ))}
      </ul>
      {colonnes.length > 0 && (
        <p>
          <a href="#colonnes">Dire ce que sont les colonnes qui portent un autre nom</a>
        </p>
      )}
    </section>
  )
}

function RegleLue({ regle: { severity, phrase, conseil, sure, colonnes } }: { regle: RegleDEntete }) {
  return (
    <li className={`remarque gravite-${severity}`}>
      <Gravite severity={severity} /> {phrase} {conseil} {sure && <Fait />}
      <ul className="colonnes-dites">
        {colonnes.map(({ nom, corrigee }) => (
          <li key={nom}>
            <bdi className="colonne">{nom}</bdi>
            {corrigee !== null && corrigee !== '' && (
              <>
                {sure ? ' devient ' : ', peut-être '}
                <bdi className="colonne">{corrigee}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}

function Gravite({ severity }: { severity: Severity }) {
  return <span className={`gravite gravite-${severity}`}>{upperFirst(SEVERITY_LABELS[severity])}</span>
}

function Fait() {
  return <em>Déjà fait dans le fichier corrigé.</em>
}
