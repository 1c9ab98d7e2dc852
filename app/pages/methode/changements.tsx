import { GRAINES } from '#app/domain/scenarios/plage.ts'
import { Titre } from './titre.tsx'

/** What is compared, what is supposed, what is drawn. */
export function Changements() {
  return (
    <>
      <Titre ancre="evolution" />
      <p>
        La différence entre deux fichiers de postes validés, à deux dates. Un employeur est suivi par son SIRET, sinon
        par son SIREN dans le même département. Un poste absent du second fichier n’est pas forcément supprimé : il peut
        être écrit autrement. Les lieux n’ont pas d’évolution : un seul état est connu. À lire sur{' '}
        <a href="/evolution">Évolution</a>.
      </p>
      <Titre ancre="scenarios" />
      <p>
        Un calcul « et si », pas une prévision. Des postes sont retirés selon une règle écrite sur la page. Un lieu est
        supposé fermer quand son employeur perd son dernier poste. Un lieu dont l’employeur n’est pas connu reste
        ouvert. À essayer sur <a href="/scenarios">Scénarios</a>.
      </p>
      <Titre ancre="tirages" />
      <p>
        Quand la règle est un tirage au sort, un seul tirage ne dit rien : le site en fait {GRAINES.length}, et donne le
        résultat du milieu (la médiane), le plus petit et le plus grand. Le numéro du tirage, ou graine, fixe le hasard
        : le même numéro donne le même tirage, ici comme dans le <a href="/methode/recalcul">script</a> qui le refait.
      </p>
    </>
  )
}
