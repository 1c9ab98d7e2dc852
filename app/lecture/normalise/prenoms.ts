import { fold } from '#app/domain/texte/fold.ts'
import { readEmbeddedTable } from '../read-embedded.ts'

/** In use in France, and not in the list that data/referentiel/prenoms.csv is made of. */
const AUTRES = `
abdelaziz abdelmalek adelina adelino akim aldo amparo annaick annaig annick assane aziza azzedine baptistin beatriz
billel bleuenn catarina chakib cherifa christel christele claudette claudie cyndie dalila daniele djamel djamila
domingos donatien donovan edwige elyse erell fabienne fadila faiza farid farida faten fathia fatiha fernand fernanda
fernande florine fouad fouzia freddy gaetane ghislaine gilberte gildas ginette goulwen guenaelle guenole gurvan gwenael
gwendal gwenn gwenola hadjira hafida hakima hamadi hamid hamida hanane hassiba hassina houria ignace ilda ilham ingrid
isaline ivana jackson jacky jalila jamel jamila jaouad jeannine jessy joao joffrey jordane josee josephe josette josiane
juliane kader kamelia karima karin kassandra katarina khaled khalid kristell lakhdar larbi laurette lenaick lenaig lidia
lisette louisette lucette lyse madison magalie magda maguy maher maite maiwen malorie manoel marcelle mariana mariela
marielle marjolaine maryline maryse maryvonne maurine medhi mehmet michaela micheline mikael mokhtar momar monia
morwenna mouna mounir mourad mustafa nabila nacer nacera nadejda nadira najat najib narjis nasser nassera nassima nezha
nicolle nisrine noella nohra nolwen nolwenn nordine noureddine nouria nuno ocean octavie pascaline paulo pervenche petra
pierrette rabah rabia rabiaa rachida radia rafik rahim ramzi riadh roberte romaric rosanna roselyne rosette rosine
rozenn saadia sabah saida salah saliha salima sandie seloua servane sigrid siham slim slimane soazig soizic solenne
souad soufiane soumia stephan stevie sylvaine sylvette tahar taieb tarek tarik thaddee thiphaine tifenn toufik tugdual
ulrich ursula valeriane vanina vincente violaine vitor wafa wafaa wahiba widad wilfrid yahia yan yannig yoanna yolaine
yvon zahia zaina zainab zakia zoubida zoulikha anne-cecile anne-charlotte anne-christine anne-claire anne-flore
anne-florence anne-gaelle anne-helene anne-laure anne-lise anne-marie anne-sophie charles-henri francois-xavier
jean-bernard jean-charles jean-christophe jean-claude jean-daniel jean-david jean-denis jean-eric jean-francois
jean-gabriel jean-guy jean-jacques jean-louis jean-luc jean-marc jean-marie jean-michel jean-noel jean-patrick jean-paul
jean-philippe jean-pierre jean-rene jean-robert jean-sebastien jean-yves marie-agnes marie-astrid marie-benedicte
marie-cecile marie-charlotte marie-christine marie-claire marie-claude marie-dominique marie-france marie-helene
marie-jeanne marie-jo marie-jose marie-josee marie-laure marie-laurence marie-line marie-louise marie-madeleine
marie-noelle marie-odile marie-paule marie-pierre marie-rose marie-sophie marie-therese marie-victoire paul-emile
paul-henri pierre-alain pierre-emmanuel pierre-henri pierre-marie pierre-olivier pierre-yves
`

let prenoms: ReadonlySet<string> | null = null

/** True for a folded first name. A word that is also of services or places is one too: what stands around it decides. The list is read when first asked for. */
export function isPrenom(word: string): boolean {
  prenoms ??= new Set([
    ...readEmbeddedTable('prenoms.csv').map(({ prenom }) => prenom ?? ''),
    ...AUTRES.trim().split(/\s+/).map(fold),
  ])
  return prenoms.has(word)
}
