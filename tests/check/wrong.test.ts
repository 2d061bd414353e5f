import { describe, expect, test } from 'vitest'
import { RULES } from '../../pipeline/check/registry.ts'
import type { Tag } from '../../pipeline/model.ts'
import { checkPairs } from '../bench/checks/pairs.ts'

/** What must find fault, English, and a translation that looks right at first sight. */
const WRONG: Readonly<Partial<Record<Tag, readonly (readonly [rule: string, english: string, text: string])[]>>> = {
 sq: [
 ['numbers','Four panels.','Pesë panele.'],['numbers','The 19th panel.','Paneli i 18-të.'],['numbers','Twenty-one people came.','Erdhën njëzet e dy veta.'],
 ['numbers','Twenty-one people came.','Erdhën 22 veta.'],['dates','On 6 June it rained.','Më 6 korrik binte shi.'],['dates','From 3 May to 5 June it rained.','Nga 3 maji deri më 5 korrik binte shi.'],
 ['quotes','He said “yes”.','Ai tha ”po”.'],['quotes','He said “yes”.','Ai tha "po".'],['apostrophe','There is none.','S\'ka asnjë.'],['dash','It – slow – went.','Ai - i ngadaltë - shkoi.'],
 ['spacing','Yes, no.','Po ,jo.'],['percent','42% of them.','42 % e tyre.'],['ordinal','The 6th one.','I 6ti prej tyre.'],['date-form','On 6 June 2018.','Më 06.06.2018.'],['date-form','On 6 June 2018.','Më 6 Qershor 2018.'],
 ['diacritics','It is a language.','Eshte një gjuhë.'],['diacritics','What is it for?','Cfarë është kjo per ne?'],['confusable','The language is it.','Gјuha është ajo.'],['foreign-letter','The language is it.','Gjuha ēshtë ajo.'],
 ['doubled-word','It is so for us.','Kjo është është për ne.'],['end-punctuation','Who is it?','Kush është.'],['brackets','The centre (KCSS).','Qendra (KCSS.'],['start-case','The end of the long road','Fundi I Rrugës Së Gjatë'],
 ['start-case','The end of it all.','fundi i të gjithave.'],['ellipsis','And so on…','E kështu me radhë....'],['acronyms','The OSCE mission.','Misioni i OSB.'],['acronyms','The EU mission.','Misioni i UE-së.'],
 ['length','The conference was organised by the centre together with its partners in the capital.','Konferenca u organizua.'],['unchanged','The end of it all','The end of it all'],['decomposed','It is so.','E\u0308shtë kështu.'],
 ],
 mk: [
 ['numbers','Four panels.','Пет панели.'],['numbers','The 19th panel.','18. панел.'],['numbers','Twenty-one people came.','Дојдоа дваесет и двајца луѓе.'],['numbers','Fourteen people came.','Дојдоа петнаесет луѓе.'],
 ['dates','On 6 June it rained.','На 6 јули врнеше.'],['quotes','He said “yes”.','Тој рече „да”.'],['quotes','He said “yes”.','Тој рече “да“.'],['dash','It – slow – went.','Тој - бавен - отиде.'],['percent','42% of them.','42% од нив.'],
 ['ordinal','On 6 June it rained.','На 6. јуни врнеше.'],['date-form','On 6 June 2018.','На 06.06.2018 г.'],['date-form','On 6 June 2018 it rained.','На 6 Јуни 2018 врнеше.'],['confusable','Everything is so.','Сè е така.'],['confusable','He told her.','Тој ì кажа.'],
 ['confusable','The language is it.','Јазикот e тој.'],['foreign-letter','The language is among us.','Јазикот е међу нас.'],['foreign-letter','The house is there.','Куќата й е таму.'],['mixed-script','The RCC member.','Членот на RCCто.'],
 ['wrong-script','The language is ours.','Јазикот е nash.'],['doubled-word','It is on the table.','Тоа е на на маса.'],['spacing','Yes, no.','Да,не.'],['spacing','Yes. No.','Точка.Не е така.'],['end-punctuation','Who is it?','Кој е тој.'],['brackets','The centre (KCSS).','Центарот (KCSS.'],
 ['start-case','The end of the long road','Крајот На Долгиот Пат'],['acronyms','The OSCE mission.','Мисијата на ОЕБС.'],['acronyms','The RCC mission.','Мисијата на РКС.'],['invisible','The language is it.','Јази\u200Bкот е тој.'],['apostrophe','The work of d’Art.',"Делото на д'Ар."],['ellipsis','And so on…','И така...'],
 ],
 'sr-Cyrl': [
 ['numbers','Four panels.','Пет панела.'],['numbers','The 19th panel.','18. панел.'],['numbers','Twenty-one people came.','Дошло је двадесет двоје људи.'],['numbers','Nineteen people came.','Дошло је деветоро људи.'],
 ['dates','On 6 June it rained.','Падала је 6. јула.'],['quotes','He said “yes”.','Рекао је "да".'],['quotes','He said “yes”.','Рекао је „да.'],['dash','It – slow – went.','Ишао је - споро.'],['percent','42% of them.','42 % њих.'],
 ['ordinal','On 6 June it rained.','Падала је 6 јуна.'],['ordinal','The 6th panel.','6-ти панел.'],['ordinal','On 6–7 June it rained.','Падала је 6.–7. јуна.'],['date-form','On 6 June 2018.','Дана 06.06.2018.'],['date-form','On 6 June 2018 it rained.','Киша је падала 6. Јуна 2018.'],
 ['confusable','The language is it.','Језик jе то.'],['foreign-letter','The house is there.','Куќа је тамо.'],['foreign-letter','He is there.','Он је таму, ѓак.'],['mixed-script','The RCC member.','Члан RCCов.'],['wrong-script','The language is ours.','Језик је naš.'],
 ['doubled-word','It is on the table.','То је на на столу.'],['ekavian','The place, the time, the child and the change','Мјесто, време, дете, промена'],['spacing','Yes, no.','Да ,не.'],['end-punctuation','Who is it?','Ко је то.'],['brackets','The centre (KCSS).','Центар (KCSS.'],
 ['start-case','The end of the long road','Крај Једног Дугог Пута'],['acronyms','The OSCE mission.','Мисија ОБСЕ.'],['acronyms','The EU mission.','Мисија УЕ.'],['invisible','The language is it.','Јези\u00ADк је то.'],['ellipsis','And so on…','И тако...'],['ordinal','On 6 June it rained.','Падала је 6-ог јуна.'],
 ],
} // prettier-ignore

const ALL = RULES.map(({ id }) => id)

describe.each(Object.entries(WRONG))('%s', (tag, cases) => {
  test.each(cases)('%s: %s → %s', (rule, english, text) => {
    expect(checkPairs(tag as Tag, [{ key: 'text', english, text }], ALL).map(({ ruleId }) => ruleId)).toContain(rule)
  })
})
