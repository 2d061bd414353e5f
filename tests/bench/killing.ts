/** Kills builds, their browsers and their pages at random, and says what came of it. `npm run bench:killing [rounds] [seed]` */
import { killAtRandom } from '../killing.ts'
import { createRandom } from './keys/corpus.ts'

const [rounds, seed] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? Date.now() % 1e6)]
const { struck, faults } = await killAtRandom(rounds, createRandom(seed))
console.log(
  `${rounds} builds, seed ${seed}; processes killed: ${Object.entries(struck)
    .map(([victim, count]) => `${count} ${victim}`)
    .join(', ')}`,
)
console.log(faults.length === 0 ? 'Every edition was wholly the old one or the new one, and no process was left.' : faults.join('\n'))
process.exitCode = faults.length === 0 ? 0 : 1
