import { espacesDuDocument } from '#app/domain/texte/espaces.ts'

/** A page that stands without the site, for what the site cannot answer itself: a sentence of ours and the way out. */
export function pageNue(phrase: string, lien = { href: '/', texte: 'Aller à l’accueil de l’annuaire' }): string {
  return espacesDuDocument(`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(phrase)}</title>
</head>
<body>
<main>
<h1>${escapeHtml(phrase)}</h1>
<p><a href="${escapeHtml(lien.href)}">${escapeHtml(lien.texte)}</a></p>
</main>
</body>
</html>
`)
}

/** A sentence may name a column of a file that was sent. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
