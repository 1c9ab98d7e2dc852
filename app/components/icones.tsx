/** The site's few drawings, once a page; `<Icone nom="telephone" />` shows one. */
export function Dessins() {
  return (
    <svg className="dessins" width="0" height="0" aria-hidden="true">
      <symbol id="i-telephone" viewBox="0 0 24 24">
        <path d="M6.6 10.8a15.2 15.2 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.25 11.4 11.4 0 0 0 3.6.58 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57a1 1 0 0 1-.25 1z" />
      </symbol>
      <symbol id="i-epingle" viewBox="0 0 24 24">
        <path d="M12 2a7.5 7.5 0 0 0-7.5 7.5C4.5 15 12 22 12 22s7.5-7 7.5-12.5A7.5 7.5 0 0 0 12 2m0 10.4a2.9 2.9 0 1 1 0-5.8 2.9 2.9 0 0 1 0 5.8" />
      </symbol>
      <symbol id="i-croix" viewBox="0 0 24 24">
        <path d="M18.4 7 17 5.6l-5 5-5-5L5.6 7l5 5-5 5L7 18.4l5-5 5 5 1.4-1.4-5-5z" />
      </symbol>
      <symbol id="i-loupe" viewBox="0 0 24 24">
        <path d="M10 3a7 7 0 1 0 4.200 12.600l4.600 4.600 1.400-1.400-4.600-4.600A7 7 0 0 0 10 3m0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10" />
      </symbol>
      <symbol id="i-carte" viewBox="0 0 24 24">
        <path d="M9 3 3 5.200V21l6-2.200 6 2.200 6-2.200V3l-6 2.200zm0 2.200 6 2.200v11.400l-6-2.200z" />
      </symbol>
      <symbol id="i-viseur" viewBox="0 0 24 24">
        <path d="M11 2h2v2.1A8 8 0 0 1 19.900 11H22v2h-2.1a8 8 0 0 1-6.9 6.9V22h-2v-2.1A8 8 0 0 1 4.1 13H2v-2h2.1A8 8 0 0 1 11 4.1zm1 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12m0 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6" />
      </symbol>
    </svg>
  )
}

export function Icone({ nom }: { nom: 'telephone' | 'epingle' | 'croix' | 'viseur' | 'loupe' | 'carte' }) {
  return (
    <svg className="icone" width="20" height="20" aria-hidden="true">
      <use href={`#i-${nom}`} />
    </svg>
  )
}
