import { createHash } from 'node:crypto'
import type { ApiApp } from './parts.js'

/**
 * Marks what is read as JSON with a fingerprint of its bytes, and says 304 to whoever has these very bytes. The answer is worked
 * out all the same: what somebody may see can have changed, and a look that leaves a row leaves it (SD9). Nothing is kept on the way.
 */
export const addUnchanged = (app: ApiApp): void => {
  app.addHook('onSend', async (request, reply, payload) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const isJson = String(reply.getHeader('content-type') ?? '').startsWith('application/json')
    if (!isRead || reply.statusCode !== 200 || !isJson || typeof payload !== 'string') return payload
    const etag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`
    reply.header('etag', etag)
    if (!isAmong(request.headers['if-none-match'], etag)) return payload
    reply.code(304).removeHeader('content-length')
    return null
  })
}

/** A proxy may have made a weak mark of it on the way (RFC 9110, 13.1.2). */
const isAmong = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag) ?? false
