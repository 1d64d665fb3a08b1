import http from 'node:http'

export interface Posted {
  readonly status: number | undefined
  readonly text: string
}

interface Post {
  /** Keeps its connections, so that no arm pays for opening one. */
  readonly agent: http.Agent
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Posts JSON and gives the answer as it came. Fails only where there was none. */
export const post = (url: URL, { agent, body, headers }: Post): Promise<Posted> =>
  new Promise((tell, fail) => {
    const all = { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const request = http.request(url, { method: 'POST', agent, headers: all }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => tell({ status: response.statusCode, text }))
    })
    request.on('error', fail)
    request.end(body)
  })
