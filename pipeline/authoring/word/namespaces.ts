import type { Element } from 'xast'

const OOXML = 'http://schemas.openxmlformats.org/'
const STRICT = 'http://purl.oclc.org/ooxml/'

/** Usual prefixes of the namespaces that are looked for (ISO/IEC 29500-1, annex A; ODF 1.3, part 3, 1.4). Any others may be declared. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OOXML}wordprocessingml/2006/main`, 'w'],
  [`${STRICT}wordprocessingml/main`, 'w'],
  [`${OOXML}officeDocument/2006/relationships`, 'r'],
  [`${STRICT}officeDocument/relationships`, 'r'],
  [`${OOXML}officeDocument/2006/math`, 'm'],
  [`${OOXML}drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${OOXML}drawingml/2006/main`, 'a'],
  [`${OOXML}drawingml/2006/picture`, 'pic'],
  [`${OOXML}drawingml/2006/chart`, 'c'],
  [`${OOXML}drawingml/2006/diagram`, 'dgm'],
  [`${OOXML}markup-compatibility/2006`, 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
])

/** Gives the names of a part their usual prefixes, in place, where its root declares other ones. */
export function usePrefixes(root: Element): void {
  const own = new Map<string, string>()
  for (const [name, uri] of Object.entries(root.attributes)) {
    const prefix = PREFIXES.get(uri ?? '')
    const written = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined
    if (prefix !== undefined && written !== undefined && written !== prefix) own.set(written, prefix)
  }
  if (own.size === 0) return
  const named = (name: string, isElement: boolean): string => {
    const [prefix, local] = name.includes(':') ? [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)] : ['', name]
    const usual = prefix === 'xmlns' || (prefix === '' && !isElement) ? undefined : own.get(prefix)
    return usual === undefined ? name : `${usual}:${local}`
  }
  const rename = (element: Element): void => {
    element.name = named(element.name, true)
    element.attributes = Object.fromEntries(Object.entries(element.attributes).map(([name, value]) => [named(name, false), value]))
    for (const child of element.children) if (child.type === 'element') rename(child)
  }
  rename(root)
  for (const [uri, prefix] of PREFIXES) if ([...own.values()].includes(prefix) && Object.values(root.attributes).includes(uri)) root.attributes[`xmlns:${prefix}`] = uri // prettier-ignore
}
