import { describe, expect, test } from 'vitest'
import type { Glossary } from '../../pipeline/catalog/glossary.ts'
import { RULES } from '../../pipeline/check/registry.ts'
import type { Tag } from '../../pipeline/model/language.ts'
import { checkPairs, checkTexts, type Pair } from '../bench/checks/pairs.ts'

/** A text that its rule must find fault with, and right ones on which every error and warning must stay silent. */
interface Case {
  readonly rule: string
  readonly tag: Tag
  readonly english: string
  readonly bad: readonly string[]
  readonly good: readonly string[]
  readonly kind?: Pair['kind']
}

const GLOSSARY: Glossary = {
  terms: new Map([
    ['civil society', { mk: { accepted: ['граѓанско општество'], stems: ['граѓанск општеств'], forbidden: ['цивилно општество'] } }],
    ['Regional Cooperation Council (RCC)', { mk: { accepted: ['Регионален совет за соработка (РСС)'], stems: [], forbidden: [] } }],
  ]),
  names: new Map([
    ['Florian Qehaja', { mk: 'Флоријан Ќехаја', 'sr-Cyrl': 'Флоријан Ћехаја' }],
    ['Henry Tuck', { mk: 'Хенри Так', 'sr-Cyrl': 'Хенри Так' }],
  ]),
  words: {},
}

