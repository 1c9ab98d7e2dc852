const DEPARTEMENTS = '01|23|2A|2B|59|69|75|93|971|972|973|974|975|976|978|986|988'
const COUVERTURE =
  'indicateur|couverture|ruralite|ruralite-taux|ruralite-nombres|distance|distance-courbe|distance-territoires|communes-eloignees|territoires-sans-lieu'
const EVOLUTION =
  'listes|bilan|regions|departements|ruralite|regions-employeurs|departements-employeurs|ruralite-employeurs|employeurs-nouveaux|employeurs-absents|employeurs-deplaces|validations'
const DESSINS = 'postes-par-liste|validations-par-mois|ecarts-regions|ecarts-departements'
const METHODE = 'fichiers-lus|corrections-par-fichier|deux-lectures|positions-des-lieux|rapprochement-des-lieux'
const RAPPORT = 'lieux|remarques|doublons|employeurs'
/** A commune with its accent, a postcode, names, an address that no geocoder is asked for, nothing, a SIRET. */
const MOTS = 'gu%C3%A9ret|23000|st+denis|mediatheque|10+rue+de+la+Paix,+Gu%C3%A9ret|zzzz|21690100300018'
const TIRAGE = 'fin=tirage&postes=1200&graine=3'

/**
 * What is asked of the site, by what it tries. `{a|b}` is each in its turn; `$name`, what answers-questions.ts chooses in
 * the database under this name. Codes written out are known whatever is imported: the reference has them.
 */
