/** Words of Latin phrases, as laws and science use them in any language: “prima facie”, “mutatis mutandis”. */
const WORDS: ReadonlySet<string> = new Set(
  `a ab absentia acquis actio ad addendum aequo alia alma alter amicus ante bellum bis bona bono capita causa causae cogens communautaire conditio contra
  contradictio corpus corpora culpa curiae curriculum de delicti delicto dolus dubio ego erga et ex extenso facie facta factis facto ferenda fide fides
  flagrante forma forum generalis generis habeas hoc hominem homo honoris idem in infinitum infra inter intra ipso iudicata iure iuris ius judicata jure
  juris jus lata lege legis lex litis loci locus magna manu mandatum mater materiae mea modus mortem mutandis mutatis nauseam ne non nota novo nulla nullum
  nunc obiter officio omnes opera operandi opinio pacta pari passim passu per perpetuum persona personae poena populi post posteriori prima primus priori
  pro publicum qua quid quo quod quorum ratio ratione rebus rei reo res restitutio sapiens se sensu servanda si sic sine situ specialis stantibus status
  stricto sub sui summa supra tempora temporis terra tunc ultima ultra uti vacatio verba verbatim vera versa vice vires vis vitae vitam vitro vivendi vivo
  vox vulgaris`.split(/\s+/),
)

/** True for a phrase in Latin, of two words or more. */
export function isLatinPhrase(words: readonly string[]): boolean {
  return words.length > 1 && words.every((word) => WORDS.has(word))
}
