/* Frames of « Où sont les conseillers numériques ? » : as high as what they hold, and <carte-conseillers-numeriques departement="66">. */
;(() => {
  const { origin } = new URL(document.currentScript.src)
  const NAME = 'carte-conseillers-numeriques'
  const OWN = ['class', 'id', 'lang', 'slot', 'style', 'figure', 'hauteur', 'titre']

  addEventListener('message', ({ origin: from, source, data }) => {
    if (from !== origin || data?.type !== 'conseillers-numeriques' || !(data.hauteur > 0)) return
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.height = Math.min(Math.ceil(data.hauteur), 20000)
  })

  class Carte extends HTMLElement {
    connectedCallback() {
      this.show()
      this.watch ??= new MutationObserver(() => this.show())
      this.watch.observe(this, { attributes: true })
    }

    disconnectedCallback() {
      this.watch.disconnect()
    }

    /** Each attribute is a parameter of the frame; a comma parts several values. */
    show() {
      const url = new URL(`/embed/${this.getAttribute('figure') ?? ''}`.replace(/\/$/, ''), origin)
      for (const { name, value } of this.attributes) {
        if (OWN.includes(name) || name.includes('-')) continue
        const values = name === 'q' || name === 'cellule' ? [value] : value.split(',')
        for (const one of values) url.searchParams.append(name, one.trim())
      }
      const frame = this.querySelector('iframe') ?? this.add()
      frame.title = this.getAttribute('titre') ?? 'Conseillers numériques'
      if (frame.src !== url.href) frame.src = url.href
    }

    add() {
      const frame = document.createElement('iframe')
      Object.assign(frame, { width: '100%', height: this.getAttribute('hauteur') ?? '600', loading: 'lazy' })
      frame.style.border = '0'
      this.style.display ||= 'block'
      this.append(frame)
      return frame
    }
  }
  if (!customElements.get(NAME)) customElements.define(NAME, Carte)
})()
