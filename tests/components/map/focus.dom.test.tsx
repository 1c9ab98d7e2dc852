import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, test } from 'vitest'
import { rememberMarks } from '#app/components/map/clusters/api.ts'
import { createClustersApi } from '#app/components/map/clusters/service.ts'
import PlacesMap from '#app/components/map/places-map.client.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const FOCUSABLE =
  'a[href], button, input, select, textarea, iframe, [tabindex], [contenteditable], summary, audio, video'

let unmount = () => {}
afterEach(() => act(async () => unmount()))

async function mount(): Promise<HTMLElement> {
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  const clusters = createClustersApi()
  unmount = () => {
    root.unmount()
    host.remove()
  }
  await act(async () =>
    root.render(
      <PlacesMap
        clusters={clusters}
        marks={rememberMarks(clusters.marks)}
        contours={[]}
        loaded={{ total: 0, territoires: [] }}
        failed={false}
        couches={{ structure: 'prete' }}
        localised={null}
        ailleurs=""
        cadre={[]}
        tuiles={{
          url: 'https://tuiles.example/{z}/{x}/{y}.png',
          attribution: '<a href="https://www.ign.fr/">© IGN</a>',
          maxZoom: 18,
        }}
        fichesUrl="/fiches.json"
        nomsUrl="/noms.json?v=1"
        repere={null}
        vides={['976']}
        onRetry={() => {}}
      />,
    ),
  )
  return host
}

test('nothing inside the hidden map takes the focus', async () => {
  const hidden = (await mount()).querySelectorAll('[aria-hidden="true"]')
  expect(document.querySelector('[aria-hidden="true"] .leaflet-container')).not.toBeNull()
  for (const element of hidden) expect(element.querySelectorAll(FOCUSABLE)).toHaveLength(0)
})

test('what the map would hold is outside, with its name', async () => {
  const host = await mount()
  const names = Array.from(
    host.querySelectorAll('button'),
    (button) => button.querySelector('.invisible')?.textContent ?? button.textContent,
  )
  expect(names).toEqual([
    'Agrandir la carte',
    'Réduire la carte',
    'France métropolitaine',
    'Guadeloupe',
    'Martinique',
    'Guyane',
    'La Réunion',
    'Mayotte (aucun lieu)',
  ])
  expect(host.querySelector('a[href="https://www.ign.fr/"]')?.textContent).toBe('© IGN')
})

test('every sign of the map has its words', async () => {
  const legend = (await mount()).querySelector('[aria-label="Légende de la carte"]')
  expect(
    Array.from(legend?.querySelectorAll('li') ?? [], (item) => item.textContent?.includes('Lieu d’accueil')),
  ).toContain(true)
  expect(legend?.textContent).toContain('Employeur sans lieu d’accueil connu')
  expect(legend?.textContent).toContain('position approximative')
})
