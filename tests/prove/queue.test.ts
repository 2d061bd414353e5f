import { cpSync, globSync, mkdirSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { queueName } from '../../pipeline/jobs/job-queue.ts'
import { readRoll } from '../../pipeline/jobs/roll.ts'
import { digestsOf } from '../build-once.ts'
import { DEADLY, NO_BROWSER } from './print-worker.ts'
import { openSmallDisk } from './small-disk.ts'
import {
  busyWorker, cli, end, env, expectEachOnce, gone, letter, place, PRINTS, redis, SEEN, small, spreadBuild, startWorkers, store, TIMINGS, whole, workers,
} from './spread-builds.ts' // prettier-ignore

/** Builds over several machines, whatever befalls them: what is published is what one machine publishes, and each print is there once. */

test('two workers give the bytes of none, to a build that composes in two threads, and what they have made is not made again', async () => {
  await startWorkers(2)
  const { files, prints, report } = await spreadBuild(TIMINGS, 1)
  expect(files).toEqual(whole)
  expect(report.failures).toEqual([])
  expect(prints.tally.sums.reduce((sum, each) => sum + each.prints, 0)).toBe(PRINTS)
  expect(prints.tally.own).toBe(0)
  expectEachOnce()
  // A damaged object is made anew, and it alone.
  const [object] = globSync('prints/*/*', { cwd: store })
  truncateSync(join(store, object!), 1_000)
  const again = await spreadBuild()
  expect(again.files).toEqual(whole)
  expect(again.prints.store.damaged).toBe(1)
  expect(again.prints.tally.sums.reduce((sum, each) => sum + each.prints, 0)).toBe(1)
  expectEachOnce()
})

test.each([4, 8])('%i workers give the bytes of none', async (count) => {
  await startWorkers(count)
  expect((await spreadBuild()).files).toEqual(whole)
  expectEachOnce()
})

test('a worker that is killed, and one that is stopped for longer than its lock, leave what they had in hand to others', async () => {
  await startWorkers(3, SEEN)
  const building = spreadBuild()
  const killed = await busyWorker()
  end(killed, 'SIGKILL')
  workers.delete(killed)
  const stopped = await busyWorker()
  end(stopped, 'SIGSTOP')
  const { files, prints } = await building
  expect(files).toEqual(whole)
  expect(prints.tally.own).toBe(0)
  // It goes on as if nothing had happened, and finishes what another has finished: what is there stays as it is.
  const before = digestsOf(store)
  end(stopped, 'SIGCONT')
  end(stopped, 'SIGTERM')
  await gone(stopped)
  expect(digestsOf(store)).toEqual(before)
  expectEachOnce()
})

test('a queue that loses all, that is killed and comes back, or is away for longer than a worker waits, is caught up with', async () => {
  await startWorkers(2, SEEN)
  for (const befall of [
    async () => void (await redis.client.flushall()),
    async () => {
      await redis.kill()
      await redis.start()
    },
    async () => {
      await redis.kill()
      await pause(3 * TIMINGS.drain * 1000)
      await redis.start()
    },
  ]) {
    rmSync(store, { recursive: true, force: true })
    const building = spreadBuild()
    await busyWorker()
    await befall()
    const { files, prints } = await building
    expect(files).toEqual(whole)
    expect(prints.tally.own).toBe(0)
    expectEachOnce()
  }
})

test('a worker ends when it is told to, though its queue is away', async () => {
  const [worker] = await startWorkers(1)
  await spreadBuild()
  await redis.kill()
  end(worker!, 'SIGTERM')
  await gone(worker!)
  expect(worker!.exitCode).toBe(0)
  await redis.start()
})

test('a build without workers that get on prints itself within its patience, and says which it asks for', async () => {
  const version = 'v24.0.0 0123456789abcdef'
  await startWorkers(1, { version })
  const { files, prints, told } = await spreadBuild({ ...TIMINGS, patience: 3_000 })
  expect(files).toEqual(whole)
  expect(prints.tally).toMatchObject({ sums: [], own: PRINTS })
  expect(told.join(' ')).toMatch(/program [0-9a-f]{12}, Node v\d+.*chromium/)
  expect(told.join(' ')).toContain('program 0123456789ab, Node v24.0.0')
  expectEachOnce()
})

test('a job that somebody puts on the queue makes nothing but what its digest says', async () => {
  await startWorkers(1)
  const roll = await vi.waitUntil(async () => {
    const found = await readRoll(redis.client, TIMINGS.beat)
    return found.length > 0 ? found : undefined
  }, 60_000)
  const { queue: name } = roll[0]!
  const { Queue } = await import('bullmq')
  const queue = new Queue(name, { connection: redis.client, prefix: 'editions' })
  for (const id of ['../../../etc/passwd', 'file:///etc/passwd', 'f'.repeat(64)]) await queue.add('print', { html: '<p>', file: '/etc/passwd' }, { jobId: id.replaceAll(':', '-'), attempts: 1 }) // prettier-ignore
  while ((await queue.getFailedCount()) < 3) await pause(50)
  expect(globSync('**/*', { cwd: store }).filter((path) => /[0-9a-f]{64}|passwd/.test(path))).toEqual([])
  expect(queueName({ version: 'another', browser: 'x' })).not.toBe(name)
})

test('a page that ends whoever prints it is tried so often and named, and the rest is published', async () => {
  const deadly = join(small.root, 'content/deadly')
  mkdirSync(deadly)
  small.write('content/deadly/document.md', letter(DEADLY))
  const over = new AbortController()
  const replacing = (async () => {
    while (!over.signal.aborted) {
      const alive = [...workers].filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
      if (alive.length < 2) await startWorkers(2 - alive.length)
      await pause(100)
    }
  })()
  // Workers that are replaced on a busy machine take long to come: the build, which this page would not end, is not to print it.
  const patient = { ...TIMINGS, patience: 240_000 }
  const { report, files } = await spreadBuild(patient).finally(() => over.abort())
  await replacing
  rmSync(deadly, { recursive: true })
  const problems = report.failures.flatMap((each) => each.problems)
  expect(problems.map(({ file }) => file)).toEqual(problems.map(() => 'content/deadly/document.md'))
  expect(new Set(problems.map(({ edition }) => edition))).toEqual(new Set(['en', 'sq']))
  expect(problems[0]!.actual).toContain('each worker vanished')
  for (const [path, digest] of Object.entries(whole).filter(([each]) => each.endsWith('.pdf'))) expect(files[path]).toBe(digest)
  expect(Object.keys(files).filter((path) => path.includes('deadly'))).toEqual([])
})

test('builds that are killed, or started twice at once, end in one publication', async () => {
  await startWorkers(2, SEEN)
  const out = join(place, 'killed')
  const command = ['build', '--out', out, '--queue', redis.address, '--store', store]
  const killed = cli(...command)
  await busyWorker()
  end(killed, 'SIGKILL')
  const both = [cli(...command), cli(...command)]
  await Promise.all(both.map(gone))
  expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0])
  expect(digestsOf(out)).toEqual(whole)
  expectEachOnce()
})

