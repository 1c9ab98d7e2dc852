import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { apercuDe, metadonnees } from '#app/components/metadonnees.ts'
import { planOf } from '#app/dessin/plan.server.ts'
import { adresseEnLigne } from '#app/domain/lieu/adresse-affichee.ts'
import { serviceStructure } from '#app/domain/lieu/donnees-structurees.ts'
import { nomDoux } from '#app/domain/lieu/nom-doux.ts'
import { type Etape, filStructure } from '#app/domain/territoires/fil-ariane.ts'
import { retourOf } from '#app/pages/commun/retour.ts'
import { Apercu } from '#app/pages/lieu/apercu.tsx'
import { LieuDisparu } from '#app/pages/lieu/disparu.tsx'
import { Employeur } from '#app/pages/lieu/employeur.tsx'
import { Horaires } from '#app/pages/lieu/horaires.tsx'
import { Joindre } from '#app/pages/lieu/joindre.tsx'
import type { LieuComplet } from '#app/pages/lieu/lieu-complet.ts'
import { Offre } from '#app/pages/lieu/offre.tsx'
import { Partager } from '#app/pages/lieu/partager.tsx'
import { Provenance } from '#app/pages/lieu/provenance.tsx'
import { RESEAU, sujetDe } from '#app/pages/lieu/reseau.ts'
import { Signaler } from '#app/pages/lieu/signaler.tsx'
import { Situation } from '#app/pages/lieu/situation.tsx'
import type { loader as racine } from '#app/root.tsx'
import feuille from '#app/styles/feuilles/lieu.css?url'
import { hasHomonyme } from '#db/homonymes.server.ts'
import { type LieuComplet as LieuPublie, lieuById } from '#db/lieux.server.ts'
import { reperesDe } from '#db/reperes.server.ts'
import { postesSource } from '#db/sources.server.ts'
import { carteOf } from './carte.server.ts'
import { lieuDisparu } from './disparu.server.ts'
import { qrOf } from './qr.server.ts'
import { secoursDuLieu } from './secours.server.ts'

// For the buttons that only a script can make work: share, copy.
export const handle = { islands: true, feuille }

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const lieu = lieuById(context.db, params.id ?? '')
  if (lieu === null) {
    const disparu = lieuDisparu(context, params.id ?? '')
    if (disparu !== null) return data({ disparu }, { status: 410 })
    throw data('Ce lieu n’est pas dans l’annuaire, ou n’y est plus. Cherchez-le par son nom ou sa commune.', 404)
  }
  const canonique = `${context.publicUrl}/lieux/${lieu.id}`
  const postesAu = postesSource(context.db)?.date ?? null
  const retour = retourOf(request, `#l-${lieu.id}`)
  const secours = secoursDuLieu(context.db, lieu)
  const plan = planOf(reperesDe(context.db, lieu.departementCode), lieu)
  const carte = carteOf(context, lieu)
  context.validite.etats([lieu])
  return {
    lieu: softly(lieu),
    homonyme: hasHomonyme(context.db, lieu),
    secours,
    postesAu,
    plan,
    carte,
    qr: qrOf(canonique),
    retour,
    canonique,
    maintenant: context.instant,
  }
}

