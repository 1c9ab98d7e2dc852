const PARIS = 'Europe/Paris'

// docs/regles.md §13. Every other department is on the time of Paris, Corsica included.
const FUSEAU_DU_DEPARTEMENT = new Map([
  ['971', 'America/Guadeloupe'],
  ['972', 'America/Martinique'],
  ['973', 'America/Cayenne'],
  ['974', 'Indian/Reunion'],
  ['975', 'America/Miquelon'],
  ['976', 'Indian/Mayotte'],
  ['977', 'America/Guadeloupe'],
  ['978', 'America/Guadeloupe'],
  ['984', 'Indian/Kerguelen'],
  ['986', 'Pacific/Wallis'],
  ['987', 'Pacific/Tahiti'],
  ['988', 'Pacific/Noumea'],
])

// French Polynesia has three times: UTC−10 in Tahiti, −9:30 in the Marquises, −9 in Gambier.
const FUSEAU_DE_LA_COMMUNE = new Map([
  ['98718', 'Pacific/Marquesas'], // Fatu-Hiva
  ['98723', 'Pacific/Marquesas'], // Hiva-Oa
  ['98731', 'Pacific/Marquesas'], // Nuku-Hiva
  ['98746', 'Pacific/Marquesas'], // Tahuata
  ['98756', 'Pacific/Marquesas'], // Ua-Huka
  ['98757', 'Pacific/Marquesas'], // Ua-Pou
  ['98719', 'Pacific/Gambier'],
])

/**
 * IANA time zone of a place, from its department ("01", "2A", "974", "988") and, where one department has
 * several zones, its commune's INSEE code. Europe/Paris when the department is unknown.
 */
export function fuseauDe(departement: string | null, commune: string | null = null): string {
  const deLaCommune = commune === null ? undefined : FUSEAU_DE_LA_COMMUNE.get(commune)
  if (deLaCommune !== undefined) return deLaCommune
  return (departement === null ? undefined : FUSEAU_DU_DEPARTEMENT.get(departement)) ?? PARIS
}
