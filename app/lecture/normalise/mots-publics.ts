import { fold, foldCommune } from '#app/domain/texte/fold.ts'
import { readEmbeddedColumn } from '../read-embedded.ts'

/** Words of services and of what holds them: none of them is the name of a person. */
const SERVICES = `
accompagnement accueil action actions adjoint admin administration agence agglo agglomeration aide animation annexe antenne asso
association atelier biblio bibliotheque boutique bureau bus cabinet cafe caf camsp campus cantine carrefour cas cc ccas cciaf
cdc centre cer cfa cias cidff citoyenne clic club cnfs com commune communaute communication compta conseil conseiller
conseillere conseillers contact coordination coordo cs csc csr culture culturel culturelle cyber cyberbase cybercentre
departement direction directeur directrice eco ecole emploi enfance epe epi epicerie epn espace etablissement fabrique fablab
famille familial familles federation ferme foyer fr france fs gestion groupe hopital info infos informatique initiatives
inclusion insertion itinerante jeunes jeunesse labo learning local locale ludotheque mairie maison mda mds mediateur mediation
mediatheque mediatrice mfr mfs mission mjc mobile msa msap msp multimedia nature num numerique office organisation parc
permanence pij pimms point pole poste prefecture president presidence projet public pvs quartier reception relais residence
ressource ressources rh rsa rural rurale rurales salle san sante secretaire secretariat secretariatgeneral service services site
sivom social sociale socioculturel solidaire solidarite sport syndicat tiers tierslieu tierslieux tourisme usagers union vie
village ville villa
`

/** Words of regions and seas, which stand after a first name in names of services ("Ariane Méditerranée"). */
const CONTREES = `
alpes alsace aquitaine atlantique auvergne bretagne centre corse est france grand ile languedoc limousin loire lorraine
mediterranee midi nord normandie occitanie ocean oise ouest paca pays picardie provence pyrenees rhone savoie sud val vallee
vendee
`

/** Folded words that no person is named by. */
export const MOTS_DE_SERVICE: ReadonlySet<string> = new Set(`${SERVICES} ${CONTREES}`.trim().split(/\s+/))

/** The persons whom schools, squares and libraries are named after: a place so named is not a person's. */
const NOMS_DE_LIEUX = `
Abbé Pierre, Agnès Varda, Aimé Césaire, Albert Camus, Albert Schweitzer, Alexandre Dumas, Alfred de Musset, Alphonse Daudet,
Ambroise Croizat, Anatole France, André Malraux, Anne Frank, Antoine de Saint-Exupéry, Aristide Briand, Arthur Rimbaud,
Berthie Albrecht, Betty Albrecht, Blaise Cendrars, Blaise Pascal, Boris Vian, Camille Claudel, Charles Baudelaire,
Charles de Gaulle, Charles Péguy, Charlotte Delbo, Claude Bernard, Claude Debussy, Claude Monet, Danielle Casanova,
Danielle Mitterrand, Edith Piaf, Edouard Herriot, Edouard Vaillant, Elsa Triolet, Emile Zola, Ernest Renan, Federico Fellini,
Felix Eboué, Félix Éboué, Flora Tristan, Frantz Fanon, Frédéric Chopin, Frédéric Mistral, François Mitterrand, François Mauriac,
François Rabelais, François Villon, Frida Kahlo, Gabriel Péri, George Sand, Georges Brassens, Georges Bizet, Georges Pompidou,
Georges Brassens, Georges Clemenceau, Gérard Philipe, Germaine Tillion, Gisèle Halimi, Guillaume Apollinaire,
Gustave Eiffel, Gustave Flaubert, Guy de Maupassant, Guy Môquet, Guy Moquet, Hannah Arendt, Hector Berlioz, Henri Barbusse,
Henri Dunant, Henri Matisse, Hélène Boucher, Honoré de Balzac, Jacques Brel, Jacques Cartier, Jacques Duclos, Jacques Prévert,
Jacques Tati, Jean Bart, Jean Cocteau, Jean de La Fontaine, Jean Ferrat, Jean Giono, Jean Jaurès, Jean Macé, Jean Mermoz, Jean Monnet,
Jean Moulin, Jean Rostand, Jean Vilar, Jean Zay, Jean-Jacques Rousseau, Jean-Paul Sartre, Jeanne d'Arc, Joliot Curie,
Joséphine Baker, Joseph Kessel, Jules Ferry, Jules Guesde, Jules Michelet, Jules Verne, Julien Gracq, Léo Ferré, Léo Lagrange,
Léon Blum, Léon Gambetta, Léopold Sédar Senghor, Louis Aragon, Louis Armand, Louis Braille, Louis Pasteur, Louise Michel, Louise Weiss,
Lucie Aubrac, Ludwig van Beethoven, Maurice Genevoix, Maurice Ravel, Maurice Thorez, Marcel Cachin, Marcel Pagnol,
Marcel Paul, Marcel Proust, Marc Sangnier, Marguerite Duras, Marguerite Yourcenar, Maria Casarès, Maria Montessori, Marie Curie, Marie Laurencin,
Martin Luther King, Maximilien Robespierre, Max Jacob, Max Ernst, Michel de Montaigne, Missak Manouchian, Nelson Mandela, Niki de Saint Phalle, Nina Simone,
Olympe de Gouges, Pablo Neruda, Pablo Picasso, Paul Bert, Paul Cézanne, Paul Eluard, Paul Éluard, Paul Langevin, Paul Valéry, Paul Verlaine,
Pauline Kergomard, Pierre Bérégovoy, Pierre Brossolette, Pierre Curie, Pierre Mendès France, Pierre de Ronsard, Pierre Semard,
René Cassin, René Char, Robert Desnos, Robert Doisneau, Robert Schuman, Roger Salengro, Romain Rolland, Rosa Bonheur,
Rosa Luxemburg, Rosa Parks, Salvador Allende, Samuel Paty, Simone de Beauvoir, Simone Signoret, Simone Veil, Simone Weil, Sonia Delaunay,
Stéphane Hessel, Suzanne Lenglen, Victor Hugo, Victor Schoelcher, Vincent Auriol, Vincent van Gogh, Violette Leduc, Voltaire, Yves Montand
`

export const EPONYMES: ReadonlySet<string> = new Set(NOMS_DE_LIEUX.split(',').map(fold))

const TERRITOIRES = ['communes.csv', 'anciennes.csv', 'departements.csv', 'regions.csv']

let territoires: ReadonlySet<string> | null = null

/** True for the folded name of a commune of today or of the past, of a department, of a region: "martin eglise", "la creuse". Read when first asked. */
export function isNomDeTerritoire(nom: string): boolean {
  territoires ??= new Set(TERRITOIRES.flatMap((file) => readEmbeddedColumn(file, 'nom').map(foldCommune)))
  const name = foldCommune(nom)
  return territoires.has(name) || territoires.has(name.replace(/^(?:la|le|les|l) /, ''))
}
