import { formatDate } from '#app/domain/texte/format.ts'

/** Said at the top of each page of the copy. `serveur`: the link to what it cannot do. */
export function phraseCopie(today: string, serveur: string): string {
  return `<aside class="bandeau" aria-label="Copie du site"><p class="largeur"><strong>Copie du ${formatDate(today)}.</strong> La recherche, les filtres, la carte et la vérification d’un fichier demandent un serveur : <a href="${serveur}">ce qu’il y a ici, et ce qu’il n’y a pas</a>.</p></aside>`
}

/** Where the links that need a server lead. */
export function pageServeur(today: string, accueil: string): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>Cette page demande un serveur</title></head>
<body><main><h1>Cette page demande un serveur</h1>
<p>Vous lisez une copie du site, faite de fichiers le ${formatDate(today)}. Elle a les pages des lieux, des employeurs et des départements, les chiffres, leurs fichiers et les données.</p>
<p>Elle n’a ni la recherche, ni les filtres, ni la carte, ni ce qui est ouvert maintenant, ni la vérification d’un fichier. Elle peut ne pas avoir toutes les communes ni tous les départements.</p>
<ul><li><a href="${accueil}">Accueil</a></li><li><a href="${accueil}departements/">Départements</a></li><li><a href="${accueil}besoins/">Vos besoins</a></li></ul></main></body></html>
`
}
