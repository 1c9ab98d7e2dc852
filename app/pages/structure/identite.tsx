import { hrefAnnuaire } from '#app/components/liens.ts'
import { Territoires } from '#app/components/liens-territoire.tsx'
import { Lignes } from '#app/components/lignes.tsx'
import { Ruralite } from '#app/components/ruralite.tsx'
import { lignesAdresse } from '#app/domain/lieu/adresse-affichee.ts'
import { departementOfCommune } from '#app/domain/territoires/codes.ts'
import type { Ruralite as Classe } from '#app/domain/vocabulary.ts'

type Structure = {
  nom: string
  nomPublie: string
  siret: string | null
  type: string | null
  adresse: string | null
  codePostal: string | null
  communeNom: string | null
  communeCode: string | null
  communeSiegeNom: string | null
  communeSiegeCode: string | null
  departementCode: string
  departementNom: string
  ruralite: Classe
  densite: number | null
  frr: string | null
}

/** The employer: name, seat, and where its posts are counted when that is elsewhere. */
export function Identite({ structure, ruraliteEstimee }: { structure: Structure; ruraliteEstimee: boolean }) {
  const { siret } = structure
  return (
    <header className="apercu">
      <p className="surtitre">Employeur de conseillers numériques</p>
      <h1>{structure.nom}</h1>
      <p className="apercu-adresse">
        <Lignes lignes={lignesAdresse(structure)} />
      </p>
      <ul className="etiquettes">
        <Territoires
          departement={structure.departementCode}
          nom={structure.departementNom}
          commune={structure.communeCode}
        />
        {structure.type && <li>Structure {structure.type}</li>}
        <Ruralite
          ruralite={structure.ruralite}
          densite={structure.densite}
          frr={structure.frr}
          estimee={ruraliteEstimee}
        />
      </ul>
      {structure.nomPublie !== structure.nom && <p className="discret">Nom publié : {structure.nomPublie}</p>}
      {isElsewhere(structure) && (
        <p>
          Le siège de l’employeur est ailleurs : {structure.communeSiegeNom} (
          {departementOfCommune(structure.communeSiegeCode ?? '')}). Ses postes sont comptés là où le fichier les place
          : {structure.communeNom ?? structure.departementNom} ({structure.departementCode}).
        </p>
      )}
      {siret && (
        <p>
          SIRET {siret.replace(/(\d{3})(\d{3})(\d{3})(\d{5})/, '$1 $2 $3 $4')} –{' '}
          <a href={hrefAnnuaire(siret)}>sa page dans l’annuaire des entreprises</a>
        </p>
      )}
    </header>
  )
}

// Towns of two departments may have the same name: codes are compared.
function isElsewhere({ communeSiegeCode, communeCode }: Structure): boolean {
  return communeSiegeCode !== null && communeSiegeCode !== communeCode
}
