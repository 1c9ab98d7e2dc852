import { fold } from '#app/domain/texte/fold.ts'

/**
 * First names in use in France, for telling `prenom.nom@` from a service's address. Words that are also
 * common in the names of services or towns (florence, lorraine, charlotte…) are kept: withholding one
 * address too many is the safer fault. "martin", "michel", "vincent"… with "saint" before them never match,
 * since only the first word counts.
 */
const LIST = `
adele adeline adrien agathe agnes aicha alain alan albert alex alexandra alexandre alexia alexis alice aline alison alix alois
amandine amelie amina anais anastasia andre andrea andree ange angela angele angelique anissa anita ann anna anne annick annie
anouk anthony antoine antonin apolline ariane armand armelle arnaud arthur astrid aude audrey augustin aurelia aurelie aurelien
aurore axel axelle aymeric baptiste barbara bastien beatrice benedicte benjamin benoit berenice bernadette bernard bertrand
blandine boris brice brigitte bruno camille candice carine carl carla carole caroline catherine cathy cecile cedric celia celine
chantal charlene charles charlotte chloe christel christele christelle christian christiane christine christophe claire clara
clarisse claude claudia claudine clea clemence clement clementine clothilde clotilde colette colin constance coralie corentin
corinne cyndie cynthia cyril cyrille cyrielle damien daniel daniele danielle daphne david deborah delphine denis denise diane
didier dimitri dominique donovan dorian doriane dorothee dylan eddy edith edouard elea elena eleonore elian eliane elie eline
elisa elisabeth elise elodie eloise elsa elvire emeline emeric emilie emilien emma emmanuel emmanuelle enora enzo eric erika
erwan erwann estelle esther ethan etienne eugenie eva evan evelyne ewen fabien fabienne fabrice fanny farid fatiha fatima fatma
faustine felix ferdinand fiona flavie flavien floriane florence florent florian francine francis franck francois francoise
frank fred frederic frederique gabriel gabrielle gael gaelle gaetan gaspard gautier genevieve geoffrey georges gerald geraldine
gerard germain ghislain ghislaine gilbert gildas gilles gisele gregoire gregory guillaume gustave guy gwenaelle gwendoline
hakim hamid hamza hanane hassan helena helene heloise henri herve hubert hugo hugues ibrahim ines ingrid irene iris isabelle
ismael ivan jack jacky jacqueline jacques jade jamila jan janine jason jean jeanne jeannine jennifer jeremie jeremy jerome
jessica jessy jimmy joachim joan joana joanna jocelyn jocelyne joel joelle johan johann johanna johnny jonas jonathan jordan
jose joseph josephine josette josiane josselin joyce juan judith jules julia julian juliane julie julien juliette justin
justine karen karim karima karin karine karl katia kelly ken kevin khadija killian kim kylian laetitia lara laura laure laurence
laurent laurette laurie laurine lea leila leo leon leonard leonie leopold leslie lilian liliane lily lina linda lionel lisa lise
loic lois lola lorena lorenzo lou louis louise louka loup luc luca lucas lucie lucien lucienne ludivine ludovic lydia lydie lyse
madeleine madison mael maelle maeva magali maite malek malika malo manon marc marcel marceline marcelle margaux margot
marguerite maria marianne marie marielle marina marine marion marius marjolaine marjorie marlene martial martin martine
maryline maryse maryvonne mathias mathieu mathilde mathis mathys matteo matthias matthieu maud maurice max maxence maxime
mehdi melanie melina melinda melissa melodie mehmet michael michel michele micheline mickael miguel mireille mohamed mohammed
monica monique morgan morgane mounir mourad muriel mustapha myriam nabil nabila nadege nadia nadine najat nancy naomi narjis
nassim natacha natalia nathalie nathan nelly nicolas nicole nina ninon noa noah noe noel noelie noella noelle noemie nolwenn
nora norbert nour nouria océane ocean odile olga olivia olivier omar ophelie oriane orlane oscar pablo paola pascal pascale
pascaline patrice patricia patrick paul paula paulette pauline pedro perrine philippe pierre pierrick priscilla quentin rachel
rachid rachida rafael ralph raphael raphaelle raymond raymonde regine regis remi remy renaud rene renee richard rita robert
robin rodolphe rodrigue roger roland romain romane romuald ronan rosa rosalie rose roxane rudy ruben sabine sabrina said saida
salim sally salome samantha samia samir samira samuel sandra sandrine sandy sara sarah sasha saskia sebastien selim selma serge
severine sharon sidonie simon simone slimane sofia sofiane solange solene soline sonia sophie soraya soufiane stanislas
stella stephan stephane stephanie stephen steve steven stevie suzanne sybille sylvain sylvaine sylvette sylvia sylviane sylvie
tanguy tania tatiana teddy thibaud thibault thibaut thierry thomas tiffany timothee tom tony tristan ugo ulysse urbain ursula
valentin valentine valerie vanessa vera veronique vianney vicky victoire victor victoria vincent violaine violette virgile
virginie viviane vladimir walid warren wendy wilfried william xavier yacine yael yan yann yannick yanis yasmina yasmine yoan
yoann yohan yohann yolande youcef youssef yvan yvette yves yvon yvonne zacharie zelie zoe zohra
jean-paul jean-pierre jean-marc jean-luc jean-michel jean-claude jean-francois marie-pierre marie-claude marie-france anne-marie
anne-laure anne-sophie marie-laure
`

/** Folded first names. */
export const PRENOMS: ReadonlySet<string> = new Set(LIST.trim().split(/\s+/).map(fold))