const CASES: readonly Case[] = [
  { rule: 'blank', tag: 'sq', english: 'Opening', bad: [' ', '…', '-'], good: ['Hapja'] },
  { rule: 'unchanged', tag: 'sq', english: 'Closing and next steps', bad: ['Closing and next steps'], good: ['Mbyllja dhe hapat e ardhshëm'] },
  { rule: 'unchanged', tag: 'sq', english: 'Blerim Rama', bad: [], good: ['Blerim Rama'] },
  { rule: 'unchanged', tag: 'mk', english: 'Contents', bad: ['Contents'], good: ['Содржина'] },

  { rule: 'numbers', tag: 'sq', english: 'In 2017 there were 19.', bad: ['Në vitin 2016 ishin 19.', 'Në vitin 2017 ishin disa.', 'Në vitin 2017 ishin 19, madje 21.'], good: ['Në vitin 2017 ishin nëntëmbëdhjetë.'] },
  { rule: 'numbers', tag: 'mk', english: 'Four panels were held.', bad: ['Се одржаа пет панели.'], good: ['Се одржаа четири панели.', 'Се одржаа 4 панели.'] },
  { rule: 'numbers', tag: 'sr-Cyrl', english: 'Nineteen people spoke.', bad: ['Говорило је осамнаесторо људи.'], good: ['Говорило је деветнаесторо људи.'] },
  { rule: 'numbers', tag: 'sq', english: '1,234.5 and 12,345', bad: ['1234,6 dhe 12 345'], good: ['1234,5 dhe 12 345'] },
  { rule: 'numbers', tag: 'sq', english: '12.5 of 1,250', bad: ['125 nga 1 250', '1,25 nga 1 250', '12.500 nga 1 250', '12,5 nga 12,50', '12,5 nga 125'], good: ['12,5 nga 1 250', '12.5 nga 1.250', '12,5 nga 1,250'] },
  { rule: 'numbers', tag: 'mk', english: 'It is 0.75 of it.', bad: ['Тоа е 75 од тоа.', 'Тоа е 7,5 од тоа.', 'Тоа е 0,075 од тоа.'], good: ['Тоа е 0,75 од тоа.', 'Тоа е 0.75 од тоа.'] },
  { rule: 'numbers', tag: 'sr-Cyrl', english: 'It is 1,234,567.8.', bad: ['То је 12.345.678.', 'То је 12 345 678.'], good: ['То је 1.234.567,8.', 'То је 1 234 567,8.'] },
  { rule: 'numbers', tag: 'sr-Cyrl', english: 'Version 3.4.2 of 1½', bad: ['Верзија 342 од 1½', 'Верзија 3.4.2 од 15'], good: ['Верзија 3.4.2 од 1,5'] },
  { rule: 'numbers', tag: 'sr-Cyrl', english: 'It began at 5 pm.', bad: ['Почело је у 18.'], good: ['Почело је у 17.'] },
  { rule: 'numbers', tag: 'sq', english: 'Article 5 (five) holds.', bad: ['Neni 5 (tetë) vlen.'], good: ['Neni 5 (pesë) vlen.'] },
  { rule: 'numbers', tag: 'mk', english: 'It has twenty-four pages, 1,2 or 3 of them blank.', bad: ['Има 25 страници, од кои 1, 2 или 3 празни.'], good: ['Има 24 страници, од кои 1, 2 или 3 празни.', 'Има дваесет и четири страници, од кои 1,2 или 3 празни.'] },
  { rule: 'numbers', tag: 'sr-Cyrl', english: 'The 100th visitor came from floor 0.', bad: ['Стоти гост дошао је са 5. спрата.'], good: ['Стоти гост дошао је са нултог спрата.'] },
  { rule: 'numbers', tag: 'sr-Cyrl', english: 'It cost 25,000 euros in the past decade.', bad: ['Коштало је двадесет пет хиљада евра, у осам година.'], good: ['Коштало је двадесет пет хиљада евра, у протеклих десет година.'.replace('двадесет пет хиљада', '25.000')] },
  { rule: 'acronyms', tag: 'mk', english: 'It supports CTAP2 and UNESCO.', bad: ['Поддржува CTAP и УНЕСКО.'], good: ['Поддржува CTAP2 и УНЕСКО.', 'Поддржува CTAP2 и Унеско.'] },
  { rule: 'acronyms', tag: 'sr-Cyrl', english: 'NATO and EULEX reply to ALL, to all of them.', bad: ['Натао и Еулекс одговарају свима.'], good: ['Нато и ЕУЛЕКС одговарају СВИМА.', 'Од Натоа и Еулекса стиже одговор свима.'] },
  { rule: 'dates', tag: 'mk', english: 'It was on January 1st, 1970 that it began.', bad: ['Почна на 2-ри јануари 1970 година.'], good: ['Почна на 1-ви јануари 1970 година.'] },
  { rule: 'spacing', tag: 'mk', english: 'The strings contain name:color, and org.gnome.Accounts.', bad: ['Низите содржат name:color,и org.gnome.Accounts.'.replace('color,и', 'color ,и')], good: ['Низите содржат име:боја и org.gnome.Accounts.'] },
  { rule: 'ellipsis', tag: 'mk', english: 'The names “.” and “..” are taken.', bad: ['Имињата „.“ и „..“ се зафатени...'], good: ['Имињата „.“ и „..“ се зафатени.'] },
  { rule: 'wrong-script', tag: 'mk', english: 'Enter the net mask.', bad: ['Внесете ја мрежната maska.'], good: ['Внесете ја мрежната маска (netmask).', 'Внесете ја маската од /etc/maska тука.'] },
  { rule: 'mixed-script', tag: 'sr-Cyrl', english: 'The language is it.', bad: ['Јазиs је то.'], good: ['Гла́ва је то.'] },
  { rule: 'foreign-letter', tag: 'sr-Latn', english: 'The code itself is it.', bad: ['To je sám kod.'], good: ['Sâm kôd je to.'] },
  { rule: 'diacritics', tag: 'sr-Latn', english: 'A hundred tables with water.', bad: ['Preduzece sa vodom.'], good: ['Sto stolova s vodom.'] },
  { rule: 'diacritics', tag: 'sr-Latn', english: 'What is the water?', bad: ['Sto je voda?'], good: ['Šta je voda?'] },
  { rule: 'diacritics', tag: 'sq', english: 'It was written again.', bad: ['Eshte shkruar serish.'], good: ['Ky qe shkruar sërish.'] },
  { rule: 'dates', tag: 'mk', english: 'On 6 and 7 June 2018 they met.', bad: ['Тие се сретнаа на 6 и 7 јули 2018 година.', 'Тие се сретнаа на 6 и 8 јуни 2018 година.'], good: ['Тие се сретнаа на 6 и 7 јуни 2018 година.'] },
  { rule: 'dates', tag: 'sr-Cyrl', english: 'It was held on June 6, 2018.', bad: ['Одржано је 6. маја 2018. године.'], good: ['Одржано је 6. јуна 2018. године.', 'Одржано је 6. 6. 2018. године.'] },
  { rule: 'measures', tag: 'sq', english: 'It lasted 30 minutes.', bad: ['Zgjati 30 orë.', 'Zgjati 30 ditë.'], good: ['Zgjati 30 minuta.'] },
  { rule: 'measures', tag: 'mk', english: 'It lasted a week.', bad: ['Траеше еден месец.', 'Траеше една година.'], good: ['Траеше една недела.', 'Траеше седум дена.', 'Траеше една седмица.'] },
  { rule: 'measures', tag: 'sr-Cyrl', english: 'The daily report is here.', bad: ['Ту је месечни извештај.'], good: ['Ту је дневни извештај.', 'Ту је извештај.'] },
  { rule: 'measures', tag: 'sr-Latn', english: 'Half of them came.', bad: ['Došla je četvrtina.'], good: ['Došla je polovina.', 'Došlo je 50% njih.'] },
  { rule: 'measures', tag: 'sq', english: 'A quarter of them came.', bad: ['Erdhi gjysma e tyre.'], good: ['Erdhi një e katërta e tyre.', 'Erdhi një çerek i tyre.'] },
  { rule: 'measures', tag: 'mk', english: 'The first panel began.', bad: ['Почна вториот панел.', 'Почна третиот панел.'], good: ['Почна првиот панел.', 'Почна 1. панел.'] },
  { rule: 'measures', tag: 'sr-Cyrl', english: 'At first the others came.', bad: [], good: ['Испрва су дошли други.', 'Прво су дошли остали.'] },
  { rule: 'measures', tag: 'sr-Latn', english: 'It lasted two hours.', bad: ['Trajalo je dva dana.', 'Trajalo je dva minuta.'], good: ['Trajalo je dva sata.'] },
  { rule: 'measures', tag: 'bs-Cyrl', english: 'It lasted two hours.', bad: ['Трајало је два дана.'], good: ['Трајало је два сата.'] },
  { rule: 'measures', tag: 'hr', english: 'It lasted two hours.', bad: ['Trajalo je dvije minute.'], good: ['Trajalo je dva sata.'] },
  { rule: 'measures', tag: 'tr', english: 'It lasted two hours.', bad: ['İki dakika sürdü.'], good: ['İki saat sürdü.'] },
  { rule: 'measures', tag: 'bg', english: 'It lasted two hours.', bad: ['Продължи две минути.'], good: ['Продължи два часа.'] },
  { rule: 'negation', tag: 'sq', english: 'The rules do not apply here.', bad: ['Rregullat zbatohen këtu.'], good: ['Rregullat nuk zbatohen këtu.', 'Rregullat s’zbatohen këtu.', 'Rregullat janë të pazbatueshme këtu.'] },
  { rule: 'negation', tag: 'sq', english: 'The rules apply here.', bad: ['Rregullat nuk zbatohen këtu.', 'Rregullat kurrë zbatohen këtu.'], good: ['Rregullat zbatohen jo vetëm tani.'] },
  { rule: 'negation', tag: 'mk', english: 'The rules never apply here.', bad: ['Правилата важат овде.', 'Правилата секогаш важат овде.'], good: ['Правилата никогаш не важат овде.', 'Правилата се неважечки овде.', 'Правилата се забранети овде.'] },
  { rule: 'negation', tag: 'mk', english: 'The rules apply here.', bad: ['Правилата не важат овде.', 'Нема правила овде.'], good: ['Правилата важат овде, и не само денес.'] },
  { rule: 'negation', tag: 'sr-Cyrl', english: 'Nobody heard of the rules.', bad: ['Сви су чули за правила.'], good: ['Нико није чуо за правила.'] },
  { rule: 'negation', tag: 'sr-Latn', english: 'The rules don’t apply here.', bad: ['Pravila važe ovde.'], good: ['Pravila ne važe ovde.', 'Pravila su nevažeća ovde.'] },
  { rule: 'negation', tag: 'hr', english: 'There is no rule in it.', bad: ['U tome je pravilo.'], good: ['U tome nema pravila.', 'U tome je sve bez pravila.'] },
  { rule: 'negation', tag: 'tr', english: 'The rules apply here.', bad: ['Kurallar burada geçerli değildir.'], good: ['Kurallar burada geçerlidir.'] },
  { rule: 'negation', tag: 'bg', english: 'The rules cannot apply here.', bad: ['Правилата важат тук.'], good: ['Правилата не важат тук.', 'Правилата са невалидни тук.'] },
  { rule: 'urls', tag: 'sq', english: 'See https://example.org/en today.', bad: ['Shihni https://example.org/tjetër sot.', 'Shihni faqen sot.'], good: ['Shihni sot https://example.org/en tani.', 'Shihni https://example.org/sq sot.', 'Shihni “https://example.org/en” sot.'] },
  { rule: 'emails', tag: 'sq', english: 'Write to office@example.org now.', bad: ['Shkruani te zyra@example.org tani.'], good: ['Shkruani tani te office@example.org menjëherë.'] },
  { rule: 'names', tag: 'mk', english: 'Florian Qehaja chaired it.', bad: ['Претседаваше Флоријан Кехаја.', 'Тој претседаваше.'], good: ['Претседаваше Флоријан Ќехаја.', 'На Флоријана Ќехаја му се заблагодарија.'] },
  { rule: 'names', tag: 'sq', english: 'It was Florian Qehaja’s turn.', bad: ['Ishte radha e Florian Qehasë.'], good: ['Ishte radha e Florian Qehajës.'] },
  { rule: 'acronyms', tag: 'sq', english: 'It is a priority of the EU.', bad: ['Është përparësi e saj.'], good: ['Është përparësi e BE-së.', 'Është përparësi e politikës evropiane.'] },
  { rule: 'acronyms', tag: 'mk', english: 'The RCC and CVE were there.', bad: ['Таму беа РКЦ и CVE.'], good: ['Таму беа РСС и CVE.'] },

  { rule: 'note-undefined', tag: 'sq', english: 'The report', bad: ['Raporti[^notes.1]'], good: ['Raporti'] },
  { rule: 'links', tag: 'sq', english: 'See [the report](report.pdf) now.', bad: ['Shihni [raportin](raport.pdf) tani.', 'Shihni raportin tani.'], good: ['Shihni tani [raportin](report.pdf) këtu.'] },
  { rule: 'emphasis', tag: 'sq', english: 'The *language* defines it.', bad: ['Gjuha e përcakton atë.', '**Gjuha** e përcakton atë.'], good: ['*Gjuha* e përcakton atë.'] },
  { rule: 'line-breaks', tag: 'sq', english: 'Skopje<br>Peja', bad: ['Shkup, Pejë', 'Shkup Pejë'], good: ['Shkup<br>Pejë'], kind: 'cell' },
  { rule: 'code', tag: 'sq', english: 'Run `npm start` first.', bad: ['Ekzekutoni `npm fillo` më parë.'], good: ['Ekzekutoni `npm start` më parë.'] },
  { rule: 'footnotes', tag: 'sq', english: 'The report[^1] says so.', bad: ['Raporti e thotë këtë.', 'Raporti[^2] e thotë këtë.'], good: ['Raporti[^1] e thotë këtë.'] },
  { rule: 'images', tag: 'sq', english: 'Here ![a map](map.png) it is.', bad: ['Këtu është ![harta](harta.png) ajo.'], good: ['Këtu është ![harta](map.png) ajo.'] },
  { rule: 'markdown', tag: 'sq', english: 'The *language* defines it.', bad: ['*Gjuha e përcakton atë.'], good: ['*Gjuha* e përcakton atë.'] },
  { rule: 'markdown', tag: 'sq', english: 'See [the report](report.pdf), which costs nothing.', bad: ['Shihni [raportin] (report.pdf), që nuk kushton asgjë.', 'Shihni (raportin)[report.pdf], që nuk kushton asgjë.', 'Shihni [raportin](report.pdf), që ==nuk kushton== asgjë.', 'Shihni [raportin](report.pdf), që ++nuk kushton++ asgjë{.e}.', 'Shihni [raportin](report.pdf){target=_blank}{#r}, që nuk kushton asgjë.', 'Shihni [raportin](report.pdf), që nuk kushton asgjë. \\newpage', 'Shihni [raportin](report.pdf)^[një vërejtje], që nuk kushton asgjë.'], good: ['Shihni [raportin](report.pdf), që nuk kushton asgjë.'] },
  { rule: 'markdown', tag: 'mk', english: 'The first heading', bad: ['## Првиот наслов', '#Првиот наслов'.replace('#', '##'), 'Првиот наслов {#prv}', '[b]Првиот[/b] наслов', '[[Првиот наслов]]'], good: ['Првиот наслов', '#Првиот наслов'] },
  { rule: 'markdown', tag: 'mk', english: 'It is ==the first== one, :smile: and {{ name }}.', bad: ['Тоа е ==првиот== и ==вториот==, :smile: и {{ name }}.'], good: ['Тоа е ==првиот==, :smile: и {{ name }}.'] },
  { rule: 'markdown', tag: 'sq', english: 'A note[^1] and [a link][site].', bad: ['Një shënim[^ 1] dhe [një lidhje][site].'], good: ['Një shënim[^1] dhe [një lidhje][site].'] },
  { rule: 'raw-html', tag: 'sq', english: 'The language defines it.', bad: ['<b>Gjuha</b> e përcakton atë.'], good: ['Gjuha \\<b> e përcakton atë.'] },

  { rule: 'icu-syntax', tag: 'sq', kind: 'message', english: 'page {page} of {pages}', bad: ['faqja {page nga {pages}', 'faqja page} nga {pages}'], good: ['faqja {page} nga {pages}'] },
  { rule: 'icu-arguments', tag: 'sq', kind: 'message', english: 'page {page} of {pages}', bad: ['faqja {faqe} nga {pages}', 'faqja {page}'], good: ['nga {pages} faqja {page}'] },
  { rule: 'icu-plurals', tag: 'sr-Cyrl', kind: 'message', english: '{n, plural, one {# panel} other {# panels}}', bad: ['{n, plural, one {# панел} other {# панела}}', '{n, plural, one {# панел} few {# панела} many {# панела} other {# панела}}'], good: ['{n, plural, =0 {нема панела} one {# панел} few {# панела} other {# панела}}'] },
  { rule: 'icu-apostrophe', tag: 'sq', kind: 'message', english: 'of {name}', bad: ["t'{name}", "'{name}'"], good: ['t’{name}', "O'{'x'}' {name}", "'{{'y'}<>''}' {name}"] },

  { rule: 'mixed-script', tag: 'sr-Cyrl', english: 'The RCC took part in it.', bad: ['У њему је учествовао и RCCов представник.'], good: ['У њему је учествовао и представник RCC-а.'] },
  { rule: 'confusable', tag: 'mk', english: 'The border is not it.', bad: ['Не е тоа границaта.', 'Нe е тоа границата.'], good: ['Не е тоа границата.'] },
  { rule: 'confusable', tag: 'mk', english: 'Still, it is so.', bad: ['Сè уште е така.'], good: ['Сѐ уште е така.'] },
  { rule: 'confusable', tag: 'sq', english: 'The language is it.', bad: ['Gjuhа është ajo.'], good: ['Gjuha është ajo.'] },
  { rule: 'foreign-letter', tag: 'mk', english: 'Among them was he.', bad: ['Међу нив беше тој.'], good: ['Меѓу нив беше тој.'] },
  { rule: 'foreign-letter', tag: 'sr-Cyrl', english: 'The house was new.', bad: ['Куќа је била нова.', 'Кућа была нова.'], good: ['Кућа је била нова.'] },
  { rule: 'foreign-letter', tag: 'sq', english: 'Ana Hačić spoke of it.', bad: ['Ana Hačić foli për žtë.'], good: ['Ana Hačić foli për të.'] },
  { rule: 'wrong-script', tag: 'sr-Cyrl', english: 'It is language that defines it.', bad: ['Управо jezik га одређује.'], good: ['Управо језик га одређује.'] },
  { rule: 'wrong-script', tag: 'mk', english: 'He wrote on LinkedIn and Facebook.', bad: ['Тој pishuvashe на LinkedIn и Facebook.'], good: ['Тој пишуваше на LinkedIn и Facebook.', 'Тој пишуваше на LinkedIn-от и на Facebook.'] },
  { rule: 'decomposed', tag: 'sq', english: 'The language is it.', bad: ['Gjuha e\u0308shtë ajo.'], good: ['Gjuha është ajo.'] },
  { rule: 'unprintable', tag: 'sq', english: 'The language is it.', bad: ['Gjuha është ajo 语.', 'Gjuha (اللغة) është ajo.', 'Gjuha\u3000është ajo.', 'Gjuha\u007Fështë ajo.'], good: ['Gjuha është “ajo”, €.', 'Gjuha → ajo ≤ 🙂.', 'Gjuha është ajo – vetë.', 'Gjuha\u202Fështë ajo.'] },
  { rule: 'unprintable', tag: 'sq', english: 'The language, is it: so!', bad: ['Gjuha，është ajo: kështu!', 'Gjuha, është ajo：kështu!', 'Gjuha, është ajo: kështu！', 'Gjuha, është ajo: kështu。', '（Gjuha）, është ajo: kështu!'], good: ['Gjuha, është ajo: kështu!'] },
  { rule: 'unprintable', tag: 'mk', kind: 'alternative', english: 'A map, of it', bad: ['Карта，негова'], good: ['Карта, негова'] },
  { rule: 'unprintable', tag: 'sq', english: 'The sign `语` is it.', bad: ['Shenja `语` është ajo.'], good: [] },
  { rule: 'unprintable', tag: 'sq', english: 'See https://example.org/语 now.', bad: ['Shihni https://example.org/语 tani.'], good: [] },
  { rule: 'unprintable', tag: 'sq', english: 'See [the page](https://example.org/语) now.', bad: [], good: ['Shihni [faqen](https://example.org/语) tani.'] },
  { rule: 'unprintable', tag: 'sq', kind: 'alternative', english: 'A map of it', bad: ['Hartë\u0001 e saj', 'Hartë\uE000 e saj', 'Hartë\uFFFE e saj', 'Hartë\u{10FFFF} e saj'], good: ['Hartë e saj'] },
  { rule: 'unprintable', tag: 'sq', english: 'See `code` and ![a 语 b](map.png) now.', bad: [], good: ['Shihni `code` dhe ![a 语 b](map.png) tani.'] },
  { rule: 'invisible', tag: 'sq', english: 'The language is it.', bad: ['Gju\u00ADha është ajo.', 'Gjuha\u200B është ajo.', '\u202EGjuha është ajo.'], good: ['Gjuha\u00A0është ajo.'] },

  { rule: 'quotes', tag: 'mk', english: 'The “language” defines it.', bad: ['"Јазикот" го одредува.', '“Јазикот” го одредува.', '„Јазикот го одредува.'], good: ['„Јазикот“ го одредува.'] },
  { rule: 'quotes', tag: 'sr-Cyrl', english: 'The “language” defines it.', bad: ['"Језик" га одређује.'], good: ['„Језик” га одређује.', '„Језик“ га одређује.', '»Језик« га одређује.'] },
  { rule: 'quotes', tag: 'sq', english: 'The “language” defines it.', bad: ['„Gjuha“ e përcakton.'], good: ['“Gjuha” e përcakton.', '«Gjuha» e përcakton.'] },
  { rule: 'spacing', tag: 'sq', english: 'See the `file`. It holds.', bad: ['Shihni `file` . Ai vlen.', 'Shihni  `file`. Ai vlen.'], good: ['Shihni `file`. Ai vlen.'] },
  { rule: 'quotes', tag: 'sq', english: '“The first paragraph of a quotation', bad: ['"Paragrafi i parë i citatit', '„Paragrafi i parë i citatit'], good: ['“Paragrafi i parë i citatit'] },
  { rule: 'quotes', tag: 'sq', english: 'The last paragraph of it.”', bad: ['Paragrafi i fundit."'], good: ['Paragrafi i fundit.”'] },
  { rule: 'quotes', tag: 'sq', english: 'The “first” paragraph', bad: ['“Paragrafi i parë'], good: ['Paragrafi “i parë”'] },
  { rule: 'apostrophe', tag: 'sq', english: 'There is no border there.', bad: ["Aty s'ka kufi."], good: ['Aty s’ka kufi.'] },
  { rule: 'dash', tag: 'sq', english: 'It was 6–7 June – two days.', bad: ['Ishte 6-7 qershor – dy ditë.', 'Ishte 6–7 qershor - dy ditë.', 'Ishte 6–7 qershor -- dy ditë.'], good: ['Ishte 6–7 qershor – dy ditë.'] },
  { rule: 'dash', tag: 'mk', english: 'The plan of 2018-06-07, a two-day one, came.', bad: ['Планот од 2018-06-07, дводневен - дојде.'], good: ['Планот од 2018-06-07, дводневен, дојде.'] },
  { rule: 'spacing', tag: 'sq', english: 'The opening, then the panels.', bad: ['Hapja ,pastaj panelet.', 'Hapja,pastaj panelet.', 'Hapja,  pastaj panelet.', 'Hapja, pastaj panelet .', 'Hapja, pastaj panelet. '], good: ['Hapja, pastaj panelet.'] },
  { rule: 'percent', tag: 'mk', english: 'Some 42% came.', bad: ['Дојдоа околу 42%.', 'Дојдоа околу 42 %.'], good: ['Дојдоа околу 42\u00A0%.'] },
  { rule: 'percent', tag: 'sq', english: 'Some 42% came.', bad: ['Erdhën rreth 42 %.'], good: ['Erdhën rreth 42%.'] },
  { rule: 'ellipsis', tag: 'sq', english: 'And so on…', bad: ['E kështu me radhë...'], good: ['E kështu me radhë…'] },
  { rule: 'ordinal', tag: 'sq', english: 'The 6th of them came.', bad: ['Erdhi i 6ti prej tyre.', 'Erdhi i 6th prej tyre.'], good: ['Erdhi i 6-ti prej tyre.'] },
  { rule: 'ordinal', tag: 'mk', english: 'It began on 6 June there.', bad: ['Таму почна на 6. јуни.'], good: ['Таму почна на 6 јуни.'] },
  { rule: 'ordinal', tag: 'sr-Cyrl', english: 'It was on 6–7 June there.', bad: ['Било је тамо 6.–7. јуна.', 'Било је тамо 6–7 јуна, 6-ог.'], good: ['Било је тамо 6–7. јуна.'] },
  { rule: 'date-form', tag: 'sq', english: 'It was on 6 June 2018 there.', bad: ['Ishte aty më 6 Qershor 2018.', 'Ishte aty më 06.06.2018.', 'Ishte aty qershor 6, 2018.'], good: ['Ishte aty më 6 qershor 2018.', 'Ishte aty më 6.6.2018.'] },
  { rule: 'end-punctuation', tag: 'sq', english: 'Who speaks here?', bad: ['Kush flet këtu.', 'Kush flet këtu'], good: ['Kush flet këtu?'] },
  { rule: 'end-punctuation', tag: 'sr-Cyrl', english: 'The summary of 2018', bad: ['Сажетак из године.'], good: ['Сажетак из 2018.', 'Сажетак из 2018. г.'] },
  { rule: 'brackets', tag: 'sq', english: 'The institute (ISD) came.', bad: ['Erdhi instituti (ISD.'], good: ['Erdhi instituti (ISD).'] },
  { rule: 'start-case', tag: 'sq', english: 'Preventing Radicalisation on Social Media Platforms', bad: ['Parandalimi I Radikalizimit Në Platformat E Rrjeteve Sociale', 'parandalimi i radikalizimit'], good: ['Parandalimi i radikalizimit në platformat e rrjeteve sociale'] },

  { rule: 'term', tag: 'mk', english: 'Civil society was there.', bad: ['Таму беше невладиниот сектор.'], good: ['Таму беше граѓанското општество.'] },
  { rule: 'term-forbidden', tag: 'mk', english: 'The society was there.', bad: ['Таму беше цивилно општество.'], good: ['Таму беше општеството.'] },
  { rule: 'doubled-word', tag: 'mk', english: 'It was on the internet.', bad: ['Тоа беше на на интернет.'], good: ['Тоа беше на интернет.'] },
  { rule: 'doubled-word', tag: 'sr-Cyrl', english: 'He wants to give it.', bad: ['Он хоће да то то да.'], good: ['Он хоће да да то.'] },
  { rule: 'doubled-word', tag: 'sq', english: 'The declaration of human rights.', bad: ['Deklarata Deklarata e të drejtave të njeriut.'], good: ['Mbrojtja e të të drejtave të njeriut.'] },
  { rule: 'diacritics', tag: 'sq', english: 'It is for the language.', bad: ['Eshte për gjuhën.', 'Është per gjuhën.'], good: ['Është për gjuhën.'] },
  { rule: 'ekavian', tag: 'sr-Cyrl', english: 'The time, the place, the person and the change.', bad: ['Вријеме, место, човек и промена.'], good: ['Време, место, човек и промена.', 'Вријеме, мјесто, човјек и промјена.'] },
  { rule: 'length', tag: 'sq', english: 'The conference was organised by the centre together with its partners, and was held in the capital for two days.', bad: ['Konferenca u organizua nga qendra.'], good: ['Konferenca u organizua nga qendra së bashku me partnerët e saj dhe u mbajt në kryeqytet për dy ditë.'] },
] // prettier-ignore

