import type { ApiApp } from './parts.js'

/** Nothing may be loaded, framed or run by an answer, unless a page says otherwise for itself. */
export const strictPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
  'content-security-policy': strictPolicy,
} as const

/** Puts the security headers on every reply, errors included; what a route has set already stays. */
export const addSecurityHeaders = (app: ApiApp, { isHttps }: { isHttps: boolean }): void => {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(always)
    if (isHttps) reply.header('strict-transport-security', 'max-age=31536000')
  })
}