test('a worker whose machine does not print leaves the jobs to others, and is named', async () => {
  const [ill] = await startWorkers(1, { isIll: true })
  await startWorkers(1)
  const { files, prints } = await spreadBuild()
  expect(files).toEqual(whole)
  expect([prints.tally.own, prints.tally.sums.reduce((sum, each) => sum + each.prints, 0)]).toEqual([0, PRINTS])
  expect(prints.tally.sums.every(({ worker }) => !worker.endsWith(`-${ill!.pid}`))).toBe(true)
  expectEachOnce()
})

test('where no worker prints, the build does, and says which could not and why', async () => {
  const [ill] = await startWorkers(1, { isIll: true })
  const { files, prints } = await spreadBuild({ ...TIMINGS, patience: 2_000 })
  expect(files).toEqual(whole)
  expect(prints.tally.own).toBe(PRINTS)
  expect(prints.tally.faults).toEqual([{ reason: NO_BROWSER, workers: [expect.stringMatching(`-${ill!.pid}$`)] }])
})

test('a store that is full is told by its name, and with room all is as it should be', async () => {
  const disk = openSmallDisk(join(place, 'disk'), env)
  const found = join(place, 'found')
  const command = ['build', '--out', join(place, 'full'), '--queue', redis.address, '--store', join(place, 'disk/store')]
  try {
    const full = disk.run(small.root, command, 4, found)
    expect(full.status).toBe(2)
    expect(full.said).toContain(`${place}/disk/store/pieces/`)
    expect(full.said).toContain('the disk is full')
  } finally {
    disk.close()
  }
  cpSync(found, store, { recursive: true })
  await startWorkers(1)
  expect((await spreadBuild()).files).toEqual(whole)
})
