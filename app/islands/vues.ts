/** Shows the list or the map where a narrow screen holds one of them (components/vues.tsx), without a request. */
export function showVue(vue: 'liste' | 'carte'): void {
  const vues = document.getElementById('vues')
  vues?.classList.toggle('montre-liste', vue === 'liste')
  vues?.classList.toggle('montre-carte', vue === 'carte')
  const links = document.querySelectorAll<HTMLElement>('#onglets a')
  for (const [rang, link] of links.entries()) {
    if (rang === (vue === 'liste' ? 0 : 1)) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}
