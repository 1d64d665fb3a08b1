import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WorkContent, WorkFrame } from '../../web/work/model.js'
import { scriptsOf, workPage } from '../../web/work/shell.js'
import { workStyle } from '../../web/work/style.js'
import { keepLanguage } from './page-language.js'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const styleHash = hashOf(workStyle)

/** The policy of a page: its own style and scripts, which ask nobody but us, nothing from anywhere, and forms that go nowhere but here. */
const policyOf = (scripts: readonly string[]): string =>
  [
    "default-src 'none'",
    `style-src ${styleHash}`,
    ...(scripts.length === 0 ? [] : [`script-src ${scripts.map(hashOf).join(' ')}`, "connect-src 'self'"]),
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')

interface GivenPage {
  readonly request: FastifyRequest
  readonly frame: WorkFrame
  readonly content: WorkContent
}

/**
 * Sends a page of the workplace. Where its forms come from must be said to us and to nobody else, or a browser sends them with no
 * origin at all; and the same address may answer a program in JSON.
 */
export const giveWorkPage = (reply: FastifyReply, { request, frame, content }: GivenPage): FastifyReply =>
  keepLanguage(reply, request)
    .headers({
      'content-security-policy': policyOf(scriptsOf(frame, content.script)),
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex',
      'content-language': frame.locale,
      vary: 'accept, accept-language, cookie',
    })
    .type('text/html; charset=utf-8')
    .send(workPage(frame, content))
