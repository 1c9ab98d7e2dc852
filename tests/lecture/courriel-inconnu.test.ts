import { describe, expect, test } from 'vitest'
import { isPersonal } from '#app/lecture/normalise/personne.ts'

const LIEU = { nom: 'France services de Limoux', commune: 'Limoux', adresse: '1 rue des Exemples' }
const VILLE = '@ville-exemple.example'

describe('the address of a person whose first name no list has', () => {
  test.each([
    ['two words that nothing explains', `zeldine.exempleux${VILLE}`],
    ['the same at a mail provider', 'zeldine_exempleux@gmail.com'],
    ['a double family name', `zeldine.exempleux-virnot${VILLE}`],
    ['a family name with a particle that no place has', `zeldine.exempla-da-virna${VILLE}`],
    ['the initials of a double first name', `jb.exempleux${VILLE}`],
    ['the same', `fx.exempleux${VILLE}`],
    ['a first name alone', `nathalie${VILLE}`],
    ['a first name after a service', 'accueil.sandrine@gmail.com'],
  ])('%s: %s', (_, courriel) => {
    expect(isPersonal(courriel, LIEU)).toBe(true)
  })

  test.each([
    ['two words of associations', `guichet.unique${VILLE}`],
    ['the same', 'bassin-limouxin@exemple.example'],
    ['a common word and its number', 'multi-sites@exemple.example'],
    ['a word that holds a service', 'mesdemarches-francservices@exemple.example'],
    ['a service and a word', `mairie.exempleux${VILLE}`],
    ['a word of the place, its letters run together', 'centre.ruedesexemples@exemple.example'],
    ['the initials of the place and a word of it', 'efsl.limoux@exemple.example'],
    ['words of communes', 'vallet.lisieux@exemple.example'],
    ['initials of a service', 'cs.exemplerie@exemple.example'],
    ['a first name that the place bears', 'nathalie@exemple.example', { ...LIEU, nom: 'Chez Nathalie' }],
    ['a first name that is a commune', 'florence@exemple.example', { ...LIEU, commune: 'Florence' }],
    ['a first name that is the domain', 'nathalie@nathalie.example'],
    [
      'a first name that is the initials of the place',
      'carl@a.example',
      { nom: "Communauté d'agglomération Rive Large" },
    ],
    ['Marianne', 'marianne@gouv.example'],
    ['a mailbox of the France services', 'zeldine.exempleux@france-services.gouv.fr'],
  ])('not that of %s: %s', (_, courriel, cells: Record<string, string> = LIEU) => {
    expect(isPersonal(courriel, cells)).toBe(false)
  })
})

describe('the initial of a first name run together with a family name', () => {
  test.each([
    ['a family name that is a first name', `gphilippe${VILLE}`],
    ['two initials', `jlrichard${VILLE}`],
    ['a common family name', `pdurand${VILLE}`],
    ['letters that begin no word', `mvexempleux${VILLE}`],
    ['the same', `rkvirnot${VILLE}`],
    ['a first name and a family name', `nathalieexempleux${VILLE}`],
  ])('%s: %s', (_, courriel) => {
    expect(isPersonal(courriel, LIEU)).toBe(true)
  })

  test.each([
    ['a service before its place', `mdslimoux${VILLE}`],
    ['a service before a saint', `stmartin${VILLE}`],
    ['initials alone', `mdsvpt${VILLE}`],
    ['a word that begins as words do', `chalet${VILLE}`],
    ['a word with its article', `laboussole${VILLE}`],
    ['a service in the word', `mvfranceservices${VILLE}`],
    ['a trade and a common word', `tgeneral${VILLE}`],
    ['a valley', `ptvaldexemple${VILLE}`],
    ['letters that begin no word, at a mail provider', 'mvexempleux@gmail.com'],
    ['a commune', `lerobert${VILLE}`],
    ['a word of the domain', 'rvexempleux@rvexempleux.example'],
  ])('not %s: %s', (_, courriel) => {
    expect(isPersonal(courriel, LIEU)).toBe(false)
  })
})
