// Every name here is invented, or so common that it names nobody.

export const NATURE = [
  'des Tilleuls',
  'des Platanes',
  'des Glycines',
  'du Pré Vert',
  'de la Fontaine',
  'du Moulin',
  'des Lavandes',
  'du Vieux Lavoir',
  'des Genêts',
  'de la Passerelle',
  'des Hirondelles',
  'du Verger',
  'des Acacias',
  'du Belvédère',
  'des Marronniers',
  'de la Source',
  'des Bruyères',
  'du Clos Joli',
  'des Quatre Vents',
  'de la Petite Île',
  'des Coquelicots',
  'du Grand Chêne',
  'des Roseaux',
  'de la Clairière',
  'du Pont Neuf',
  'des Amandiers',
  'de la Halle',
  'des Cigognes',
  'du Chemin Creux',
  'des Mimosas',
  'de la Ruche',
  'du Phare',
  'des Noisetiers',
  'de la Tuilerie',
  'des Érables',
  'du Val Fictif',
  'des Sources Vives',
  'du Lac Imaginaire',
  'de la Roseraie',
  'des Peupliers',
] as const

export const VALLEYS = [
  'du Val Fictif',
  'du Haut-Val Imaginaire',
  'du Pays des Trois Moulins',
  'du Bocage Inventé',
  'des Monts de Fable',
  'du Pays des Genêts Bleus',
  'de la Vallée du Songe',
  'du Plateau des Grives',
  'des Collines de Papier',
  'du Pays du Grand Détour',
  'des Rives de l’Exemple',
  'du Causse Rêvé',
  'de la Plaine aux Alouettes',
  'du Littoral des Sternes',
  'du Piémont des Fougères',
  'des Marches du Levant',
] as const

export const ASSOCIATIONS = [
  'Clic et Compagnie',
  'Les Claviers',
  'Pixels Partagés',
  'La Souris Curieuse',
  'Octets Solidaires',
  'L’Arobase',
  'Le Fil Connecté',
  'Numérique en Partage',
  'La Prise Multiple',
  'Les Mains sur le Clavier',
  'Cap Connexion',
  'La Boussole Numérique',
  'Le Petit Écran',
  'Virgule et Point Com',
  'Les Connectés',
  'Octave et Pixel',
  'La Bonne Touche',
  'Signal Ouvert',
] as const

export const STREETS = [
  'rue des Tilleuls',
  'rue de la Fontaine',
  'place de la Mairie',
  'avenue des Platanes',
  'rue du Moulin',
  'rue des Écoles',
  'place du Marché',
  'rue de la Gare',
  'chemin du Lavoir',
  'impasse des Lilas',
  'boulevard des Marronniers',
  'rue du Stade',
  'allée des Cerisiers',
  'route de la Forêt',
  'rue Basse',
  'Grande Rue',
  'rue du Puits',
  'cours des Arcades',
  'rue de la Paix',
  'place de l’Église',
  'rue des Jardins',
  'quai des Bateliers',
  'rue du Four',
  'avenue du Parc',
  'square des Roses',
] as const

export const COMPLEMENTS = [
  'Bâtiment B',
  '1er étage',
  'Rez-de-chaussée',
  'Entrée par la cour',
  'À côté de la poste',
  'Salle du conseil',
  'Ancienne école',
  'Derrière la mairie',
] as const

/** "de" before the name of a commune: d'Agde, du Mans, des Ulis, de La Rochelle. */
export function ofName(nom: string): string {
  if (nom.startsWith('Le ')) return `du ${nom.slice(3)}`
  if (nom.startsWith('Les ')) return `des ${nom.slice(4)}`
  return /^[AEIOUYÀÂÉÈÊÎÔŒ]/.test(nom) ? `d'${nom}` : `de ${nom}`
}

const SLUG_LENGTH = 40

/** A name as a part of an invented address: lower case, no accent, hyphens, whole words up to 40 characters. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe')
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return slug.length > SLUG_LENGTH ? slug.slice(0, SLUG_LENGTH + 1).replace(/-[^-]*$/, '') : slug
}
