import { request } from 'node:http'

export interface Answer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly text: string
  readonly json: Record<string, unknown>
}

/** A request as any program may send it: to this machine, under whatever name. @param address of the server, whose name is sent where no other is */
export function ask(address: string, method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  const { port, host } = new URL(address)
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      const isJson = response.headers['content-type']?.includes('json')
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text,
          json: isJson ? (JSON.parse(text) as Answer['json']) : {},
        }),
      )
    })
    asked.on('error', reject).end(body)
  })
}
