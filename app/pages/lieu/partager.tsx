import { hrefCourriel, hrefSms, messageDuLieu } from '#app/domain/lieu/partage.ts'
import type { LieuComplet } from './lieu-complet.ts'
import { sujetDe } from './reseau.ts'

/** To pass the place on to someone: plain links, the page's address to copy, and the paper. */
export function Partager({ lieu, canonique, maintenant }: { lieu: LieuComplet; canonique: string; maintenant: Date }) {
  const message = messageDuLieu(lieu, canonique, maintenant)
  return (
    <section className="encart partager" aria-labelledby="partager">
      <h2 id="partager">Donner cette fiche à quelqu’un</h2>
      <ul className="contacts" data-island="partager" data-titre={lieu.nom} data-url={canonique}>
        <li>
          <a href={hrefSms(message)}>Envoyer par SMS</a>
        </li>
        <li>
          <a href={hrefCourriel(sujetDe(lieu), message)}>Envoyer par e-mail</a>
        </li>
        <li>
          <a href={`/lieux/${encodeURIComponent(lieu.id)}/contact.vcf`} download>
            Garder dans les contacts du téléphone
          </a>
        </li>
      </ul>
      <p data-island="partager" data-nom="l’adresse" data-fait="Adresse copiée">
        Adresse de cette page : <span className="a-copier">{canonique}</span>
      </p>
      <p className="discret">Imprimée, cette page tient sur une feuille, en grands caractères.</p>
    </section>
  )
}