const SERIOUS = RULES.filter(({ severity, id }) => severity !== 'info' && id !== 'missing').map(({ id }) => id)

describe.each(CASES)('$rule in $tag', ({ rule, tag, english, bad, good, kind }) => {
  const found = (text: string, rules: readonly string[]) =>
    checkPairs(tag, [{ key: 'text', english, text, ...(kind && { kind }) }], rules, GLOSSARY).flatMap(({ ruleId, severity }) =>
      severity === 'info' ? [] : [ruleId],
    )

  test.each(bad)('finds fault with %j', (text) => {
    expect(found(text, SERIOUS)).toContain(rule)
  })

  test.each(good)('is silent on %j, as all others are', (text) => {
    expect(found(text, SERIOUS)).toEqual([])
  })
})

test('what a number of sentences tells is advice', () => {
  const pair = { key: 'text', english: 'It began at noon. All came.', text: 'Filloi në mesditë, dhe të gjithë erdhën.' }
  expect(checkPairs('sq', [pair], ['sentences']).map(({ severity }) => severity)).toEqual(['info'])
  expect(checkPairs('sq', [{ ...pair, text: 'Filloi në mesditë, tha z. Rama. Të gjithë erdhën.' }], ['sentences'])).toEqual([])
})

test('two translations of one English text, and one of two', () => {
  const both = [
    { key: 'a', english: 'The Kosovo Police came.', text: 'Erdhi Policia e Kosovës.' },
    { key: 'b', english: 'The Kosovo Police came.', text: 'Erdhi Policia Kosovare.' },
    { key: 'c', english: 'It went away again.', text: 'Erdhi Policia e Kosovës.' },
  ]
  expect(checkPairs('sq', both, ['inconsistent']).map(({ key }) => key)).toEqual(['b'])
  expect(checkPairs('sq', both, ['reused']).map(({ key }) => key)).toEqual(['c'])
})

