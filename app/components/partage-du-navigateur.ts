/**
 * The browser's own share sheet for what a link by SMS sends: null where the browser has none. Resolves to a sentence
 * when it fails, to null when it was used or closed.
 */
export function partageDuNavigateur(
  titre: string,
  url: string,
  hrefSms: string,
): (() => Promise<string | null>) | null {
  const message = new URLSearchParams(new URL(hrefSms).search).get('body') ?? ''
  const partage = { title: titre, text: message.slice(0, -url.length).trim(), url }
  if (!globalThis.navigator?.share || navigator.canShare?.(partage) === false) return null
  return () =>
    navigator.share(partage).then(
      () => null,
      // AbortError: the person closed the sheet.
      (error: Error) =>
        error.name === 'AbortError' ? null : 'Le partage n’a pas abouti : envoyez un SMS ou un e-mail.',
    )
}
