/** What the journey asks of a browser, whatever the protocol that it speaks. */
export type Fenetre = {
  open: (url: string) => Promise<void>
  /** The value of an expression in the page. */
  read: <T>(expression: string) => Promise<T>
  type: (selector: string, text: string) => Promise<void>
  click: (selector: string) => Promise<void>
  back: () => Promise<void>
  close: () => Promise<void>
}

export type Taille = { width: number; height: number }

/** A browser is asked for as long, whatever else the machine does. */
export const LIMIT_MS = 60_000

/** Until the expression is true in the page; the error says which never was, and where. */
export async function until(fenetre: Fenetre, expression: string): Promise<void> {
  const end = Date.now() + LIMIT_MS
  // A page that is being left answers with an error: asked again.
  while (!(await fenetre.read<boolean>(`Boolean(${expression})`).catch(() => false))) {
    if (Date.now() > end) throw new Error(`Never true at ${await fenetre.read('location.href')}: ${expression}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
