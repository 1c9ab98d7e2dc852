import { z } from 'zod'
import { KINDS } from '#app/domain/vocabulary.ts'
import { listSources, metaOf } from '#db/sources.server.ts'
import { ADRESSES } from '../parametres.ts'
import { ressource, seul } from '../ressource.server.ts'

const texte = z.string().nullable()

export const sources = ressource({
  adresse: ADRESSES.sources,
  titre: 'Les fichiers publiés dont ces données viennent',
  reponse: z.strictObject({
    empreinte: z.string().describe('Change quand les données changent.'),
    construite_le: texte,
    demonstration: z.boolean().describe('Vrai : les données sont inventées.'),
    sources: z.array(
      z.strictObject({
        type: z.enum(KINDS),
        titre: z.string(),
        date: z.string(),
        producteur: texte,
        licence: texte,
        url: texte,
        demonstration: z.boolean(),
        courante: z.boolean().describe('Faux : une ancienne liste, gardée pour l’évolution.'),
        lues: z.int().describe('Lignes lues : gardées et rejetées.'),
        gardees: z.int(),
        rejetees: z.int(),
        sha256: z.string(),
      }),
    ),
  }),
  exemples: ['sources'],
  repondre: ({ context: { db } }) => {
    const { empreinte, construiteLe, demonstration } = metaOf(db)
    const toutes = listSources(db).map(({ kind, titre, date, producteur, licence, url, ...one }) => ({
      ...{ type: kind, titre, date, producteur, licence, url },
      ...{ demonstration: one.demonstration, courante: one.courante },
      ...{ lues: one.lues, gardees: one.gardees, rejetees: one.rejetees, sha256: one.sha256 },
    }))
    return seul({ empreinte, construite_le: construiteLe, demonstration, sources: toutes })
  },
})
