/** A step of a breadcrumb: its name, and the path of its page. */
export type Etape = readonly [nom: string, chemin: string]

/** A breadcrumb as schema.org data; `publicUrl`: where the site is, without a final slash. */
export function filStructure(publicUrl: string, etapes: readonly Etape[]) {
  const itemListElement = etapes.map(([name, chemin], rang) => {
    return { '@type': 'ListItem', position: rang + 1, name, item: publicUrl + chemin }
  })
  return { '@context': 'https://schema.org', '@type': 'BreadcrumbList', itemListElement }
}
