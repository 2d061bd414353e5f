/* What a page does with the search, which the program puts before it: openSearch(MiniSearch, language, stemming). */
const box = document.querySelector('.search')
const [input, told, list] = ['input', '.search-told', '.search-hits'].map((part) => box.querySelector(part))
const { file, found, none, loading, failed } = box.dataset
const MOST = 50

// A page that was opened from a disk can read no files but scripts: what there is to search is in calls.
let scope
const documents = []
globalThis.searching = (given) => (scope = given)
globalThis.searched = (each) => documents.push(each)
const load = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.addEventListener('load', resolve)
    script.addEventListener('error', reject)
    script.src = address
    document.head.append(script)
  })

let search
let isWhole = false
const beside = (name) => file.slice(0, file.lastIndexOf('/') + 1) + name
const take = () => {
  search.add(documents.splice(0))
  show()
}
load(file)
  .then(() => {
    search = openSearch(globalThis.MiniSearch, scope.language, scope.stemming)
    take()
    return Promise.all(scope.shards.map((name) => load(beside(name)).then(take)))
  })
  .then(() => {
    isWhole = true
    show()
  })
  .catch(() => (told.textContent = failed))

const element = (name, ...content) => {
  const made = document.createElement(name)
  made.append(...content)
  return made
}
const hitOf = ({ folder, document: title, id, title: heading, sentence }) => {
  const link = element('a', id === '' ? title : heading)
  link.href = `${box.dataset.folder ?? `${encodeURIComponent(folder)}/index.html`}#${id === '' ? 'top' : id}`
  const place = element('p', link)
  place.className = 'hit-place'
  if (id !== '') place.append(element('span', title))
  return element('li', place, element('p', ...sentence.map((part) => (part.found ? element('mark', part.text) : part.text))))
}
function show() {
  const query = input.value.trim()
  const { count, hits } = search ? search.find(query, MOST) : { count: 0, hits: [] }
  list.replaceChildren(...hits.map(hitOf))
  told.textContent = query === '' ? '' : count > 0 ? found.replace('#', count) : isWhole ? none : loading
  if (location.protocol !== 'file:') {
    const address = new URL(location.href)
    if (query === '') address.searchParams.delete('q')
    else address.searchParams.set('q', query)
    if (address.href !== location.href) history.replaceState(null, '', address)
  }
}
let typed
input.addEventListener('input', () => {
  clearTimeout(typed)
  typed = setTimeout(show, 150)
})
box.querySelector('form').addEventListener('submit', show)
show()
