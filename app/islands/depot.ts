/**
 * What a script adds to the form of a file: it can be dropped on it, one too big is said so before it is sent, and a
 * second press does not send it twice. Without it the browser's own field does.
 */
export function mount(form: HTMLElement): void {
  const field = form.querySelector<HTMLInputElement>('input[type="file"]')
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]')
  if (!field || !button) return
  const say = annonce(form)
  const max = Number(form.dataset.octets)
  const verify = () => {
    const [file] = field.files ?? []
    const trop = file !== undefined && file.size > max
    field.setCustomValidity(trop ? (form.dataset.trop ?? '') : '')
    say(trop ? (form.dataset.trop ?? '') : file ? `Fichier choisi : ${file.name}` : '')
  }
  field.addEventListener('change', verify)
  acceptDrop(form, field, verify)
  form.addEventListener('submit', () => {
    // Once the browser has gathered the form: a disabled button would not count as the one pressed.
    setTimeout(() => {
      button.disabled = true
      say('Envoi et vérification en cours…')
    })
  })
  // Back from the result, the page is as it was left.
  addEventListener('pageshow', () => {
    button.disabled = false
    verify()
  })
}

function acceptDrop(form: HTMLElement, field: HTMLInputElement, then: () => void): void {
  const hint = document.createElement('p')
  hint.className = 'depot-consigne'
  hint.textContent = 'Vous pouvez aussi déposer le fichier ici.'
  field.after(hint)
  const over = (event: DragEvent, inside: boolean) => {
    // Text dragged into the other field is that field's.
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    form.classList.toggle('depot-survol', inside)
  }
  form.addEventListener('dragover', (event) => over(event, true))
  form.addEventListener('dragleave', (event) => over(event, form.contains(event.relatedTarget as Node | null)))
  form.addEventListener('drop', (event) => {
    over(event, false)
    if (!event.dataTransfer?.files.length) return
    field.files = event.dataTransfer.files
    then()
  })
}

/** A live region of the form, empty until it has something to say. */
function annonce(form: HTMLElement): (texte: string) => void {
  const element = document.createElement('p')
  element.setAttribute('role', 'status')
  form.append(element)
  return (texte) => {
    element.textContent = texte
  }
}
