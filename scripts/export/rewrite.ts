import { decodeHTML, escapeAttribute } from 'entities'

/** What stands at the end of a link: another path of the folder; what needs a server; or not ours, which is left. */
export type Resolve = (link: string) => string | null

const LINK = /(\s(?:href|src|xlink:href)=")([^"]*)(")/g
const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>|<link\b[^>]*\brel="(?:modulepreload|preload|prefetch)"[^>]*>/g

/** Open or closed at the minute of the copy: untrue at the next one. */
const ETAT = /<p class="etat etat-[^"]*">[\s\S]*?<\/p>/g

/** The links of a page, as its server wrote them. */
export function linksOf(html: string): string[] {
  return Array.from(html.replace(SCRIPT, '').matchAll(LINK), ([, , value = '']) => decodeHTML(value))
}

/**
 * A page as a file: its links lead where `resolve` says, its forms to `serveur`; its scripts, which ask a server, are gone, and
 * `note` comes before all.
 */
export function rewritePage(html: string, resolve: Resolve, serveur: string, note: string): string {
  return html
    .replace(SCRIPT, '')
    .replace(ETAT, '')
    .replace(LINK, (whole, before: string, value: string, after: string) => {
      const link = resolve(decodeHTML(value))
      return link === null ? whole : `${before}${escapeAttribute(link)}${after}`
    })
    .replace(/<form\b[^>]*>/g, (tag) => formOf(tag, serveur))
    .replace(/\sformaction="[^"]*"/g, '')
    .replace(/<main\b/, () => `${note}<main`)
}

/** What a form asks needs a server, and a file takes no POST. */
function formOf(tag: string, action: string): string {
  const plain = tag.replace(/\s(?:action|method)="[^"]*"/g, '')
  return plain.replace('<form', `<form action="${escapeAttribute(action)}"`)
}

const URL_CSS = /url\((["']?)(\/[^)"']+)\1\)/g

export function linksOfCss(css: string): string[] {
  return Array.from(css.matchAll(URL_CSS), ([, , path = '']) => path)
}

export function rewriteCss(css: string, resolve: Resolve): string {
  return css.replace(URL_CSS, (whole, quote: string, path: string) => {
    const link = resolve(path)
    return link === null ? whole : `url(${quote}${link}${quote})`
  })
}
