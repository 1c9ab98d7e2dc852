// Les cinq lieux les plus proches d’un point, si loin soient-ils ; puis toutes les pages d’une liste.
// node docs/examples/javascript.mjs [http://localhost:3000] : le même code marche dans une page d’un autre site.
const SITE = globalThis.process?.argv[2] ?? 'http://localhost:3000'

async function lire(adresse) {
  const reponse = await fetch(adresse)
  const corps = await reponse.json()
  // Un refus dit en une phrase ce qu’il faut corriger.
  if (!reponse.ok) throw new Error(corps.detail)
  return { corps, suivante: /<([^>]+)>; rel="next"/.exec(reponse.headers.get('Link') ?? '')?.[1] }
}

const { corps } = await lire(`${SITE}/api/v1/lieux?lat=42.698&lon=2.895&limit=5&fields=nom,commune,distance_km`)
for (const { nom, commune, distance_km } of corps.lieux) console.log(`${distance_km} km : ${nom}, ${commune}`)

let lus = 0
let adresse = `${SITE}/api/v1/lieux?departement=66&limit=50&fields=nom`
while (adresse) {
  const page = await lire(adresse)
  lus += page.corps.lieux.length
  // L’adresse suivante est celle que le site publie : gardez l’origine que vous avez demandée.
  const suivante = page.suivante && new URL(page.suivante)
  adresse = suivante && SITE + suivante.pathname + suivante.search
}
console.log(`${lus} lieux dans le département 66`)
