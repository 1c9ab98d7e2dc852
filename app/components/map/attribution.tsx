import { Fragment } from 'react'

type Part = { text: string; href: string | null }

const LINK = /<a\s[^>]*?href="(https?:\/\/[^"]+)"[^>]*>([^<]*)<\/a>/gi

/** The texts and the links of an attribution as tile servers write it; any other markup is shown as text. */
export function readAttribution(attribution: string): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const match of attribution.matchAll(LINK)) {
    if (match.index > end) parts.push({ text: attribution.slice(end, match.index), href: null })
    parts.push({ text: match[2] ?? '', href: match[1] ?? null })
    end = match.index + match[0].length
  }
  if (end < attribution.length) parts.push({ text: attribution.slice(end), href: null })
  return parts.map((part) => ({ ...part, text: part.text.replaceAll('&copy;', '©').replaceAll('&amp;', '&') }))
}

/** Who made the ground of the map, as text that can be read and followed. */
export function Attribution({ attribution }: { attribution: string }) {
  return (
    <p className="carte-credit">
      {'Fond de carte\u00a0: '}
      {readAttribution(attribution).map(({ text, href }) => (
        <Fragment key={`${text} ${href}`}>{href === null ? text : <a href={href}>{text}</a>}</Fragment>
      ))}
      {'. Contours\u00a0: Natural Earth.'}
    </p>
  )
}
