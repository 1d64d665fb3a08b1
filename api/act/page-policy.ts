import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { moveToken } from '../../web/act/script.js'
import { style } from '../../web/page/style.js'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const policy = [
  "default-src 'none'",
  `style-src ${hashOf(style)}`,
  `script-src ${hashOf(moveToken)}`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/**
 * Sends a page of a link: its own style and script and nothing else. Where a form comes from must be said to us and to nobody else:
 * without that a browser sends a form with no origin at all.
 */
export const giveActPage = (reply: FastifyReply, page: string): FastifyReply =>
  reply
    .headers({
      'content-security-policy': policy,
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex',
    })
    .type('text/html; charset=utf-8')
    .send(page)
