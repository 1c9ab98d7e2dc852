import {
  type Editeur,
  type Hebergeur,
  hrefContact,
  type Mentions,
  VARIABLES_MENTIONS,
} from '#app/domain/citations/mentions.ts'

/** Who publishes and who hosts; what nobody has set is said plainly, with how to set it. */
export function EditeurHebergeur({ editeur, hebergeur }: Mentions) {
  return (
    <>
      {editeur ? (
        <Publie editeur={editeur} />
      ) : (
        <p>
          <strong>Cette copie du site ne dit pas qui la publie.</strong> Le programme est libre : chacun peut
          l’installer, et la personne qui met une copie en ligne en est responsable.
        </p>
      )}
      {hebergeur ? <Heberge hebergeur={hebergeur} /> : <p>Cette copie du site ne dit pas qui l’héberge.</p>}
      {(editeur === null || hebergeur === null) && <CommentLeDire />}
    </>
  )
}

function Publie({ editeur }: { editeur: Editeur }) {
  const { nom, adresse, directeur, contact } = editeur
  return (
    <p>
      Ce site est publié par <strong>{nom}</strong>
      {adresse && `, ${adresse}`}.{directeur && ` Direction de la publication : ${directeur}.`}
      {contact && (
        <>
          {' '}
          Pour écrire : <LienContact contact={contact} />.
        </>
      )}
    </p>
  )
}

function Heberge({ hebergeur: { nom, adresse } }: { hebergeur: Hebergeur }) {
  return (
    <p>
      Il est hébergé par {nom}
      {adresse && `, ${adresse}`}.
    </p>
  )
}

export function LienContact({ contact }: { contact: string }) {
  return <a href={hrefContact(contact) ?? undefined}>{contact}</a>
}

function CommentLeDire() {
  return (
    <details className="pli">
      <summary>Vous avez installé cette copie ?</summary>
      <div className="pli-contenu">
        <p>La loi vous demande de vous nommer. Donnez ces variables au serveur, puis relancez-le :</p>
        <ul>
          {Object.entries(VARIABLES_MENTIONS).map(([variable, sens]) => (
            <li key={variable}>
              <code>{variable}</code> : {sens}
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
