import { hrefsIn } from './site.ts'

type Ask = (path: string) => Promise<Response>

/** The internal links of a page that lead nowhere: a page that answers no 200, or an anchor that its page lacks. */
export async function brokenLinks(site: Ask, path: string): Promise<string[]> {
  const html = await (await site(path)).text()
  const broken: string[] = []
  for (const href of new Set(hrefsIn(html, /^[/#]/))) {
    const [target = '', ancre] = href.split('#')
    if (target.startsWith('/assets/')) continue
    const response = target === '' ? null : await site(target)
    const body = response === null ? html : await response.text()
    const found = ancre === undefined || body.includes(` id="${ancre}"`)
    if ((response && response.status !== 200) || !found) broken.push(href)
  }
  return broken
}
