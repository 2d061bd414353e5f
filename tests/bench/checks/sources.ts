/** Defects of an English document, by the rule that must find them: clean Markdown, and the same with the defect. */
export const SOURCES: Readonly<Record<string, (random: () => number) => { readonly clean: string; readonly broken: string }>> = {
  'broken-markdown': (random) => {
    const [text, at] = sections(random)
    const slips = ['**text** of **one', '[text] (https://example.org)', 'text[^9]', '[text][none]', '##Heading', '-one\n-two', '| a | b |\n| c | d |', '```\ntext', ':::tip', '\\newpage', '==text=='] // prettier-ignore
    const slip = slips[Math.floor(random() * slips.length)]!
    return { clean: text, broken: text.replace(`Text of section ${at}.`, slip) }
  },
  'doubtful-markdown': (random) => {
    const [text, at] = sections(random)
    const slips = ['Thank you :smile:', '[[Other page]]', '{{ name }}', '• one', 'Text.\n\n    This sentence is indented by four spaces.']
    const slip = slips[Math.floor(random() * slips.length)]!
    return { clean: text, broken: text.replace(`Text of section ${at}.`, slip) }
  },
  'heading-order': (random) => {
    const [clean, at] = sections(random)
    return { clean, broken: replaceHeading(clean, at, (line) => line.replace(/^##+/, '#####')) }
  },
  'shown-nowhere': (random) => {
    const [text] = sections(random)
    const pairs = [
      ['\\[MS-1]: Standard', '[MS-1]: Standard'],
      ['One[^a].\n\n[^a]: Note.', '[^a]: Note.'],
      ['| a | b |\n| - | - |\n| c | d |', '| a |\n| - |\n| c | d |'],
      ['- One', '-\n- One'],
    ] as const
    const [clean, broken] = pairs[Math.floor(random() * pairs.length)]!
    return { clean: `${text}\n\n${clean}`, broken: `${text}\n\n${broken}` }
  },
  'link-target': (random) => {
    const [text] = sections(random)
    const pairs = [
      ['https://example.org', 'example.org'],
      ['mailto:office@example.org', 'office@example.org'],
      ['tel:+38338221351', 'tel:'],
      ['#top', ''],
      ['annex.pdf', 'anex.pdf'],
      ['annex.pdf', 'Annex.pdf'],
      ['annex.pdf', '/home/annex.pdf'],
      ['#section-0', '#section-zero'],
    ] as const
    const [clean, broken] = pairs[Math.floor(random() * pairs.length)]!
    return { clean: `${text}\n\nSee [this](${clean}).`, broken: `${text}\n\nSee [this](${broken}).` }
  },
  picture: (random) => {
    const [text] = sections(random)
    const places = ['https://example.org/map.png', '//example.org/map.png', '/map.png', '../map.png', 'maps.png', 'Annex.pdf', 'annex.pdf']
    const place = places[Math.floor(random() * places.length)]!
    const broken = random() < 0.5 ? `![A map](${place})` : `![A map][map]\n\n[map]: ${place}`
    return { clean: `${text}\n\n![A map](map.png)`, broken: `${text}\n\n${broken}` }
  },
  'cut-text': (random) => {
    const [text] = sections(random)
    const [clean, broken] = [
      ['"Volume #4"', 'Volume #4'],
      ['Volume#4', 'Volume # 4'],
      ['"&Co works"', '&Co works'],
      ['"!important notice"', '!important notice'],
    ][Math.floor(random() * 4)]!
    const withTitle = (title: string): string => `---\ntitle: ${title}\nkind: Report\ndescription: D\ndate: 2026-05-31\n---\n\n${text}`
    return { clean: withTitle(clean!), broken: withTitle(broken!) }
  },
  'second-title': (random) => {
    const [text] = sections(random)
    const chapter = '# A chapter\n\nText.\n\n'
    return { clean: random() < 0.5 ? text : `${chapter}${chapter.replace('A ', 'Another ')}`, broken: `# Another title\n\n${text}` }
  },
  'alt-text': (random) => {
    const [text] = sections(random)
    return { clean: `${text}\n\n![A map](map.png)`, broken: `${text}\n\n![${random() < 0.5 ? '' : ' '}](map.png)` }
  },
  'empty-section': (random) => {
    const [clean, at] = sections(random)
    return { clean, broken: replaceHeading(clean, at, (line) => `## Empty ${at}\n\n${line.replace(/^#+/, '##')}`) }
  },
  'duplicate-heading': (random) => {
    const [clean] = sections(random)
    return { clean, broken: `${clean}\n\n## Same\n\nText.\n\n## Same\n\nText.` }
  },
  'long-sentence': (random) => {
    const [text] = sections(random)
    const sentence = (words: number): string => `The${' word'.repeat(words - 1)}.`
    return { clean: `${text}\n\n${sentence(40)}`, broken: `${text}\n\n${sentence(46 + Math.floor(random() * 30))}` }
  },
  'unprintable-code': (random) => {
    const [text] = sections(random)
    const sign = ['语', 'ع', 'ไ', '한', 'א', 'क'][Math.floor(random() * 6)]!
    const block = (code: string): string => (random() < 0.5 ? `    ${code}\n    end` : `\`\`\`\n${code}\n\`\`\``)
    return { clean: `${text}\n\n${block('a -> b')}`, broken: `${text}\n\n${block(`a ${sign} b`)}` }
  },
}

/** A document of some sections with text under each, and the number of one of its headings. */
function sections(random: () => number): [string, number] {
  const count = 3 + Math.floor(random() * 6)
  const parts = Array.from(
    { length: count },
    (_, index) => `${index > 0 && random() < 0.3 ? '###' : '##'} Section ${index}\n\nText of section ${index}.`,
  )
  return [parts.join('\n\n'), 1 + Math.floor(random() * (count - 1))]
}

function replaceHeading(text: string, at: number, by: (line: string) => string): string {
  return text.replace(new RegExp(`^#+ Section ${at}$`, 'm'), by)
}
