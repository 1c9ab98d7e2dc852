/**
 * What the list of a cell says to a script that knows where one is in it. `apres`: the sentence after its count, null when
 * the sentence counts something else; `rayon`: in km; `classee`: nearest first; `ailleurs`: latitudes and longitudes, one
 * after the other, of the places of the list that are on its other pages.
 */
export type Autour = { apres: string | null; rayon: number; classee: boolean; ailleurs: number[] }
