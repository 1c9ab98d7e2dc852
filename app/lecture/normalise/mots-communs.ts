import { fold } from '#app/domain/texte/fold.ts'
import { readEmbeddedColumn } from '../read-embedded.ts'

/** What associations, places and mailboxes are called, beside the words of services; some of them are first names too. */
const COMMUNS = `
abri academie acces accompagner acteur acteurs actif active actives adherents agir agora agricole aides aine aines ainee alliance
alpha ami amie amies amis amitie amities ange antenne apprendre apprentis arc arche archipel argent art arts assistance assistant
assistante assos atout atouts aube aurore autonomie avenir aventure avril baie bas basse bassin belle belles berceau bibli bien
biens bis blanc blanche bleu bleue bocage bois bonjour bonne bons bouge boussole budget buisson canal canton capitaine caravane
cercle chambre chance chantier chantiers charge chateau chemin chemins chouette ciel citoyen citoyens clair claire clairiere clef
clementine clientele cloitre coeur collectif collectivite collectivites college colline collines commerce comptable
confluence confluences connect connecte connectes copain copains corail cote coteau coteaux coup courrier cours couture coworking
createurs creative creatif creation croix cube cultura cultures dame declic declics defi defis demain demarche demarches
departementale developpement devenir dialogue dispositif domaine domicile donjon droit droits durable eau ecole ecoles economie
ecoute ecrire education elan eleves elus emplois energie energies enfant enfants ensemble entente entraide entreprise entreprises
envie ermitage escale esp espaces esperance espoir essor est etang etape etincelle etoile eveil expression fabrik faire famille
femme femmes ferme fete fille filles fleur fleurs flore fontaine foret formation formations forme forum francais francaise
franceservice franceservices fraternite galerie gare gendarmerie general generale generation generations grain grand grande grandes
grands grange guichet guichetunique habitant habitants habitat halle halles handicap harmonie haut haute hautes hauts hello histoire
horizon horizons hotel humain humaine ici idee idees ile iles immeuble infirmier initiative innovation 
intercom intercommunal intercommunale international itinerance itinerante jardin jardins jaune jeu jeune jeux joie jour
jours juin justice lab labos lac langue langues leader lecture liberte librairie licorne lieux lien liens ligue livre livres
locale logement logis loisir loisirs lumiere lune lycee main mains maire maisons malice mare marche marin
marine maquis mas media medias mediation mediterraneen membre merveille merveilles metropole metropolitain mieux mobilite
 monde montagne mosaique mot mots moulin moulins moyen multi musee musique nation national nationale neuf neuve noel noir noire
nord noreply nous nouveau nouvel nouvelle nouvelles numerik oasis olive ombre onde opera or orange orchidee ordi ordinateur
orientation ouvert ouverte paix papillon paroisse parcours parent parentalite parents parole parrain partage partages partenaire
partenaires pas passage passerelle passerelles pays paysan perle permanences perspective petit petite petites petits pilote
place plage plaine plaisir planete plateau plateforme plume plus point points pont ponts populaire port porte portes prairie
premier presse prevention prince princesse proximite prudence public publique publiques publics puzzle quartiers quatre quai radio
reception recherche recyclerie referent referente region regional regionale regie reinsertion relations rencontre rencontres
reponse reseau reseaux responsable restaurant retraite reussir reussite riviere roche rond rose rosier rosiers rouge route ruche
saison saisons salon sage savoir savoirs sciences scolaire secours secretariats securite seigneurie senior seniors sensible
serenite siege sites soleil solidaires solidarites sortie soutien sport sports standard station studio sucre support synergie
systeme table technique temps terrain terre terres territoire territoires territorial territoriale theatre tissu tous tout tour
trait transition travail travailleurs tremplin trois tunnel tutelle tuteurs unique unite universite urbain urbaine urgence usager
vacances vallon vallons vallee vallees val verger vert verte verts victoire vigne vignes vignoble vignobles violette vivre
voie voies voile volant voyage voyageurs web yeux
`

/** Folded words that no family name is told from by their letters. */
export const MOTS_COMMUNS: ReadonlySet<string> = new Set(COMMUNS.trim().split(/\s+/))

/** Family names that thousands bear, those apart that are common words as well. */
export const NOMS_COURANTS: ReadonlySet<string> = new Set(
  `andre arnaud aubert barbier benard benoit bernard berger bertrand besson blanchard bonnet boucher bouvier boyer brunet caron carpentier
  chevalier clement colin cousin daniel david denis dubois dufour dumas dumont dupont dupuis dupuy durand duval etienne fabre faure
  fernandez fournier francois gaillard garcia garnier gauthier gautier gerard germain giraud girard gonzalez guerin guillaume
  guillot guichard hamon henry hubert humbert jacob jacquet jacques joly julien lacroix lambert laurent leclerc leclercq lecomte lefebvre
  lefevre legrand lemaire lemoine leroux leroy lopez louis lucas maillard marchand martin martinez masson mathieu menard mercier meunier
  meyer michaud michel moreau morel morin muller nicolas olivier pascal perez perret perrin perrot philippe picard pierre
  renard renaud rey richard robert robin rodriguez roger rolland rousseau roussel roux royer sanchez schmitt schneider
  simon tessier thomas vidal vincent weber`.split(/\s+/),
)

let mots: ReadonlySet<string> | null = null

/** True for a word of the name of a commune, of today or of the past, of a department, of a region; or for its whole name run together. Read when first asked. */
export function isMotDeTerritoire(word: string): boolean {
  mots ??= new Set(
    ['communes.csv', 'anciennes.csv', 'departements.csv', 'regions.csv']
      .flatMap((file) => readEmbeddedColumn(file, 'nom'))
      .flatMap((nom) => {
        const words = fold(nom).split(' ')
        return [words.join(''), ...words.filter((one) => one.length > 2)]
      }),
  )
  return mots.has(word)
}
