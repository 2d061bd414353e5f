import Ajv from 'ajv'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { useOwnPacks } from '../../pipeline/language/registry.ts'
import { publicationSchema } from '../../pipeline/publication/publication.ts'
import { editorSchema } from './json-schema.ts'

/** What editors are told of `publication.yaml` is what the program takes; `vitest --update` writes it anew. */
const FILE = 'pipeline/publication/publication.schema.json'

test('the schema that editors read is that of the program', async () => {
  // A publication that another test has read may have languages of its own.
  useOwnPacks(new Map())
  const schema = { $schema: 'http://json-schema.org/draft-07/schema#', title: 'publication.yaml', ...editorSchema(publicationSchema) }
  await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot(`../../${FILE}`)
})

const isRight = new Ajv({ schemaId: 'auto' }).compile(JSON.parse(readFileSync(FILE, 'utf8')) as object)

test.each([
  [true, readFileSync('content/publication.yaml', 'utf8')],
  [true, 'title: T\npublisher: P\neditions: [sq, cnr-Latn]\ngates:\n  sq: { requires: reviewed }\ntheme:\n  logo: logo.svg\n  band: yes\n'],
  [true, 'title: T\npublisher: P\neditions: [sq]\ntheme:\n  logo: { picture: logo.svg, alternative: Us }\n'],
  [false, 'title: T\neditions: [sq]\n'],
  [false, 'title: T\npublisher: P\neditions: sq\n'],
  [false, 'title: T\npublisher: P\neditions: [sq]\npaper: A3\n'],
  [false, 'title: T\npublisher: P\neditions: [sq]\nfooter: F\n'],
  [false, 'title: T\npublisher: P\neditions: [sq]\ngates:\n  sq: { requires: perfect }\n'],
  [false, 'title: T\npublisher: P\neditions: [sq]\ntheme:\n  colour: "#123456"\n'],
])('it takes what is right, and nothing else (%s)', (right, yaml) => {
  expect([isRight(parse(yaml)), isRight.errors ?? []]).toEqual([right, right ? [] : expect.any(Array)])
})
