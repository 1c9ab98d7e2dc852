import { z } from 'zod'
import { phrasesAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import { CHIFFRES, type CleChiffre, chiffreOf, NOTES } from '#app/domain/chiffres/table.ts'
import { formatValeur, type Nature } from '#app/domain/chiffres/tableau.ts'
import { arrondir, DECIMALES_FICHIER } from '#app/domain/chiffres/taux.ts'
import { fichierDe, titreDe } from '#app/domain/chiffres.ts'
import { medianeOf } from '#app/domain/couverture/distances.ts'
import { SCRIPTS } from '#app/pages/methode/recalcul.server.ts'
import type { Db } from '#db/connect.server.ts'
import { couvertureOf } from '#db/couverture.server.ts'
import { datesOf, sourcesOf } from '#db/sources.server.ts'
import { chiffresDesDepartements, chiffresEnsemble } from '#db/territoires.server.ts'
import { isInconnu } from '../chiffres-json.server.ts'
import { ADRESSES } from '../parametres.ts'
import { probleme } from '../probleme.server.ts'
import { type Demande, type Reponse, ressource, seul } from '../ressource.server.ts'
import { Sources } from '../schemas.server.ts'

const UNITES: Partial<Record<Nature, string>> = {
  nombre: 'nombre',
  taux: 'pour 10 000 habitants',
  part: 'part, de 0 à 1',
  km: 'kilomètres',
  heures: 'heures par semaine',
  euros: 'euros',
}

const Chiffre = z
  .strictObject({
    id: z.enum(Object.keys(CHIFFRES)),
    nom: z.string().describe('Ce qui est compté, avec sa date.'),
    territoire: z.strictObject({ code: z.string().nullable(), nom: z.string() }),
    valeur: z.number().nullable().describe('null : inconnue, jamais zéro.'),
    unite: z.string(),
    phrase: z.string().describe('Le chiffre en une phrase, à citer.'),
    date: z.string().nullable().describe('Le jour des données, ou l’année du recensement.'),
    notes: z.array(z.string()).describe('Ce que doit savoir qui le lit.'),
    methode: z.string(),
    script: z
      .string()
      .nullable()
      .describe('Le script qui le refait à partir des fichiers publiés, quand il y en a un.'),
    url: z.string(),
  })
  .meta({ id: 'Chiffre', description: 'Un chiffre, avec sa phrase, son unité, sa date et sa méthode.' })

export const chiffres = ressource({
  adresse: ADRESSES.chiffres,
  titre: 'Tous les chiffres, chacun avec son adresse',
  reponse: z.strictObject({ chiffres: z.array(Chiffre), source: Sources }),
  exemples: ['chiffres', 'chiffres?departement=$departement'],
  repondre: ({ context: { db, publicUrl }, values: { departement } }) => {
    const cles = Object.keys(CHIFFRES) as CleChiffre[]
    const tous = cles.map((cle) => chiffreJson(db, cle, { departement, publicUrl }))
    return seul({ chiffres: tous, source: sourcesDe(db, cles) })
  },
})

export const chiffre = ressource({
  adresse: ADRESSES.chiffre,
  titre: 'Un chiffre : sa phrase, sa valeur, son unité, sa date, sa source, le script qui le refait',
  reponse: z.strictObject({ chiffre: Chiffre, source: Sources }),
  exemples: ['chiffres/lieux', 'chiffres/postes-10000?departement=$departement'],
  repondre: repondreUn,
})

function repondreUn({ context, params, values }: Demande<typeof ADRESSES.chiffre.table>): Reponse {
  const { db, publicUrl } = context
  const cle = (Object.keys(CHIFFRES) as CleChiffre[]).find((one) => one === params.id)
  if (cle === undefined)
    return probleme(404, `Aucun chiffre n’a ce nom. Les chiffres : ${Object.keys(CHIFFRES).join(', ')}.`)
  return seul({ chiffre: chiffreJson(db, cle, { ...values, publicUrl }), source: sourcesDe(db, [cle]) })
}

type Voulu = { departement: string | null; publicUrl: string }

function chiffreJson(db: Db, cle: CleChiffre, { departement, publicUrl }: Voulu): z.output<typeof Chiffre> {
  const { nature, notes = [] } = chiffreOf(cle)
  const territoire = territoireOf(db, departement)
  const connue = isInconnu(db, cle) ? null : valeurOf(db, cle, departement)
  const valeur = connue === null ? null : arrondir(connue, DECIMALES_FICHIER)
  const nom = titreDe(cle, datesOf(db))
  const script = SCRIPTS.find(({ refait }) => refait?.includes(cle))
  const suite = departement === null ? '' : `?departement=${departement}`
  return {
    ...{ id: cle, nom, territoire, valeur, unite: UNITES[nature] ?? nature },
    phrase: `${nom}, ${territoire.nom} : ${valeur === null ? inconnue(db, cle) : `${formatValeur(nature, valeur)}.`}`,
    date: dateOf(db, cle),
    notes: notes.map((note) => NOTES[note]),
    methode: `${publicUrl}/methode`,
    script: script ? `${publicUrl}/methode/${script.nom}` : null,
    url: `${publicUrl}/api/v1/chiffres/${cle}${suite}`,
  }
}

function territoireOf(db: Db, departement: string | null) {
  const found = chiffresDesDepartements(db).find(({ code }) => code === departement)
  return { code: departement, nom: departement === null ? 'France' : (found?.nom ?? departement) }
}

function valeurOf(db: Db, cle: CleChiffre, departement: string | null): number | null {
  if (cle === 'mediane') return mediane(db, departement)
  const found = chiffresEnsemble(db, departement === null ? undefined : ({ code }) => code === departement)
  return found[cle] ?? null
}

function mediane(db: Db, voulu: string | null): number | null {
  const { communes } = couvertureOf(db)
  return medianeOf(voulu === null ? communes : communes.filter(({ departement }) => departement === voulu))
}

function inconnue(db: Db, cle: CleChiffre): string {
  const absent = fichierDe(cle)
  const dite = absent && isInconnu(db, cle) ? phrasesAbsents([absent]).join(' ') : ''
  return `inconnu. ${dite}`.trim()
}

/** The day of the first of its files that is no reference. */
function dateOf(db: Db, cle: CleChiffre): string | null {
  const { lieux, structures, franceServices, recensement } = datesOf(db)
  const { fichiers } = chiffreOf(cle)
  if (fichiers.includes('lieux')) return lieux
  if (fichiers.includes('structures')) return structures
  return fichiers.includes('france-services') ? franceServices : recensement
}

function sourcesDe(db: Db, cles: readonly CleChiffre[]) {
  return [...new Set(cles.flatMap((cle) => chiffreOf(cle).fichiers))].flatMap((kind) => sourcesOf(db, kind))
}
