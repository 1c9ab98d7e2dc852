/** What `/accessibilite` says of the check of the 106 criteria; docs/accessibilite.md, criterion by criterion, is tested to agree. */
export const DECLARATION = {
  /** Day of the last check, ISO. */
  date: '2026-11-24',
  respectes: 58,
  nonRespectes: 0,
  sansObjet: 45,
  nonVerifies: 3,
}
