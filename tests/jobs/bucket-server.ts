import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that speaks as much of S3 as a shared store asks: PUT, GET and DELETE of objects, and If-None-Match. */
export interface BucketServer {
  readonly address: string
  /** Path → bytes. */
  readonly objects: Map<string, Buffer>
  /** Whether it takes a second write all the same, as some servers do. */
  overwrites: boolean
  /** Whether it lets nobody remove anything. */
  keeps: boolean
  /** The status with which it refuses all; 0 for none. */
  refuses: number
  /** So many times it does what it is asked, and answers that it failed. */
  failures: number
  close(): Promise<void>
}

const NAMES: Readonly<Record<number, string>> = { 403: 'AccessDenied', 404: 'NoSuchKey', 412: 'PreconditionFailed', 500: 'InternalError' }

export async function openBucketServer(): Promise<BucketServer> {
  const objects = new Map<string, Buffer>()
  const answer = (response: ServerResponse, status: number, body: string | Buffer = ''): void => {
    const name = NAMES[status]
    response.writeHead(status).end(name ? `<?xml version="1.0"?><Error><Code>${name}</Code><Message>${name}</Message></Error>` : body)
  }
  const statusOf = (method: string, path: string, isConditional: boolean, body: Buffer): number => {
    if (self.refuses > 0) return self.refuses
    if (method === 'GET') return objects.has(path) ? 200 : 404
    if (method === 'DELETE' && self.keeps) return 403
    if (method === 'DELETE') return objects.delete(path) ? 204 : 204
    if (isConditional && objects.has(path) && !self.overwrites) return 412
    objects.set(path, body)
    return 200
  }
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = new URL(request.url ?? '', 'http://localhost').pathname
      const status = statusOf(request.method ?? '', path, request.headers['if-none-match'] === '*', body)
      if (self.failures > 0) answer(response, self.failures-- > 0 ? 500 : status)
      else answer(response, status, request.method === 'GET' ? objects.get(path) : '')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const self: BucketServer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    overwrites: false,
    keeps: false,
    refuses: 0,
    failures: 0,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return self
}

/** The body of a request, out of the chunks with signatures of their own in which the SDK may send it. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const whole = Buffer.concat(parts)
  if (!(request.headers['content-encoding'] ?? '').includes('aws-chunked')) return whole
  const chunks: Buffer[] = []
  for (let at = 0; ;) {
    const end = whole.indexOf('\r\n', at)
    const size = Number.parseInt(whole.toString('latin1', at, end), 16)
    if (!(size > 0)) return Buffer.concat(chunks)
    chunks.push(whole.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}
