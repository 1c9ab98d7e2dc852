/**
 * Brings an element to the state of another of the same shape, node by node, so that focus, open folds and scrolled
 * boxes stay. A part whose shape differs is replaced. What is being typed is left alone, and so is what an island fills
 * (`data-rempli`), which the server sends empty.
 */
export function morph(own: Node, next: Node): void {
  if (own instanceof Text && next instanceof Text) {
    if (own.data !== next.data) own.data = next.data
    return
  }
  if (own instanceof HTMLElement && own.dataset.rempli !== undefined) return
  if (own.nodeName !== next.nodeName || own.childNodes.length !== next.childNodes.length) {
    own.parentNode?.replaceChild(document.importNode(next, true), own)
    return
  }
  if (own instanceof HTMLInputElement && next instanceof Element) setInput(own, next)
  if (own instanceof HTMLOptionElement && next instanceof Element) own.selected = next.hasAttribute('selected')
  const nexts = [...next.childNodes]
  for (const [rang, child] of [...own.childNodes].entries()) morph(child, nexts[rang] as Node)
}

function setInput(own: HTMLInputElement, next: Element): void {
  if (own.type === 'checkbox') own.checked = next.hasAttribute('checked')
  else if (own !== document.activeElement) own.value = next.getAttribute('value') ?? ''
}
