import { Histogram, Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { addDuree, createDurees } from '#scripts/serve/durees.ts'

test('durations are written as prom-client itself would, to the letter', async () => {
  const [ours, theirs] = [new Registry(), new Registry()]
  const durees = createDurees(ours)
  const histogram = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the headers of a request to the last byte of its answer.',
    labelNames: ['route'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [theirs],
  })
  // At a bound, on both sides of one, and beyond the last.
  for (const seconds of [0, 0.001, 0.0011, 0.05, 0.3, 2.5, 10, 10.1, 60])
    for (const route of ['/', '/communes/:code']) {
      addDuree(durees.of(route), seconds)
      histogram.observe({ route }, seconds)
    }
  addDuree(durees.of('*'), 0.02)
  // Known, and never asked.
  durees.of('/jamais')
  histogram.observe({ route: '*' }, 0.02)
  expect(await ours.metrics()).toBe(await theirs.metrics())
})
