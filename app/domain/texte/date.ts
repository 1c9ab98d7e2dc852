/** The day of an instant in Greenwich, YYYY-MM-DD. `instant` may be a local time laid out as if it were Greenwich's. */
export function dateUtc(instant: Date | number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

/** The day of what a page, a report or an import says it was seen on, YYYY-MM-DD: one for everyone, wherever they are. */
export function aujourdhui(): string {
  return dateUtc(Date.now())
}
