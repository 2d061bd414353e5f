import type { Page } from './browser.ts'

/**
 * Loads the faces: those that the print itself would ask for come too late for it. Names pictures and faces that failed,
 * without which a PDF would be blank in places (gotenberg#44), and elements that lead elsewhere, most of which the browser
 * drops without a request.
 */
export function inspect(page: Page): Promise<{ readonly outward: readonly string[]; readonly unread: readonly string[] }> {
  return page.evaluate(async () => {
    const all = [...document.fonts]
    await Promise.allSettled(all.map((face) => face.load()))
    // Copies of pictures are read when they are made, which takes a moment.
    const reading = [...document.images].filter(({ complete }) => !complete)
    await Promise.all(
      reading.map(
        async (picture) =>
          new Promise((end) => {
            for (const event of ['load', 'error']) picture.addEventListener(event, end, { once: true })
          }),
      ),
    )
    const faces = all.filter((face) => face.status === 'error').map((face) => `the face ${face.family} ${face.weight} ${face.style}`)
    const pictures = [...document.images]
      .filter((image) => image.naturalWidth === 0)
      .map((image) => `the picture ${image.alt || image.src}`)
    const drawn = await Promise.all(
      [...document.querySelectorAll<SVGImageElement & { decode(): Promise<void> }>('svg image')].map((image) =>
        image.decode().then(
          () => [],
          () => [`the picture ${image.href.baseVal}`],
        ),
      ),
    )
    const outward = document.querySelectorAll(
      'iframe, frame, object, embed, link[href]:not([href^="data:" i]), meta[http-equiv="refresh" i]',
    )
    const leads = [...outward].map((element) => {
      const address = ['src', 'data', 'href', 'content'].map((name) => element.getAttribute(name)).find((value) => value !== null)
      return `the element ${element.localName} ${address ?? ''}`
    })
    return { outward: leads, unread: [...faces, ...pictures, ...drawn.flat()] }
  })
}
