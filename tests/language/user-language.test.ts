import { expect, test } from 'vitest'
import { userLanguage } from '../../pipeline/language/user-language.ts'

const TAGS = ['en', 'sq', 'mk', 'sr-Cyrl', 'sr-Latn']

test.each([
  [{ LANG: 'mk_MK.UTF-8' }, 'mk'],
  [{ LANG: 'sq_AL', LC_MESSAGES: 'sr_RS@latin' }, 'sr-Latn'],
  [{ LANG: 'sq_AL', LC_ALL: 'sr_RS.UTF-8' }, 'sr-Cyrl'],
  [{ LANG: 'sr_ME.UTF-8' }, 'sr-Latn'],
  [{ LC_ALL: '', LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'C.UTF-8' }, undefined],
  [{ LANG: 'hr_HR.UTF-8' }, undefined],
  // CLDR takes Montenegrin for Serbian.
  [{ LANG: 'cnr_ME.UTF-8' }, undefined],
  [{ LANG: '../etc' }, undefined],
])('the language of %o is %s', (environment, tag) => {
  expect(userLanguage(environment, 'mk-MK', TAGS)).toBe(tag)
})

test('where no variable is set, the system’s own locale counts', () => {
  expect(userLanguage({}, 'sr-Latn-RS', TAGS)).toBe('sr-Latn')
})
