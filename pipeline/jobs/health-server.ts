import { once } from 'node:events'
import { createServer } from 'node:http'
import { failure } from '../problem.ts'
import { metricsText } from './metrics.ts'
import type { RunningWorker } from './worker.ts'

type Answer = readonly [status: number, text: string, type?: string]

/** What is answered at which path. */
const PATHS: Readonly<Record<string, (worker: RunningWorker) => Answer>> = {
  '/healthz': ({ health }) => (health.isWell ? [200, 'well\n'] : [503, 'jobs wait, and none is taken\n']),
  '/readyz': ({ health }) => (health.isReady ? [200, 'ready\n'] : [503, 'takes no jobs\n']),
  '/metrics': (worker) => [200, metricsText(worker), 'text/plain; version=0.0.4; charset=utf-8'],
}

/**
 * Tells an orchestrator how a worker is, over HTTP at each address of this machine.
 * @returns what ends it
 * @throws Failure where the port is taken
 */
export async function openHealthServer(worker: RunningWorker, port: number): Promise<() => void> {
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1)
    const answer = request.method === 'GET' && Object.hasOwn(PATHS, path) ? PATHS[path] : undefined
    const [status, text, type = 'text/plain; charset=utf-8'] = answer?.(worker) ?? [404, 'not here\n']
    response.writeHead(status, { 'Content-Type': type }).end(text)
  })
  server.listen(port)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw failure({
      rule: 'port',
      file: `port ${port}`,
      message: 'This port cannot be used.',
      found: (error as Error).message,
      remedy: 'Give another with --port, or end the program that has it.',
    })
  }
  return () => {
    server.close()
    server.closeAllConnections()
  }
}
