import type { Element, ElementContent } from 'xast'
import { x } from './elements.ts'
import { childOf, elementsIn, isElement } from './parts.ts'

/** Elements of a text that hold a drawing. */
export const DRAWINGS: ReadonlySet<string> = new Set(['mc:AlternateContent', 'w:drawing', 'w:pict', 'w:object'])

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const PIC = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
const WP = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'

/** A drawing’s parts that can stand in a text, and what else it is. */
export interface DrawingParts {
  readonly pictures: readonly Element[]
  /** Contents of text boxes. */
  readonly boxes: readonly Element[]
  /** Names of what has no place in a text. */
  readonly others: readonly string[]
  /** Its name or description in Word. */
  readonly name: string
}

/** Things that Word draws and a text cannot have, by an element in them. */
const OTHERS: Readonly<Record<string, string>> = {
  'c:chart': 'chart',
  'cx:chart': 'chart',
  'dgm:relIds': 'SmartArt diagram',
  'o:OLEObject': 'embedded object',
  'w:control': 'form control',
  'wp14:contentPart': 'ink drawing',
  'w14:contentPart': 'ink drawing',
}

/** Shapes that draw lines, and stand for nothing else. */
const SHAPES = new Set(['wps:wsp', 'v:shape', 'v:rect', 'v:roundrect', 'v:oval', 'v:line', 'v:polyline', 'v:arc', 'wps:cxnSp'])

/** Takes a drawing apart. Of two forms of it the first that holds anything counts. */
export function partsOf(drawing: Element): DrawingParts {
  if (drawing.name === 'mc:AlternateContent') {
    const forms = drawing.children.filter((node): node is Element => isElement(node)).map(partsIn)
    return forms.find(({ pictures, boxes, others }) => pictures.length + boxes.length + others.length > 0) ?? partsIn(drawing)
  }
  return partsIn(drawing)
}

function partsIn(drawing: Element): DrawingParts {
  const boxes: Element[] = []
  const outside: Element[] = []
  const look = (element: Element): void => {
    for (const child of element.children) {
      if (child.type !== 'element') continue
      if (child.name === 'w:txbxContent') boxes.push(child)
      else {
        outside.push(child)
        look(child)
      }
    }
  }
  look(drawing)
  const properties = outside.find(({ name }) => name === 'wp:docPr')
  const single = outside.filter(({ name }) => name === 'a:blip').length === 1
  const pictures = outside.flatMap((element) => {
    if (element.name === 'v:imagedata')
      return [x('w:pict', {}, x('v:shape', { 'xmlns:v': 'urn:schemas-microsoft-com:vml' }, withRelations(element)))]
    if (element.name !== 'pic:pic') return []
    const blip = childOf(element, 'pic:blipFill', 'a:blip')
    const own = childOf(element, 'pic:nvPicPr', 'pic:cNvPr')
    return blip ? [picture(blip, single ? (properties ?? own) : (own ?? properties))] : []
  })
  const named = new Set(outside.flatMap(({ name }) => OTHERS[name] ?? []))
  const isShape = pictures.length + boxes.length + named.size === 0 && outside.some(({ name }) => SHAPES.has(name))
  return {
    pictures,
    boxes,
    others: [...named, ...(isShape ? ['drawn shape'] : [])],
    name: properties?.attributes['descr'] || properties?.attributes['name'] || '',
  }
}

/** A picture by itself, also one of a group. */
function picture(blip: Element, properties: Element | undefined): Element {
  const attributes = { descr: properties?.attributes['descr'] ?? '', title: properties?.attributes['title'] ?? '' }
  const link = properties && childOf(properties, 'a:hlinkClick')
  return x(
    'w:drawing',
    { 'xmlns:a': A, 'xmlns:pic': PIC, 'xmlns:wp': WP },
    x(
      'wp:inline',
      {},
      x('wp:docPr', attributes, ...(link ? [withRelations(link)] : [])),
      x('a:graphic', {}, x('a:graphicData', {}, x('pic:pic', {}, x('pic:blipFill', {}, withRelations({ ...blip, children: [] }))))),
    ),
  )
}

function withRelations(element: Element): Element {
  return { ...element, attributes: { 'xmlns:r': R, ...element.attributes } }
}

/** What stands in the place of a drawing. */
export function inText({ pictures, boxes }: DrawingParts): ElementContent[] {
  return [...pictures, ...(boxes.length > 0 ? [x('w:pict', {}, ...boxes)] : [])]
}

/** Words in a part that draws a chart or a diagram. */
export function wordsDrawn(part: Element): string {
  return [...elementsIn(part, 'a:t', 'c:v')]
    .flatMap(({ children }) => children.map((child) => (child.type === 'text' ? child.value : '')))
    .filter((text) => /\p{L}/u.test(text))
    .join(', ')
}
