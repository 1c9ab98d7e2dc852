import type { CadreAEcrire, Codes } from './codes.server.ts'

/** The frame as it will stand, and what to copy. The script of the page changes what has an identifier here. */
export function Resultat({ cadre, codes, adresse }: { cadre: CadreAEcrire; codes: Codes; adresse: string }) {
  return (
    <section className="integrer-resultat" aria-labelledby="code">
      <h2 id="code">Le code</h2>
      <Code id="code-cadre" titre="Le cadre, qui suffit partout :" code={codes.cadre} />
      <details className="pli">
        <summary>Un cadre aussi haut que ce qu’il montre</summary>
        <div className="pli-contenu">
          <Code id="code-script" titre="Ajoutez cette ligne une fois dans la page :" code={codes.script} />
          <Code id="code-element" titre="Ou, avec elle, cet élément à la place du cadre :" code={codes.element} />
        </div>
      </details>
      <details className="pli">
        <summary>Votre site a une politique de sécurité (CSP)</summary>
        <div className="pli-contenu">
          <p>
            Autorisez-y cette adresse : <code>{`frame-src ${adresse}`}</code>, et pour la ligne de script{' '}
            <code>{`script-src ${adresse}`}</code>. Le cadre ne pose aucun cookie et n’appelle que ce site et le fond de
            carte de l’IGN.
          </p>
        </div>
      </details>
      <h2 id="apercu-titre">Le cadre</h2>
      <iframe
        id="apercu"
        className="integrer-apercu"
        src={cadre.src}
        title={cadre.titre}
        width="100%"
        height={cadre.hauteur}
      />
    </section>
  )
}

function Code({ id, titre, code }: { id: string; titre: string; code: string }) {
  return (
    <div className="integrer-code" data-island="partager" data-nom="le code" data-fait="Code copié">
      <p>{titre}</p>
      <pre>
        <code className="a-copier" id={id}>
          {code}
        </code>
      </pre>
    </div>
  )
}
