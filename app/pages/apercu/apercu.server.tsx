import { NOM_DU_SITE } from '#app/components/entete.tsx'
import type { AppContext } from '#app/context.ts'
import { answerPng } from '#app/dessin/answer-drawing.server.ts'
import { APERCU, Apercu, type CarteApercue } from '#app/dessin/apercu.tsx'
import { dessinEntier } from '#app/dessin/france.server.ts'
import { bornesOf } from '#app/dessin/france-dessinee.tsx'
import { cadreOf } from '#app/dessin/plan.server.ts'
import { MAINTENANT } from '#app/domain/filters/ouverts.ts'
import { describeAsked, emptyFilters, type Filters } from '#app/domain/filters.ts'
import { departementOfCommune } from '#app/domain/territoires/codes.ts'
import { formatDate, formatNombre, upperFirst } from '#app/domain/texte/format.ts'
import { facettesOf } from '#app/pages/accueil/facettes.server.ts'
import { namesOf } from '#app/pages/commun/proximite.server.ts'
import type { Db } from '#db/connect.server.ts'
import { departementNoms } from '#db/departements.server.ts'
import { lieuxByNumeros } from '#db/lieux.server.ts'
import { lieuxIncertains, type Selection, select } from '#db/selection.server.ts'
import { datesOf, fichiersAbsents, metaOf } from '#db/sources.server.ts'

/** The picture of a list: how many places suit, and where. What was typed and where someone is are in no picture. */
export function answerApercu({ db, instant, validite }: AppContext, asked: Filters): Promise<Response> {
  const { q, lat, lon, cellule, page, vue, tri, couche } = emptyFilters()
  const filters = { ...asked, q, lat, lon, cellule, page, vue, tri, couche }
  if (filters.ouvert === MAINTENANT) validite.minute()
  const selection = select(db, filters, instant)
  const drawing = fichiersAbsents(db).includes('lieux') ? SANS_LIEUX : <Compte db={db} selection={selection} />
  return answerPng(drawing, 'apercu.png', APERCU.largeur)
}

const SANS_LIEUX = <Apercu site={NOM_DU_SITE} nombre={null} lignes={['Annuaire et carte']} pied={[]} carte={null} />

function Compte({ db, selection }: { db: Db; selection: Selection }) {
  const noms = departementNoms(db)
  const { numeros, incertains } = montresOf(selection)
  const total = numeros.length
  const asked = describeAsked(selection.filters, { departements: noms, ...namesOf(db, selection) })
  const [what = '', ...which] = `${total < 2 ? 'lieu' : 'lieux'}${asked}`.split(' — ')
  const quoi = total === 0 ? `Aucun ${what}` : what
  const { lieux: date } = datesOf(db)
  const pied = [
    ...(metaOf(db).demonstration ? ['Données de démonstration, inventées'] : []),
    ...(date === null ? [] : [`Lieux connus au ${formatDate(date)}`]),
  ]
  const lignes = [quoi, ...which.map(upperFirst), ...(incertains ? ['À appeler : ils ne le précisent pas'] : [])]
  return (
    <Apercu
      {...{ site: NOM_DU_SITE, lignes, pied }}
      nombre={total === 0 ? null : formatNombre(total)}
      carte={carteOf(db, selection, noms)}
    />
  )
}

/** The places that suit; when none does, those of which the data does not say, as on the list. */
function montresOf(selection: Selection): { numeros: number[]; incertains: boolean } {
  const lieux = selection.lieux()
  if (lieux.length > 0) return { numeros: lieux, incertains: false }
  const { numeros } = lieuxIncertains(selection)
  return { numeros, incertains: numeros.length > 0 }
}

/** One department is drawn with its places; several, or all, by how many each has. */
function carteOf(db: Db, selection: Selection, noms: Map<string, string>): CarteApercue | null {
  const { commune, departement } = selection.filters
  const [seul, autre] = commune === null ? departement : [departementOfCommune(commune)]
  if (seul !== undefined && autre === undefined) return pointsOf(db, selection, seul)
  const { departement: options } = facettesOf(db, selection, noms)
  const shown = options.filter(({ choisi }) => departement.length === 0 || choisi)
  const bornes = bornesOf(shown.map(({ nombre }) => nombre))
  const teintes = shown.map(({ valeur, nombre }) => [
    valeur,
    nombre === 0 ? 0 : 1 + bornes.filter((borne) => nombre >= borne).length,
  ])
  return { genre: 'teintes', cadre: dessinEntier().metropole, teintes: Object.fromEntries(teintes) }
}

/** Null in a territory without an outline. Around a commune, the places of the other side of its border are left out. */
function pointsOf(db: Db, selection: Selection, code: string): CarteApercue | null {
  const cadre = cadreOf(code)
  if (cadre === null) return null
  const lieux = lieuxByNumeros(db, montresOf(selection).numeros).filter((lieu) => lieu.departementCode === code)
  const points = lieux.flatMap(({ lat, lon }) => {
    const point = lat === null || lon === null ? null : cadre.projection([lon, lat])
    return point === null ? [] : [`${Math.round(point[0])},${Math.round(point[1])}`]
  })
  const [gauche = 0, haut = 0, largeur = 0, hauteur = 0] = cadre.viewBox.split(' ').map(Number)
  return {
    ...{ genre: 'points', boite: [gauche, haut, largeur, hauteur], contour: cadre.contour },
    points: [...new Set(points)].map((point) => point.split(',').map(Number) as [number, number]),
  }
}
