/* What pages do beyond reading. Each works without: the links lead to the same page, the contents to each section. */
{
  const words = document.body.dataset

  // A page at a former address leads to the section that was asked for. Without scripts, to the head of the page.
  const moved = document.querySelector('a.moved')
  if (moved) location.replace(moved.href + location.hash)

  // Sections have the same names in every language: the other edition is opened at the one that was read last. The switch stands
  // at the head of the page, so that a section counts where the reader stays, and not where they pass on the way up.
  const languages = document.querySelector('.languages')
  if (languages) {
    const lead = (id) => languages.querySelectorAll('a[hreflang]').forEach((link) => (link.hash = id))
    const note = () => {
      if (languages.getBoundingClientRect().bottom > 0) return
      const headings = [...document.querySelectorAll(':is(.text, .programme, .cite) :is(h2, h3, h4)[id]')]
      const section = headings.findLast((each) => each.getBoundingClientRect().top < innerHeight / 3)
      if (section) lead(section.id)
    }
    if (document.getElementById(decodeURIComponent(location.hash.slice(1)))) lead(location.hash)
    let staying
    addEventListener('scroll', () => {
      clearTimeout(staying)
      staying = setTimeout(note, 1000)
    })
  }

  // A heading’s own address, for those who quote it.
  if (words.copy && navigator.clipboard) {
    const told = document.createElement('p')
    told.className = 'told'
    told.setAttribute('role', 'status')
    document.body.append(told)
    for (const heading of document.querySelectorAll(':is(.text, .programme, .cite) :is(h2, h3)[id]')) {
      const wordsAlone = heading.cloneNode(true)
      for (const note of wordsAlone.querySelectorAll('.note-beside, sup')) note.remove()
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'copy-link'
      button.setAttribute('aria-label', `${words.copy}: ${wordsAlone.textContent.trim()}`)
      button.title = words.copy
      button.textContent = '#'
      const address = new URL(`#${heading.id}`, document.querySelector('link[rel=canonical]')?.href ?? location.href)
      const tell = (text) => (told.textContent = text)
      button.addEventListener('click', () => {
        history.replaceState(null, '', address.hash)
        void navigator.clipboard.writeText(address.href).then(() => {
          tell(words.copied)
          setTimeout(tell, 4000, '')
        })
      })
      heading.append(button)
    }
  }

  // What searches is loaded when a reader begins to, or comes with a question.
  const search = document.querySelector('.search')
  if (search) {
    search.hidden = false
    if (location.hash === '#search') search.scrollIntoView()
    const input = search.querySelector('input')
    let isBegun = false
    const begin = () => {
      if (isBegun) return
      isBegun = true
      const script = document.createElement('script')
      script.addEventListener('error', () => (search.querySelector('.search-told').textContent = search.dataset.failed))
      script.src = search.dataset.script
      document.head.append(script)
    }
    search.addEventListener('focusin', begin)
    search.addEventListener('submit', (event) => event.preventDefault())
    const asked = new URLSearchParams(location.search).get('q')
    if (asked) input.value = asked
    if (input.value) begin()
    else if (location.hash === '#search') input.focus()
  }

  // The reader’s own languages come first.
  const list = document.querySelector('.shelves')
  if (list) {
    const whole = (tag) => {
      try {
        return new Intl.Locale(tag).maximize()
      } catch {
        return { language: tag }
      }
    }
    const own = navigator.languages.map(whole)
    const rank = ({ lang }) => {
      const { language, script } = whole(lang)
      const exact = own.findIndex((each) => each.language === language && each.script === script)
      const alike = own.findIndex((each) => each.language === language)
      return exact >= 0 ? exact : alike >= 0 ? alike + 0.5 : own.length
    }
    list.append(...[...list.children].toSorted((a, b) => rank(a) - rank(b)))
  }
}
