import { randomUUID } from 'node:crypto'
import { maxHeaderSize, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Patience } from './limits.js'
import type { No } from './problems.js'
import { problemBody, statusOf } from './problems.js'

/**
 * Answers what never became a request, such as a head that is no HTTP or a sender that drips, as a problem like every
 * other, and closes the connection. Nothing is known of who asks, so it speaks English.
 */
export const clientErrorHandler =
  ({ requestMs }: Patience) =>
  (error: Error & { readonly code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return
    const no = problemOf(error.code ?? '', requestMs)
    const status = statusOf(no)
    const body = JSON.stringify(problemBody(no, { locale: 'en', instance: '/', requestId: randomUUID() }))
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ]
    if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
    socket.destroySoon()
  }

const problemOf = (code: string, requestMs: number): No => {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { code: 'too_slow', detail: { seconds: requestMs / 1000 } }
  if (code === 'HPE_HEADER_OVERFLOW') return { code: 'headers_too_large', detail: { limit: maxHeaderSize } }
  return { code: 'malformed_request', detail: { got: /^[A-Z_]{1,60}$/.test(code) ? code : 'unknown' } }
}
