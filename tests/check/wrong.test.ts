import { describe, expect, test } from 'vitest'
import { RULES } from '../../pipeline/check/registry.ts'
import { checkPairs } from '../bench/checks/pairs.ts'

/** What must find fault, English, and a translation that looks right at first sight. */
const WRONG: Readonly<Record<'sq' | 'mk' | 'sr-Cyrl' | 'tr', readonly (readonly [rule: string, english: string, text: string])[]>> = {
 sq: [
 ['confusable','It is the language.','Është gjuhё.'],['spacing','It was in June 2018.','Ishte në qershor2018.'],
 ['dates','Friday, 12 January 2024','E enjte, 12 janar 2024'],
 ['numbers','The fee is $2.3m.','Tarifa është 2,3 miliardë dollarë.'],
 ['numbers','The score was 3–2.','Rezultati ishte 2:3.'],
 ['numbers','King Louis XIV','Mbreti Luigji XVI'],
 ['numbers','It begins at half past seven.','Fillon në orën tetë e gjysmë.'],
 ['numbers','The fee is €1,500.50.','Tarifa është 1500 €.'],
 ['numbers','It took 18 months.','Zgjati një vit.'],
 ['numbers','It changes every 15 minutes.','Ndryshon çdo gjysmë ore.'],
 ['start-case','The end, the way and the long road','Fundi, Rruga Dhe Udha E Gjatë'],
 ['urls','See https://en.wikipedia.org/wiki/Language now.','Shihni https://en.wikipedia.org/wiki/Border tani.'],
 ['numbers','It begins at 5:30 pm.','Fillon në orën 18.30.'],
 ['numbers','It begins at 5:30 am.','Fillon në orën 17.30.'],
 ['numbers','Call 044 123 456.','Telefononi 044 123 457.'],
 ['numbers','The 3-year-old child','Fëmija katërvjeçar'],
 ['numbers','It costs 1,200.50.','Kushton 1 300,50.'],
 ['numbers','Some 2.5 million people','Rreth 2,7 milionë veta'],
 ['dates','See No. 3 of 22 August.','Shih nr. 3 i 23 gushtit.'],
 ['dates','From 1 to 5 March 2020.','Nga 1 deri më 6 mars 2020.'],
 ['dash','Pages 5–7.','Faqet 5-7.'],
 ['dash','In 2017–2018.','Në vitet 2017-2018.'],
 ['urls','See https://example.org/en now.','Shihni https://example.net/en tani.'],
 ['acronyms','The NATO mission.','Misioni.'],
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
 ['spacing','Skopje, 5 May 2018','Скопје,5 мај 2018'],
 ['confusable','Everything is so.','Сé е така.'],['confusable','He told her.','Тој í кажа.'],
 ['spacing','It rained on 15 April.','Врнеше на 15април.'],['spacing','See Article 5.','Види член5.'],['spacing','It took 20 years.','Траеше 20години.'],['spacing','5% of it','5%од тоа'],
 ['dates','It is on Sunday.','Тоа е во сабота.'],
 ['numbers','It begins at half past seven.','Почнува во осум и пол.'],
 ['numbers','It begins at 5:30 pm.','Почнува во 16.30 часот.'],
 ['numbers','A five-year plan of 5 years','Шестгодишен план'],
 ['confusable','The 20th congress','ХХ конгрес'],
 ['confusable','The 19th century','ХIХ век'],
 ['confusable','A coach is here.','Дојде a тренерот e тука.'],
 ['mixed-script','The CEO came.','Дојде CEOта.'],
 ['acronyms','The EU mission.','Мисијата.'],
 ['numbers','Four panels.','Пет панели.'],['numbers','The 19th panel.','18. панел.'],['numbers','Twenty-one people came.','Дојдоа дваесет и двајца луѓе.'],['numbers','Fourteen people came.','Дојдоа петнаесет луѓе.'],
 ['dates','On 6 June it rained.','На 6 јули врнеше.'],['quotes','He said “yes”.','Тој рече „да”.'],['quotes','He said “yes”.','Тој рече “да“.'],['dash','It – slow – went.','Тој - бавен - отиде.'],['percent','42% of them.','42% од нив.'],
 ['ordinal','On 6 June it rained.','На 6. јуни врнеше.'],['date-form','On 6 June 2018.','На 06.06.2018 г.'],['date-form','On 6 June 2018 it rained.','На 6 Јуни 2018 врнеше.'],['confusable','Everything is so.','Сè е така.'],['confusable','He told her.','Тој ì кажа.'],
 ['confusable','The language is it.','Јазикот e тој.'],['foreign-letter','The language is among us.','Јазикот е међу нас.'],['foreign-letter','The house is there.','Куќата й е таму.'],['mixed-script','The RCC member.','Членот на RCCто.'],
 ['wrong-script','The language is ours.','Јазикот е nash.'],['doubled-word','It is on the table.','Тоа е на на маса.'],['spacing','Yes, no.','Да,не.'],['spacing','Yes. No.','Точка.Не е така.'],['end-punctuation','Who is it?','Кој е тој.'],['brackets','The centre (KCSS).','Центарот (KCSS.'],
 ['start-case','The end of the long road','Крајот На Долгиот Пат'],['acronyms','The OSCE mission.','Мисијата на ОЕБС.'],['acronyms','The RCC mission.','Мисијата на РКС.'],['invisible','The language is it.','Јази\u200Bкот е тој.'],['apostrophe','The work of d’Art.',"Делото на д'Ар."],['ellipsis','And so on…','И така...'],
 ],
 'sr-Cyrl': [
 ['confusable','All is so.','Сé је тако.'],['spacing','On 6 June it rained.','Падала је 6.јуна.'],
 ['dates','On Thursdays it is closed.','Петком је затворено.'],
 ['numbers','Pages 5–7','Стране 7–5'],
 ['numbers','It begins at 10:00.','Почиње у 11.00 часова.'],
 ['numbers','Call +383 38 221 351.','Позовите +383 38 221 352.'],
 ['confusable','The 20th congress','ХХ конгрес'],
 ['confusable','It is about you, at home.','То је o теби, y кући.'],
 ['mixed-script','HTTP is it.','То је са HTTPом.'],
 ['acronyms','The OSCE mission.','Мисија.'],
 ['dash','Between 15–20 people','Између 15-20 људи'],
 ['ordinal','The 6th panel','6-ти панел'],
 ['numbers','Four panels.','Пет панела.'],['numbers','The 19th panel.','18. панел.'],['numbers','Twenty-one people came.','Дошло је двадесет двоје људи.'],['numbers','Nineteen people came.','Дошло је деветоро људи.'],
 ['dates','On 6 June it rained.','Падала је 6. јула.'],['quotes','He said “yes”.','Рекао је "да".'],['quotes','He said “yes”.','Рекао је „да.'],['dash','It – slow – went.','Ишао је - споро.'],['percent','42% of them.','42 % њих.'],
 ['ordinal','On 6 June it rained.','Падала је 6 јуна.'],['ordinal','The 6th panel.','6-ти панел.'],['ordinal','On 6–7 June it rained.','Падала је 6.–7. јуна.'],['date-form','On 6 June 2018.','Дана 06.06.2018.'],['date-form','On 6 June 2018 it rained.','Киша је падала 6. Јуна 2018.'],
 ['confusable','The language is it.','Језик jе то.'],['foreign-letter','The house is there.','Куќа је тамо.'],['foreign-letter','He is there.','Он је таму, ѓак.'],['mixed-script','The RCC member.','Члан RCCов.'],['wrong-script','The language is ours.','Језик је naš.'],
 ['doubled-word','It is on the table.','То је на на столу.'],['ekavian','The place, the time, the child and the change','Мјесто, време, дете, промена'],['spacing','Yes, no.','Да ,не.'],['end-punctuation','Who is it?','Ко је то.'],['brackets','The centre (KCSS).','Центар (KCSS.'],
 ['start-case','The end of the long road','Крај Једног Дугог Пута'],['acronyms','The OSCE mission.','Мисија ОБСЕ.'],['acronyms','The EU mission.','Мисија УЕ.'],['invisible','The language is it.','Јези\u00ADк је то.'],['ellipsis','And so on…','И тако...'],['ordinal','On 6 June it rained.','Падала је 6-ог јуна.'],
 ],
 tr: [
 ['dates','It is on Friday.','Cumartesi günü.'],
 ['markdown','The costs of it','## Maliyetler'],
 ['doubled-word','It is here and there.','Hem burada ve ve orada.'],['acronyms','Directive 2008/50/EC is in force.','2008/50/BA sayılı Direktif yürürlüktedir.'],
 ],
} // prettier-ignore

const ALL = RULES.map(({ id }) => id)

describe.each(Object.entries(WRONG))('%s', (tag, cases) => {
  test.each(cases)('%s: %s → %s', (rule, english, text) => {
    expect(checkPairs(tag, [{ key: 'text', english, text }], ALL).map(({ ruleId }) => ruleId)).toContain(rule)
  })
})
