declare module 'hyphen' {
  /** Hyphenates a text by patterns (Liang 1983). */
  export default function createHyphenator(
    patterns: object,
    options: { hyphenChar: string; minWordLength: number },
  ): (text: string) => string
}

declare module 'hyphen/patterns/*.js' {
  const patterns: object
  export default patterns
}
