import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFrancais } from '#app/domain/horaires/francais.ts'
import { mergePlages } from '#app/domain/horaires/semaine.ts'
import { expandHoraires } from '#app/lecture/horaires.ts'

const RDV = '"sur rendez-vous"'

describe('hours written in French', () => {
  test.each([
    // Cases 22 and 49, and those of the issue.
    ['du lundi au vendredi de 9h à 12h et de 14h à 17h', 'Mo-Fr 09:00-12:00,14:00-17:00'],
    ['lun-ven 9h-12h / 14h-17h30', 'Mo-Fr 09:00-12:00,14:00-17:30'],
    ['mardi et jeudi matin : 9 h – 12 h', 'Tu,Th 09:00-12:00'],
    ['Lundi : 9h-12h, Mardi : 14h-17h', 'Mo 09:00-12:00; Tu 14:00-17:00'],
    ['Mo–Fr 09:00–12:00', 'Mo-Fr 09:00-12:00'],
    ['Mo-Fr 9h-12h', 'Mo-Fr 09:00-12:00'],
    ['Lu-Ve 09:00-12:00', 'Mo-Fr 09:00-12:00'],
    ['Mar 9h-12h', 'Tu 09:00-12:00'],
    ['Mo, Fr 14:00-17:00 We 9:00-12:00', 'Mo,Fr 14:00-17:00; We 09:00-12:00'],
    ['Mo-Th 10h00-12h30; We off', 'Mo,Tu,Th 10:00-12:30'],
    ['sur rendez-vous', RDV],
    ['lundi 9-12h uniquement sur rdv', `Mo 09:00-12:00 ${RDV}`],
    ['du lundi au jeudi et le samedi : 8h30-12h', 'Mo-Th,Sa 08:30-12:00'],
    ['du lundi au vendredi 9h-17h, fermé le mercredi, fermé les jours fériés', 'Mo,Tu,Th,Fr 09:00-17:00; PH off'],
    ['du lundi au vendredi sauf le mercredi 9h-12h', 'Mo,Tu,Th,Fr 09:00-12:00'],
    ['mardi de 12h à 21h - le week-end de 14h à 19h.', 'Tu 12:00-21:00; Sa,Su 14:00-19:00'],
    ['lundi 9h-12h - 14h-17h', 'Mo 09:00-12:00,14:00-17:00'],
    ['mardi matin 9h-12h, mardi après-midi 14h-17h', 'Tu 09:00-12:00,14:00-17:00'],
    ['samedi de 9h à midi', 'Sa 09:00-12:00'],
    // A full stop of an abbreviation ends no range of days; "tous les lundis" is no other day.
    ['Lun. - Ven. : 09h00 - 12h00 / 13h30 - 17h30', 'Mo-Fr 09:00-12:00,13:30-17:30'],
    ['tous les lundis de 9h à 12h', 'Mo 09:00-12:00'],
    ['chaque jeudi 14h-17h', 'Th 14:00-17:00'],
    ['7j/7 de 9h à 17h', 'Mo-Su 09:00-17:00'],
    ['lundi 9h/12h - 14h/17h', 'Mo 09:00-12:00,14:00-17:00'],
    ['lundi 9h-12h/14h-17h', 'Mo 09:00-12:00,14:00-17:00'],
    ['lundi au vendredi 9h-17h non-stop', 'Mo-Fr 09:00-17:00'],
    ['lundi au vendredi 9h-17h sans interruption', 'Mo-Fr 09:00-17:00'],
    ['le lundi entre 9h et 12h et entre 14h et 17h', 'Mo 09:00-12:00,14:00-17:00'],
    ['lundi, le matin de 9h à 12h et l’après-midi de 14h à 17h', 'Mo 09:00-12:00,14:00-17:00'],
    ['lundi 9 h 30 min → minuit', 'Mo 09:30-24:00'],
    // Closed, behind a colon or before a sign.
    ['Lundi : Fermé - Mardi : 9h-12h - Mercredi : 9h-12h', 'Tu,We 09:00-12:00'],
    ['Lundi : fermé Mardi : 9h-12h', 'Tu 09:00-12:00'],
    // The hours first.
    ['9h-12h le lundi, 14h-17h le mardi', 'Mo 09:00-12:00; Tu 14:00-17:00'],
    ['9h-12h / 14h-17h du lundi au vendredi', 'Mo-Fr 09:00-12:00,14:00-17:00'],
    // An appointment is for the days that it is said of.
    ['lundi : 9h-12h sur RDV ; mardi : 14h-17h', `Mo 09:00-12:00 ${RDV}; Tu 14:00-17:00`],
    ['lundi 9h-12h (sur RDV), mardi 14h-17h', `Mo 09:00-12:00 ${RDV}; Tu 14:00-17:00`],
    ['sur RDV uniquement le mardi 9h-12h', `Tu 09:00-12:00 ${RDV}`],
    ['lundi 9h-12h, mardi 14h-17h sur rendez-vous', `Mo 09:00-12:00 ${RDV}; Tu 14:00-17:00 ${RDV}`],
    ['lundi 9h-12h ; mardi 14h-17h sur rendez-vous', `Mo 09:00-12:00; Tu 14:00-17:00 ${RDV}`],
    ['lundi au vendredi 9h-12h ; samedi sur rendez-vous', `Mo-Fr 09:00-12:00; Sa ${RDV}`],
    ['Lundi : 14h - 18h00Mardi : 9 h - 12 h', 'Mo 14:00-18:00; Tu 09:00-12:00'],
  ])('%s is %s, and the same when read again', (texte, osm) => {
    expect(readFrancais(texte)?.osm).toBe(osm)
    const { semaine, probleme } = expandHoraires(texte)
    expect([semaine, probleme]).toEqual([expandHoraires(osm).semaine, null])
  })

  test.each([
    ['1er mardi du mois 14h-16h'],
    ['9h-12h'],
    ['lundi matin'],
    ['lundi matin et mardi après-midi 14h-17h'],
    ['lundi après-midi et mardi 9h-12h'],
    ['lundi 17h-9h'],
    ['lundi - mercredi - vendredi 9h-12h'],
    ['du lundi au vendredi 9h-17h ; mercredi 9h-12h'],
    ['du lundi au vendredi 9h-12h ; mercredi 14h-17h'],
    ['lundi au vendredi 9h-12h (vendredi 16h30)'],
    ['lundi 9h-12h en période scolaire'],
    ['tous les matins sauf mercredi 9h-12h'],
    ['9h/12h - 14h/17h'],
    ['lundi au vendredi 9h-12h sauf mercredi 14h-17h'],
    ['lundi au vendredi 9h-12h sauf mercredi, samedi 10h-12h'],
    ['lundi 9h-12h et sur RDV mardi 14h-17h'],
    ['lundi 9h-12h sur RDV, 14h-17h'],
    ['lundi 9h-12h sur RDV, mardi 9h-12h sans RDV'],
    ['ouvert lundi fermé mardi 9h-12h'],
    ['lundi au vendredi 9h-12h 14h-17h fermé le mercredi après-midi'],
    ['9h-12h lundi 14h-17h'],
    ['9h-12h / 14h-17h du lundi au vendredi, samedi 9h-12h'],
    ['Mar Mo-Fr 09:00-12:00'],
    // OSM's own words, which French ones would change.
    ['Mar 09:00-12:00'],
    ['Mo 09:00-12:00 || "sur rendez-vous"'],
    ['Mo-Fr 09:00-12:00+'],
    ['semaines paires mardi 9h-12h'],
    ['03 26 00 00 00'],
    ['mardi 14/06 9h-12h'],
  ])('%s is not read: nothing of it is guessed', (texte) => {
    expect(readFrancais(texte)).toBeNull()
    const { semaine, probleme, osm } = expandHoraires(texte)
    const ofOsm = /^M(ar|o)/.test(texte)
    expect([probleme, osm]).toEqual([ofOsm ? null : 'illisible', undefined])
    if (!texte.includes('||')) expect(semaine?.texte).toBe(texte)
  })

  const DITS = [
    ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    ['Lun.', 'Mar.', 'Mer.', 'Jeu.', 'Ven.', 'Sam.', 'Dim.'],
    ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  ]
  const heure = (minutes: number, ecriture: number) => {
    const [h, m] = [Math.floor(minutes / 60), minutes % 60]
    if (ecriture === 0) return `${h}h${m ? String(m).padStart(2, '0') : ''}`
    return ecriture === 1 ? `${h} h ${String(m).padStart(2, '0')}` : `${h}:${String(m).padStart(2, '0')}`
  }
  const matin = fc.tuple(fc.integer({ min: 28, max: 40 }), fc.integer({ min: 41, max: 48 }))
  const soir = fc.tuple(fc.integer({ min: 49, max: 60 }), fc.integer({ min: 61, max: 80 }))
  const jours = fc.array(fc.constantFrom(null, 'matin', 'soir', 'deux'), { minLength: 7, maxLength: 7 })
  test('whatever the week, what is written of it is what is read', () => {
    fc.assert(
      fc.property(
        ...[
          jours,
          matin,
          soir,
          fc.constantFrom(0, 1, 2),
          fc.constantFrom(0, 1, 2),
          fc.constantFrom(' ; ', ', ', ' et '),
        ],
        (semaine, am, pm, langue, ecriture, entre) => {
          const tranches = (dit: string | null) => [...(dit === 'soir' ? [] : [am]), ...(dit === 'matin' ? [] : [pm])]
          const dites = semaine.flatMap((dit, jour) => {
            if (dit === null) return []
            const slots = tranches(dit).map(([de, a]) => `de ${heure(de * 15, ecriture)} à ${heure(a * 15, ecriture)}`)
            return [`${DITS[langue]?.[jour]} ${slots.join(' et ')}`]
          })
          const attendues = semaine.flatMap((dit, jour) =>
            dit === null
              ? []
              : tranches(dit).map(([de, a]) => ({ debut: jour * 1440 + de * 15, fin: jour * 1440 + a * 15 })),
          )
          const lu = readFrancais(dites.join(entre))
          expect(lu?.plages ?? []).toEqual(mergePlages(attendues))
          if (lu) expect(expandHoraires(lu.osm).semaine?.plages).toEqual(lu.plages)
        },
      ),
      { numRuns: 60 },
    )
  })
})
