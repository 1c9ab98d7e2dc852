import { formatValeur } from '#app/domain/chiffres/tableau.ts'
import { FAITS, type Fait, SUJETS, type Sujet, VOIX, type Voix } from '#app/domain/citations/faits.ts'
import { compte, formatDate, formatEuros, formatNombre } from '#app/domain/texte/format.ts'
import type { Kind } from '#app/domain/vocabulary.ts'
import type { Db } from '#db/connect.server.ts'
import { countOf } from '#db/methode.server.ts'
import { currentSource, listSources } from '#db/sources.server.ts'
import { chiffresEnsemble } from '#db/territoires.server.ts'

/** The subjects, each with what the three say of it, apart. */
export function aProposPage(db: Db) {
  const faits = [...FAITS, ...faitsDuSite(db)]
  const subjects = Object.keys(SUJETS) as Sujet[]
  const voices = Object.keys(VOIX) as Voix[]
  return {
    sujets: subjects.map((sujet) => ({
      sujet,
      titre: SUJETS[sujet],
      voix: voices.map((voix) => ({
        nom: VOIX[voix],
        faits: faits.filter((one) => one.sujet === sujet && one.voix === voix),
      })),
    })),
    sources: listSources(db).filter(({ courante, kind }) => courante && (kind === 'structures' || kind === 'lieux')),
  }
}

/** The figures of the database, each with its file and the date of it; none where the file is not there. */
export function faitsDuSite(db: Db): Fait[] {
  const { postes, structures, lieux, investissement, 'lieux-10000': tauxLieux } = chiffresEnsemble(db)
  const franceServices = countOf(db, 'france-services')
  return [
    ...factsOf(db, 'structures', (date) => [
      fait(
        'postes',
        compte(postes, 'poste validé', 'postes validés'),
        `Au ${date}, chez ${compte(structures, 'employeur', 'employeurs')}. Un poste validé n’est pas forcément pourvu, ni encore financé.`,
      ),
      ...(investissement === null
        ? []
        : [
            fait(
              'argent',
              formatEuros(investissement),
              'Somme de la colonne « Investissement financier estimatif » : une estimation de la source, pour ces postes.',
            ),
          ]),
    ]),
    ...factsOf(db, 'lieux', () => [
      fait(
        'service',
        compte(lieux, 'lieu', 'lieux'),
        `Où un conseiller numérique reçoit${tauxLieux === null ? '' : `, soit ${formatValeur('taux', tauxLieux)} pour 10 000 habitants`}.`,
      ),
    ]),
    ...factsOf(db, 'france-services', () => [
      fait(
        'service',
        `${formatNombre(franceServices)} France services`,
        'Un autre réseau, montré à part et jamais compté parmi les lieux.',
      ),
    ]),
  ]
}

type Dit = Pick<Fait, 'sujet' | 'chiffre' | 'texte'>

function fait(sujet: Sujet, chiffre: string, texte: string): Dit {
  return { sujet, chiffre, texte }
}

function factsOf(db: Db, kind: Kind, say: (date: string) => Dit[]): Fait[] {
  const source = currentSource(db, kind)
  if (source === null) return []
  const date = formatDate(source.date)
  const producteur = source.producteur ? `${source.producteur}, ` : ''
  return say(date).map((one) => ({
    ...one,
    voix: 'site',
    source: producteur + source.titre,
    date: `données du ${date}`,
    url: source.url,
  }))
}
