import { escapeUTF8 } from 'entities'

/** A frame to write: its path and query on this site, what it is called, how high it is, in pixels. */
export type CadreAEcrire = { src: string; titre: string; hauteur: number }

/** What one copies into a page: the frame alone, the script that makes it as high as what it holds, and the same as an element. */
export type Codes = { cadre: string; script: string; element: string }

export function codesOf(publicUrl: string, { src, titre, hauteur }: CadreAEcrire): Codes {
  const script = tag('script', { src: `${publicUrl}/embed.js`, async: null })
  const { pathname, searchParams } = new URL(src, publicUrl)
  const figure = pathname.replace(/^\/embed\/?/, '')
  const asked = [...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name).join(',')])
  const said = { ...(figure !== '' && { figure }), ...Object.fromEntries(asked), titre, hauteur: String(hauteur) }
  return {
    cadre: tag('iframe', {
      ...{ src: publicUrl + src, title: titre, width: '100%', height: String(hauteur) },
      // A style would be refused by a strict policy of the page that holds it.
      ...{ frameborder: '0', loading: 'lazy' },
    }),
    script,
    element: `${tag('carte-conseillers-numeriques', said)}\n${script}`,
  }
}

function tag(name: string, attributes: Readonly<Record<string, string | null>>): string {
  const written = Object.entries(attributes).map(([attribute, value]) =>
    value === null ? attribute : `${attribute}="${escapeUTF8(value)}"`,
  )
  return `<${[name, ...written].join(' ')}></${name}>`
}
