import type { Champ } from '#app/domain/champs.ts'
import { among } from './among.server.ts'
import type { Db } from './connect.server.ts'
import { lieuValeur } from './schema.ts'

export type Valeurs = Partial<Record<Champ, string[]>>

/** The multi-valued fields of some places. */
export function valeursByLieu(db: Db, numeros: number[]): Map<number, Valeurs> {
  const rows = db
    .select({ numero: lieuValeur.lieuNumero, champ: lieuValeur.champ, valeur: lieuValeur.valeur })
    .from(lieuValeur)
    .where(among(lieuValeur.lieuNumero, numeros))
    .orderBy(lieuValeur.lieuNumero, lieuValeur.champ, lieuValeur.valeur)
    .all()
  const found = new Map<number, Valeurs>()
  for (const { numero, champ, valeur } of rows) {
    const valeurs = found.get(numero) ?? {}
    found.set(numero, valeurs)
    valeurs[champ] = [...(valeurs[champ] ?? []), valeur]
  }
  return found
}
