/** A word centred on `x`, in units of a drawing whose letters are of fifteen. */
type Mot = { x: number; texte: string }
type Boite = { gauche: number; droite: number; haut: number; bas: number }

/** More than these words take by letter, on average, so that none touches the next: a date, a number in bold. */
const LETTRE_DATE = 8.4
const LETTRE_NOMBRE = 10
const LIGNE_MOT = 18
const RANGS = 2

/** Dates under an axis: one that would cover another goes to a second line, and one that fits on neither is left out. */
export function reperesPoses<M extends Mot>(mots: readonly M[]): (M & { rang: number })[] {
  const poses: (M & { rang: number })[] = []
  for (const mot of importance(mots)) {
    const rang = Array.from({ length: RANGS }, (_, one) => one).find((one) => {
      return poses.every(
        (pose) => pose.rang !== one || !couvre(boite(pose, 0, LETTRE_DATE), boite(mot, 0, LETTRE_DATE)),
      )
    })
    if (rang !== undefined) poses.push({ ...mot, rang })
  }
  return poses.sort((a, b) => a.x - b.x)
}

/** Values beside their points, of which `y` is the height: above, else below, else left out when both would cover another. */
export function valeursPosees<M extends Mot & { y: number }>(points: readonly M[]): M[] {
  const poses: M[] = []
  for (const point of importance(points)) {
    const place = [point.y - 11, point.y + 22].find((y) => {
      return poses.every((pose) => !couvre(boite(pose, pose.y, LETTRE_NOMBRE), boite(point, y, LETTRE_NOMBRE)))
    })
    if (place !== undefined) poses.push({ ...point, y: place })
  }
  return poses.sort((a, b) => a.x - b.x)
}

/** The last, the first, then the others from the newest: what a reader needs most keeps its place. */
function importance<M>(mots: readonly M[]): M[] {
  const [premier, ...suite] = mots
  const dernier = suite.pop()
  return [dernier, premier, ...suite.reverse()].filter((mot) => mot !== undefined)
}

/** The ground of a word whose base line is at `y`. */
function boite({ x, texte }: Mot, y: number, lettre: number): Boite {
  const demi = (texte.length * lettre) / 2
  return { gauche: x - demi, droite: x + demi, haut: y - LIGNE_MOT + 4, bas: y + 4 }
}

function couvre(une: Boite, autre: Boite): boolean {
  return une.gauche < autre.droite && autre.gauche < une.droite && une.haut < autre.bas && autre.haut < une.bas
}
