import { z } from 'zod'
import { BESOINS } from '#app/domain/besoins/besoins.ts'
import { missing } from '#app/domain/parametres.ts'
import type { Adresse } from '#app/geocodeur/adresse.server.ts'
import { readIntention } from '#app/pages/commun/intention.server.ts'
import { searchNoms } from '#db/recherche-noms.server.ts'
import type { Choix, Intention } from '#db/resolver/intention.ts'
import { choixProposes } from '#db/resolver/propositions.server.ts'
import { ADRESSES } from '../parametres.ts'
import { refuseFautes } from '../probleme.server.ts'
import { type Demande, type Reponse, ressource, seul } from '../ressource.server.ts'

const MANQUE = missing('q', 'donnez le nom d’une commune, un code postal ou le nom d’un lieu')
const MAX_EACH = 8
const TYPES = ['commune', 'arrondissement', 'departement', 'region', 'lieu', 'structure', 'besoin', 'adresse'] as const

export const recherche = ressource({
  adresse: ADRESSES.recherche,
  titre: 'Ce qu’un texte désigne : une commune, un département, un besoin, un lieu, un employeur',
  description:
    'Le même résolveur que le champ de recherche du site. Les adresses viennent du géocodeur national, quand il répond.',
  reponse: z.strictObject({
    resultats: z.array(
      z.strictObject({
        type: z.enum(TYPES),
        code: z.string().describe('Le code de la commune, l’identifiant du lieu… ; d’une adresse, sa position.'),
        nom: z.string(),
        libelle: z.string().optional().describe('Le nom comme une liste le montre, s’il diffère.'),
        contexte: z.string(),
        lat: z.number().optional(),
        lon: z.number().optional(),
      }),
    ),
  }),
  exemples: ['recherche?q=gueret', 'recherche?q=23000'],
  repondre,
})

/** A need, addresses or territories, by the resolver of the page; then places and employers. */
async function repondre({ context, values }: Demande<typeof ADRESSES.recherche.table>): Promise<Reponse> {
  const { q } = values
  if (q === '') return refuseFautes([MANQUE]) as Response
  const { intention, adresses, headers } = await readIntention(context, q, { typing: true })
  const resultats = [
    ...besoinOf(intention),
    ...adresses.map(ofAdresse),
    ...(adresses.length > 0 ? [] : repliOf(intention)),
    ...choixProposes(context.db, intention, q, MAX_EACH).map(ofChoix),
    ...searchNoms(context.db, q, MAX_EACH),
  ]
  return seul({ resultats }, undefined, headers)
}

type Resultat = { type: string; code: string; nom: string; contexte: string }

function besoinOf(intention: Intention): Resultat[] {
  const besoin = intention.type === 'besoin' && BESOINS.find(({ cle }) => cle === intention.cle)
  return besoin ? [{ type: 'besoin', code: besoin.cle, nom: besoin.titre, contexte: besoin.exemples ?? '' }] : []
}

/** `code` is the position, "lat,lon", as nothing else tells an address apart. */
function ofAdresse({ nom, codePostal, commune, lat, lon }: Adresse) {
  return { type: 'adresse', code: `${lat},${lon}`, nom, contexte: `${codePostal} ${commune}`.trim(), lat, lon }
}

/** The town that an address names, when the geocoder is silent. */
function repliOf(intention: Intention): Resultat[] {
  return intention.type === 'adresse' ? intention.repli.map(ofChoix) : []
}

/** A territory by its codes, as the parameters of the list take them. */
function ofChoix(choix: Choix): Resultat {
  if ('codes' in choix) return { type: choix.type, code: choix.codes.join(','), nom: choix.nom, contexte: '' }
  const { type, code, nom, ancien, codesPostaux, departementNom } = choix
  // A city of many postcodes is told by its department.
  const postal = codesPostaux.includes(' ') ? '' : codesPostaux
  return { type, code, nom: ancien ?? nom, contexte: [postal, departementNom].filter(Boolean).join(', ') }
}
