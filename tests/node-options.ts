import { readFileSync } from 'node:fs'

/** Node’s own options in the project’s commands, such as `npm start`: what is measured runs as they do. */
export function nodeOptions(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
  return scripts.start.match(/--\S+/g) ?? []
}