export const PATTERNS: Record<string, string[]> = {
  text: ['/{a-propos|accessibilite|besoins|mentions-legales|methode|collectivites/aide|collectivites/verifier}'],
  machine: [
    '/{sante|robots.txt|llms.txt|embed.js|favicon.svg|sitemap.xml|sitemap/1.xml|sitemap/2.xml}',
    '/apercu.png{|?departement=23|?commune=23096|?ruralite=rural}',
  ],
  frame: [
    '/embed{|?departement=23|?vue=liste&page=2|?vue=carte&theme=sombre|?commune=23096&rayon=5}',
    '/embed/{couverture|distance|postes-par-liste|ecarts-regions|ecarts-departements|validations-par-mois}',
    '/embed/{scenario?fin=prives|plan?departement=23}',
    '/integrer{|?departement=23&theme=clair&hauteur=450|?figure=couverture&maille=region}',
  ],
  list: ['/{|?vue=liste|?vue=carte}', '/?page={2|60|74|95|9999}', '/?tri={nom|maj|commune}', `/?q={${MOTS}}`],
  filter: [
    '/?departement={23|2A|75|93|974|988}',
    '/?departement=23&departement=87&ruralite=rural&vue=carte',
    '/?ruralite={rural|intermediaire|urbain|inconnue}',
    '/?densite={1|4|7}',
    '/?{frr|gratuit|acceslibre|zrr|qpv}=1',
    '/?service={aide-aux-demarches-administratives|comprehension-du-monde-numerique}',
    '/?service=acces-internet-et-materiel-informatique&service=Insertion+professionnelle+via+le+num%C3%A9rique',
    '/?{public=seniors|prise_en_charge=surdite|acces=telephoner|label=aidants-connect|label=france-services}',
    '/?employeur={public|prive}',
    '/?ouvert={maintenant|lun-09:00|mar-10:00|sam-11:00|dim-15:00}',
    '/?couche=france-services&departement={23|974}',
    '/?commune={$commune|75056|13201}&rayon=5',
    '/?commune={23096|97411|2A004}&tri=distance&rayon=50&ouvert=mar-10:00',
    '/?{lat=48.853&lon=2.349|lat=46.171&lon=1.871|lat=-20.882&lon=55.448|lat=40&lon=-70}&rayon=10',
  ],
  lieu: ['/lieux/{$lieu|$voisin|$rare}', '/lieux/{$retour}?retour=departement%3D23%26page%3D2'],
  gone: ['/lieux/{$reuni|$disparu|$ailleurs}'],
  structure: ['/structures/{$avec|$sans}'],
  departement: [
    '/departements{|?trier=population|?trier=-lieux|$region}',
    `/departements/{${DEPARTEMENTS}}`,
    '/departements/fichier/{departements|regions}.{csv|xlsx}',
    '/departements/{23|2A|974}/{lieux|postes|ruralite|employeurs|communes-eloignees|communes-sans-lieu}.csv',
    '/departements/23/{lieux|employeurs}.xlsx',
    '/departements/{23|2B|75|976|988}/plan.svg',
  ],
  commune: ['/communes/{$commune|$vide}', '/communes/{23096|97411}/{chiffres|employeurs}.{csv|xlsx}'],
  collectivite: [
    '/collectivites',
    `/collectivites?q={${MOTS}}`,
    '/collectivites/departement/{01|2A|93|974}',
    '/collectivites/commune/{$commune|$vide}',
    '/collectivites/epci/{$epci}',
    '/collectivites/structure/{$avec|$sans}',
    '/collectivites/departement/59?voir={erreurs|sans-telephone|approximatives|sans-horaires}',
    '/collectivites/departement/59?voir={a-actualiser|hors-carte|doublons|sans-lieu}',
    '/collectivites/departement/59?page={2|99}',
    `/collectivites/departement/93/{${RAPPORT}}.{csv|xlsx}`,
    `/collectivites/commune/23096/{${RAPPORT}}.csv`,
    '/collectivites/epci/{$epci}/lieux.csv',
    '/collectivites/departement/59/remarques.csv?voir=erreurs',
  ],
  feed: [
    '/flux/{france|departements/23|departements/974}.xml',
    '/flux/epci/{$epci}.xml',
    '/flux/collectivites/departement/{01|2A|974}.xml',
    '/flux/collectivites/commune/{$commune}.xml',
    '/flux/collectivites/epci/{$epci}.xml',
    '/flux/collectivites/structure/{$avec}.xml',
  ],
  couverture: [
    '/couverture{|?maille=region|?maille=region&niveaux=7|?classes=jenks|?trier=-postes|?trier=population}',
    '/couverture?indicateur={lieux|postes-10000|postes|part-lieux-ruraux|part-postes-ruraux|a-5-km|investissement}',
    `/couverture/{${COUVERTURE}}.{csv|xlsx}`,
    `/couverture/{${COUVERTURE}}.csv?maille=region&niveaux=7`,
    '/couverture/{distance-courbe.svg|carte.svg|carte.png}{|?maille=region&niveaux=7&classes=jenks}',
  ],
  evolution: [
    '/evolution{|$periode}',
    `/evolution/{${EVOLUTION}}.{csv|xlsx}`,
    `/evolution/{${DESSINS}}.{svg|png}`,
    '/evolution/{departements.csv|bilan.csv|ecarts-regions.svg}{$periode}',
  ],
  scenario: [
    `/scenarios{|?${TIRAGE}|?fin=tirage&part=33,3|?fin=prives|?fin=hors-frr}`,
    '/scenarios?fin=departement&departement={59|2A|974}',
    `/scenarios/scenario-{national|tirages|ruralite|departements|communes}.{csv|xlsx}?${TIRAGE}`,
    '/scenarios/scenario-ruralite.svg?fin={prives|hors-frr}',
  ],
  methode: [
    `/methode/{${METHODE}}.{csv|xlsx}`,
    '/methode/{mots|fichiers|rural-urbain|chiffres|distances|changements|rapprochements|limites|recalcul}',
    '/methode/{lire|postes|taux|ruralite|distance|evolution}.mjs',
  ],
  api: [
    '/api/v1/{departements|couverture|lieux|lieux.geojson|lieux.csv}',
    '/api/v1/lieux{|.geojson|.csv}?departement={23|2A|974}&limit=20',
    '/api/v1/lieux{|.geojson|.csv}?lat=46.171&lon=1.871&rayon=50',
    '/api/v1/lieux?{limit=5&page=3|ruralite=rural&limit=3|q=mediatheque&limit=3|ouvert=mar-10:00&limit=3}',
    '/api/v1/communes/{$commune|$ancienne|75101}/lieux',
    '/api/v1/communes/23096/lieux?rayon={5|20}',
    `/api/v1/recherche?q={${MOTS}}`,
  ],
  map: [
    '/{points|points-france-services|contours}.json',
    '/points.json?v=0',
    '/fiches.json?{l=$numeros|l=1,2&f=3&s=4,5}',
  ],
  moved: [
    '/departements/{1|2a|20}',
    '/communes/{$ancienne|75101|13201|1004|2a004}',
    '/communes/75101/chiffres.csv?a=b',
    '/collectivites/{departement/1|commune/69381}',
    '/collectivites/verifier/{rapport|corrige}.csv',
  ],
  400: [
    '/?{departement=ZZ|ruralite=z|densite=9|ouvert=lun|page=0|lat=95&lon=2|lat=45|rayon=7|service=z|tri=z|vue=z|frr=z}',
    '/{couverture|couverture/couverture.csv}?{maille=z|trier=z}',
    '/{evolution|evolution/listes.csv}?{de=2000-01-01|de=2021-05-19&a=2021-05-19}',
    '/{scenarios|scenarios/scenario-national.csv}?fin={z|tirage|tirage&postes=1&part=2|departement&departement=99}',
    '/{departements|departements/fichier/departements.csv}?{region=z|trier=z}',
    '/{collectivites/departement/23|collectivites/departement/23/lieux.csv}?{voir=z|page=0}',
    '/api/v1/{lieux?z=1|lieux.csv?departement=ZZ|lieux?limit=0|recherche|recherche?z=1|communes/23096/lieux?rayon=7}',
    '/{fiches.json?l=a|%E0%A4%A|%00}',
    `/{collectivites|api/v1/recherche|}?q=${'z'.repeat(201)}`,
    `/?q=${'z'.repeat(8000)}`,
  ],
  404: [
    '/{zzz|lieux/zzzzzzzzzz|structures/00000000000000|departements/99|communes/99999|assets/zzz.js|sitemap/99.xml}',
    '/{couverture|evolution|scenarios|methode|departements/23|departements/fichier|communes/23096}/zzz.csv',
    '/collectivites/{region/23|epci/200000000|commune/99999|departement/99|structure/000000|departement/23/zzz.csv}',
    '/flux/collectivites/{commune/23096|commune/99999.xml|region/23.xml}',
    '/api/v1/{zzz|communes/99999/lieux}',
  ],
}