test('an edition that says what no other says', () => {
  const english = 'There were several panels.'
  const texts = {
    sq: [{ key: 'a', english, text: 'Kishte disa panele.' }],
    mk: [{ key: 'a', english, text: 'Имаше пет панели.' }],
    'sr-Cyrl': [{ key: 'a', english, text: 'Било је неколико панела.' }],
  }
  expect(checkTexts(texts, ['parity']).map(({ edition, actual }) => [edition, actual])).toEqual([['mk', '5']])
})

test('a translator’s note that no text calls', () => {
  const found = (text: string) =>
    checkTexts(
      {
        sq: [
          { key: 'a', english: 'The report', text },
          { key: 'notes.1', english: '', text: 'Shënim.', orphan: true },
        ],
      },
      ['note-uncalled', 'unknown-key'],
    ).map(({ ruleId, key }) => [ruleId, key])
  expect(found('Raporti')).toEqual([['note-uncalled', 'notes.1']])
  expect(found('Raporti[^notes.1]')).toEqual([])
})

test('every rule has a case here or in the bench of defects', async () => {
  const { DEFECTS } = await import('../bench/checks/defects.ts')
  const { SOURCES } = await import('../bench/checks/sources.ts')
  const covered = new Set([
    ...CASES.map(({ rule }) => rule),
    ...Object.keys(DEFECTS),
    ...Object.keys(SOURCES),
    'parity',
    'note-uncalled',
    'spelling',
    'pack-lacks',
    'stray-document',
    'untold-corrections',
    'former-address',
    'vanished',
    'stray-file',
  ])
  expect(RULES.filter(({ id }) => !covered.has(id)).map(({ id }) => id)).toEqual([])
})
