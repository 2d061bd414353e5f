// Runs in the pages of a preview: reloads the page when it was built anew, at the place that was being read, and shows what keeps
// it from being built.
const PLACE = 'editions-place'

/** The last element with an id that begins above the upper edge of the window, and how far. */
function placeOnPage() {
  const isAbove = (/** @type {Element} */ element) => element.getClientRects().length > 0 && element.getBoundingClientRect().top <= 1
  const last = [...document.querySelectorAll('main [id]')].findLast(isAbove)
  return { path: location.pathname, id: last?.id ?? '', offset: last ? last.getBoundingClientRect().top : -scrollY }
}

const kept = sessionStorage.getItem(PLACE)
sessionStorage.removeItem(PLACE)

function goToPlace() {
  if (!kept) return
  const { path, id, offset } = JSON.parse(kept)
  if (path !== location.pathname) return
  const element = id === '' ? undefined : document.getElementById(id)
  scrollTo({ top: (element ? element.getBoundingClientRect().top + scrollY : 0) - offset, behavior: 'instant' })
}

/**
 * Whether the page shows a file of the output, or makes use of it.
 * @param {readonly string[]} paths
 */
function shows(paths) {
  const own = decodeURIComponent(location.pathname).slice(1)
  return paths.some((path) => path === own || path === `${own}index.html` || own === '' || path.startsWith('assets/'))
}

/**
 * Shows problems at the foot of the window; none where there are none.
 * @param {readonly { place: string, message: string, found?: string, expected?: string, remedy?: string }[]} problems
 */
function panel(problems) {
  document.getElementById('editions-problems')?.remove()
  if (problems.length === 0) return
  const host = document.createElement('div')
  host.id = 'editions-problems'
  const root = host.attachShadow({ mode: 'open' })
  const box = document.createElement('section')
  box.setAttribute('role', 'alert')
  box.setAttribute('aria-label', 'What keeps the pages from being built')
  for (const { place, message, found, expected, remedy } of problems) {
    /** @type {readonly (readonly [name: string, text: string | undefined])[]} */
    const rows = [
      ['h2', message],
      ['p', place],
      ['p', found && `Found: ${found}`],
      ['p', expected && `Expected: ${expected}`],
      ['p', remedy],
    ]
    for (const [name, text] of rows) {
      if (!text) continue
      const element = document.createElement(name)
      element.textContent = text
      box.append(element)
    }
  }
  const style = document.createElement('style')
  style.textContent = `section { position: fixed; inset: auto 0 0; z-index: 2147483647; max-height: 50vh; overflow: auto; padding: 1rem 1.5rem;
    border-top: 4px solid #b3261e; background: #fff; color: #1a1a1a; font: 16px/1.5 system-ui, sans-serif; box-shadow: 0 -4px 24px #0004 }
    h2 { margin: 0.75rem 0 0; font-size: 1rem } p { margin: 0.25rem 0 0; overflow-wrap: anywhere }
    @media (prefers-color-scheme: dark) { section { background: #222; color: #eee; border-color: #f2b8b5 } }`
  root.append(style, box)
  document.body.append(host)
}

// Styles and faces that come later move everything once more. Before the page is loaded, no face may have been asked for yet.
goToPlace()
// A page that is reloaded before that was never at its place: the one it was to go to counts.
let isAtPlace = kept === null
addEventListener('load', () => {
  goToPlace()
  void document.fonts.ready.then(() => {
    goToPlace()
    isAtPlace = true
    history.scrollRestoration = 'auto'
  })
})
let version = Number(document.currentScript?.dataset['version'])
/** @param {{ version: number, isStart: boolean, written: readonly string[], problems: Parameters<typeof panel>[0] }} state */
function hear(state) {
  const isOther = state.version !== version
  // After the server was started anew, or several builds since this page last heard of one, nobody knows what has changed.
  const isUnknown = state.isStart || state.version !== version + 1
  if (isOther && (isUnknown || shows(state.written))) {
    sessionStorage.setItem(PLACE, isAtPlace || !kept ? JSON.stringify(placeOnPage()) : kept)
    // The browser by itself would go to where the page was before, at any time after it is loaded.
    history.scrollRestoration = 'manual'
    location.reload()
    return
  }
  version = state.version
  panel(state.problems)
}

/** @type {EventSource | undefined} */
let events
// A browser keeps six connections to a server: only pages that are seen hold one, and the others hear what is new when they are.
function listen() {
  events?.close()
  events = undefined
  if (document.visibilityState === 'hidden') return
  events = new EventSource('/.editions/events')
  events.addEventListener('state', ({ data }) => hear(JSON.parse(data)))
}
document.addEventListener('visibilitychange', listen)
listen()