/** The names as they are read aloud; what was published stays beside them. */
function softly(lieu: LieuPublie) {
  const { nom, communeNom, structure, structureParente } = lieu
  return {
    ...lieu,
    nom: nomDoux(nom, communeNom),
    nomPublie: nom,
    structure: structure && { ...structure, nom: nomDoux(structure.nom) },
    structureParente: structureParente && nomDoux(structureParente),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined || 'disparu' in page
    ? [
        {
          title: page
            ? `${nomDoux(page.disparu.nom, page.disparu.communeNom)} n’est plus dans l’annuaire`
            : 'Page introuvable',
        },
      ]
    : [
        ...metadonnees({
          titre: titreOf(page),
          description: `${sujetDe(page.lieu)}, ${adresseEnLigne(page.lieu) || page.lieu.departementNom}. Téléphone, horaires, accès.`,
          canonique: page.canonique,
          image: apercuDe(`departement=${page.lieu.departementCode}`),
        }),
        // Data, not a script: no policy has to allow it. Remix escapes what could end it.
        { 'script:ld+json': serviceStructure(page.lieu, employeurOf(page), page.canonique, page.maintenant) },
        { 'script:ld+json': filStructure(new URL(page.canonique).origin, etapesOf(page)) },
      ]

/** Two places of one name in one town are told apart by their street, and by their network. */
function titreOf({ lieu, homonyme }: Pick<PageLieu, 'lieu' | 'homonyme'>): string {
  const reseau = lieu.reseau === 'conseiller-numerique' ? null : RESEAU[lieu.reseau].sujet
  return [lieu.nom, ...(homonyme ? [reseau, lieu.adresse] : []), lieu.communeNom].filter(Boolean).join(', ')
}

type Connu = {
  lieu: Pick<
    LieuComplet,
    | 'id'
    | 'nom'
    | 'structure'
    | 'structureParente'
    | 'communeCode'
    | 'communeNom'
    | 'departementCode'
    | 'departementNom'
  >
  canonique: string
}

/** The employer of the list of posts, else the one that the row of the place names. */
function employeurOf({ lieu: { structure, structureParente }, canonique }: Connu) {
  const { origin } = new URL(canonique)
  if (structure) return { nom: structure.nom, siret: structure.siret, url: `${origin}/structures/${structure.cle}` }
  return structureParente === null ? null : { nom: structureParente, siret: null, url: null }
}

function etapesOf({ lieu }: Connu): Etape[] {
  const { id, nom, communeCode, communeNom, departementCode, departementNom } = lieu
  return [
    ['Départements', '/departements'],
    [departementNom, `/departements/${departementCode}`],
    ...(communeCode && communeNom ? [[communeNom, `/communes/${communeCode}`] as const] : []),
    [nom, `/lieux/${id}`],
  ]
}

export default function Page() {
  const page = useLoaderData<typeof loader>()
  return 'disparu' in page ? <LieuDisparu disparu={page.disparu} /> : <Lieu page={page} />
}

type PageLieu = Exclude<ReturnType<typeof useLoaderData<typeof loader>>, { disparu: unknown }>

function Lieu({ page }: { page: PageLieu }) {
  const { lieu, secours, postesAu, plan, carte, qr, retour, canonique, maintenant } = page
  const estimee = useRouteLoaderData<typeof racine>('root')?.ruraliteEstimee ?? false
  return (
    <div className="largeur page-lieu">
      <p className="retour">
        <a href={retour.href}>{retour.mots}</a>
      </p>
      <Apercu lieu={lieu} maintenant={maintenant} />
      <div className="lieu-colonnes">
        <div>
          <Joindre lieu={lieu} secours={secours} />
          <Situation lieu={lieu} plan={plan} carte={carte} />
          <Partager lieu={lieu} canonique={canonique} maintenant={maintenant} />
        </div>
        <div>
          <Horaires lieu={lieu} maintenant={maintenant} />
          <Offre lieu={lieu} />
          <Employeur lieu={lieu} />
        </div>
      </div>
      <Provenance
        lieu={lieu}
        postesAu={postesAu}
        ruraliteEstimee={lieu.ruraliteEstimee ?? estimee}
        maintenant={maintenant}
      />
      <CodeQr qr={qr} adresse={canonique} />
      <Signaler lieu={lieu} />
    </div>
  )
}

type Props = { qr: { cote: number; d: string }; adresse: string }

// Readers want four light modules around a code (ISO/IEC 18004).
const MARGE = 4

/** From paper to the page: a code for a phone, and beside it the address for a keyboard. */
function CodeQr({ qr, adresse }: Props) {
  const cote = qr.cote + 2 * MARGE
  return (
    <figure className="code-qr papier" aria-labelledby="code-qr">
      <svg
        viewBox={`${-MARGE} ${-MARGE} ${cote} ${cote}`}
        role="img"
        aria-label={`Code QR qui mène à ${adresse}`}
        shapeRendering="crispEdges"
      >
        <path d={qr.d} />
      </svg>
      <figcaption id="code-qr">
        Fiche en ligne, à jour : visez ce code avec un téléphone, ou écrivez cette adresse. <span>{adresse}</span>
      </figcaption>
    </figure>
  )
}
