import type { ReactNode } from 'react'
import type { LieuListe } from '#app/components/lieu-resume.tsx'
import { compteCouche } from './couches.tsx'

/** `proches`: the nearest, when a position is asked; `total`: those under the filters; `href`: their list. */
export type PourDemarche = { total: number; proches: LieuListe[]; href: string }

/** For a need that France services answer too: the nearest of them (`children`: their cards), and the way to all. */
export function FranceServicesPourDemarche({ pour, children }: { pour: PourDemarche | null; children: ReactNode }) {
  if (pour === null || pour.total + pour.proches.length === 0) return null
  return (
    <section className="france-services" aria-labelledby="pour-demarche">
      <h2 id="pour-demarche">Pour vos démarches, il y a aussi les France services</h2>
      <p>
        Au même guichet : impôts, CAF, retraite, Assurance maladie, titres d’identité. C’est un autre réseau, compté à
        part. {pour.total > 0 && <a href={pour.href}>Voir les {compteCouche('france-services', pour.total)}</a>}
      </p>
      {children}
    </section>
  )
}
