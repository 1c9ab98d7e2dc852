import { RechercheSimple } from './recherche-simple.tsx'

const TITRES: Record<number, string> = {
  400: 'Cette adresse contient une erreur',
  404: 'Cette page n’existe pas',
  410: 'Ce lieu n’est plus dans l’annuaire',
}

export function titreErreur(status: number): string {
  return TITRES[status] ?? 'Le site a rencontré un problème'
}

/** What any failure says: what happened, then the way on. `message` is a sentence for a visitor, never a trace. */
export function PageErreur({ status, message }: { status: number; message: string | null }) {
  return (
    <div className="largeur page-texte">
      <h1>{titreErreur(status)}</h1>
      <p>{message ?? conseil(status)}</p>
      <RechercheSimple />
      <p>
        <a href="/">Voir tous les lieux d’accueil</a>
      </p>
    </div>
  )
}

function conseil(status: number): string {
  if (status === 404)
    return 'L’adresse est peut-être mal écrite, ou le lieu a quitté l’annuaire. Cherchez-le par son nom ou sa commune.'
  if (status < 500) return 'Cherchez un lieu par son nom ou sa commune.'
  return 'Ce n’est pas de votre faute. Essayez de nouveau dans quelques minutes.'
}
