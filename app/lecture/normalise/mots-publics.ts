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
Abbé Pierre, Abel Gance, Adrienne Bolland, Agnès Varda, Aimé Césaire, Alain Colas, Alain Mimoun, Albert Camus, Albert
Einstein, Albert Lebrun, Albert Schweitzer, Albert Thomas, Albert Uderzo, Alexandre Dumas, Alfred de Musset, Alfred de
Vigny, Alfred Sisley, Alphonse Daudet, Alphonse de Lamartine, Alphonse Karr, Ambroise Croizat, Ambroise Paré, Anatole
France, André Chénier, André Gide, André Maginot, André Malraux, André-Marie Ampère, Andrée Chedid, Angela Davis, Anne
Frank, Antoine de Saint-Exupéry, Antoine Lavoisier, Aristide Briand, Arthur Rimbaud, Assia Djebar, Auguste Blanqui,
Auguste Delaune, Auguste Lumière, Auguste Renoir, Auguste Rodin, Bernard Palissy, Berthe Morisot, Berthie Albrecht,
Betty Albrecht, Blaise Cendrars, Blaise Pascal, Bob Marley, Boby Lapointe, Boris Vian, Camille Claudel, Camille
Desmoulins, Camille Flammarion, Camille Guérin, Camille Pissarro, Célestin Freinet, Césaria Évora, Charles Aznavour,
Charles Baudelaire, Charles de Gaulle, Charles Dullin, Charles Fourier, Charles Gounod, Charles Michels, Charles
Péguy, Charles Perrault, Charles Trenet, Charlotte Delbo, Christine de Pizan, Claude Bernard, Claude Chappe, Claude
Debussy, Claude Lévi-Strauss, Claude Lorrain, Claude Monet, Claude Nougaro, Claude Simon, Clément Ader, Colette
Besson, Danielle Casanova, Danielle Mitterrand, Denis Diderot, Denis Papin, Django Reinhardt, Edith Piaf, Edmond
Rostand, Edouard Branly, Edouard Glissant, Edouard Herriot, Edouard Manet, Edouard Vaillant, Elisabeth Badinter, Ella
Fitzgerald, Elsa Triolet, Emile Basly, Emile Combes, Emile Durkheim, Emile Littré, Emile Roux, Emile Zola, Eric
Tabarly, Erik Satie, Ernest Renan, Eugène Delacroix, Eugène Varlin, Eugénie Cotton, Evariste Galois, Federico Fellini,
Felix Eboué, Félix Pyat, Fernand Léger, Fernand Pelloutier, Flora Tristan, Florence Arthaud, Francis Jammes, François
Arago, François Mauriac, François Mitterrand, François Rabelais, François Truffaut, François Villon, Françoise Dolto,
Françoise Sagan, Franklin Roosevelt, Frantz Fanon, Frédéric Chopin, Frédéric Mistral, Frida Kahlo, Gabriel Fauré,
Gabriel Péri, Gaston Doumergue, Gaston Leroux, Gaston Monnerville, George Sand, Georges Bernanos, Georges Bizet,
Georges Braque, Georges Brassens, Georges Charpak, Georges Clemenceau, Georges Courteline, Georges de La Tour, Georges
Guingouin, Georges Méliès, Georges Perec, Georges Pompidou, Georges Seurat, Georges Simenon, Gérard de Nerval, Gérard
Philipe, Germaine Richier, Germaine Tillion, Gisèle Halimi, Guillaume Apollinaire, Gustave Courbet, Gustave Eiffel,
Gustave Flaubert, Guy de Maupassant, Guy Môquet, Hannah Arendt, Hector Berlioz, Hélène Boucher, Henri Barbusse, Henri
Becquerel, Henri Bergson, Henri Dunant, Henri Matisse, Henri Rol-Tanguy, Henri Rousseau, Henri Sellier, Henri Wallon,
Henry Dunant, Honoré de Balzac, Hubertine Auclert, Irène Joliot-Curie, Jacqueline Auriol, Jacques Anquetil, Jacques
Brel, Jacques Cartier, Jacques Duclos, Jacques Monod, Jacques Prévert, Jacques Tati, Jacques-Yves Cousteau, Jean
Aicard, Jean Anouilh, Jean-Antoine Chaptal, Jean-Baptiste Charcot, Jean-Baptiste Clément, Jean Bart, Jean Bouin, Jean
Carmet, Jean-Claude Izzo, Jean Cocteau, Jean d'Ormesson, Jean Dausset, Jean de La Fontaine, Jean Ferrat, Jean-François
Champollion, Jean Gabin, Jean Giono, Jean-Jacques Rousseau, Jean Jaurès, Jean Lebas, Jean Macé, Jean Marais, Jean
Mermoz, Jean Monnet, Jean Moulin, Jean-Paul Sartre, Jean Perrin, Jean Piaget, Jean-Pierre Timbaud, Jean Prouvé, Jean
Racine, Jean Renoir, Jean Richepin, Jean Rostand, Jean Rouch, Jean Vilar, Jean Zay, Jeanne d'Arc, Jesse Owens, Joan
Baez, Joan Miro, Joë Bousquet, John Kennedy, John Lennon, Joliot Curie, Joseph Delteil, Joseph Kessel, Joseph
Roumanille, Joséphine Baker, Jules Ferry, Jules Grévy, Jules Guesde, Jules Michelet, Jules Renard, Jules Romains,
Jules Supervielle, Jules Vallès, Jules Verne, Julien Gracq, Karl Marx, Léo Ferré, Léo Lagrange, Léon Blum, Léon
Bourgeois, Léon Gambetta, Léon Jouhaux, Léopold Sédar Senghor, Lino Ventura, Louis Aragon, Louis Armand, Louis
Armstrong, Louis Blanc, Louis Blériot, Louis Braille, Louis Delgrès, Louis Lumière, Louis Pasteur, Louis Pergaud,
Louise Labé, Louise Michel, Louise Weiss, Louison Bobet, Lucie Aubrac, Ludwig van Beethoven, Madeleine Brès, Marc
Chagall, Marc Sangnier, Marcel Aymé, Marcel Cachin, Marcel Cerdan, Marcel Pagnol, Marcel Paul, Marcel Proust, Marcel
Sembat, Marcelin Berthelot, Marguerite Durand, Marguerite Duras, Marguerite Yourcenar, Maria Casarès, Maria Deraismes,
Maria Montessori, Marie Curie, Marie Laurencin, Marie Marvingt, Marie Pape-Carpantier, Martin Luther King, Maryse
Bastié, Maryse Condé, Maurice Baquet, Maurice Berteaux, Maurice Genevoix, Maurice Leblanc, Maurice Ravel, Maurice
Thorez, Max Ernst, Max Jacob, Maximilien Robespierre, Michel de Montaigne, Michel Serres, Miriam Makeba, Missak
Manouchian, Nathalie Sarraute, Nelson Mandela, Nicolas Poussin, Niki de Saint Phalle, Nina Simone, Olympe de Gouges,
Pablo Neruda, Pablo Picasso, Patrice Lumumba, Paul Bert, Paul Cézanne, Paul Claudel, Paul Doumer, Paul Eluard,
Paul-Emile Victor, Paul Gauguin, Paul Langevin, Paul Signac, Paul Vaillant-Couturier, Paul Valéry, Paul Verlaine,
Pauline Kergomard, Pierre Bérégovoy, Pierre Brossolette, Pierre Corneille, Pierre Curie, Pierre de Coubertin, Pierre
de Ronsard, Pierre Loti, Pierre Mendès France, Pierre Semard, Prosper Mérimée, Raoul Dufy, Raoul Follereau, Raymond
Aubrac, Raymond Poincaré, Raymond Queneau, René Cassin, René Char, René Goscinny, Robert Badinter, Robert Delaunay,
Robert Desnos, Robert Doisneau, Robert Schuman, Robert Schumann, Roger Salengro, Roland Dorgelès, Roland Garros,
Romain Gary, Romain Rolland, Rosa Bonheur, Rosa Luxemburg, Rosa Parks, Salvador Allende, Salvador Dali, Samuel Paty,
Serge Gainsbourg, Simone de Beauvoir, Simone Signoret, Simone Veil, Simone Weil, Sonia Delaunay, Stéphane Hessel,
Suzanne Lenglen, Suzanne Valadon, Théodore Aubanel, Théodore Géricault, Théophile Gautier, Thomas Sankara, Toussaint
Louverture, Victor Hugo, Victor Schoelcher, Victor Vasarely, Vincent Auriol, Vincent van Gogh, Violette Leduc,
Voltaire, Wangari Maathai, Winston Churchill, Yves Montand
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
