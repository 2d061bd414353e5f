import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'

/** A Redis on this machine alone, as an operator sets it up: it keeps what it holds across its end. */
export interface OwnRedis {
  readonly address: string
  readonly client: Redis
  /** Ends it at once, as a fault does. */
  kill(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

/** Starts one. @param folder where it keeps its file */
export async function openRedis(folder: string): Promise<OwnRedis> {
  mkdirSync(folder, { recursive: true })
  const port = await freePort()
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'yes', '--appendfsync', 'always'] // prettier-ignore
  const client = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null, retryStrategy: () => 50, lazyConnect: true })
  client.on('error', () => undefined)
  let server: ChildProcess | undefined
  const start = async (): Promise<void> => {
    server = spawn('redis-server', settings, { stdio: 'ignore' })
    await client.ping()
  }
  const kill = async (): Promise<void> => {
    server!.kill('SIGKILL')
    if (server!.exitCode === null && server!.signalCode === null) await once(server!, 'exit')
    await pause(50)
  }
  await start()
  return {
    address: `redis://127.0.0.1:${port}`,
    client,
    kill,
    start,
    close: async () => {
      client.disconnect()
      await kill()
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
