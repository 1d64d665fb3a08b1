import type { FastifyRequest } from 'fastify'
import type { Link } from '../../db/reads/links.js'
import { isSealFor, sealFor } from '../../db/seals/row-seal.js'
import type { ApiParts } from '../parts.js'

/** The mark of a page that was shown for a link and an option: without it nothing acts (0051). */
export const markOf = (link: Link, option: string): string => sealFor('page', [link.id, option])

/**
 * Whether an act comes from a page of ours that was shown for this link and option. Browsers say from where a form is sent, and
 * whoever sends it without a browser says nothing.
 */
export const isFromOurPage = (
  parts: Pick<ApiParts, 'config'>,
  { request, link, option, mark }: { request: FastifyRequest; link: Link; option: string; mark: string },
): boolean => isSentFromUs(parts, request) && isSealFor('page', { facts: [link.id, option], seal: mark })

/** Whether a form was sent from a page of this very address, as browsers say. */
export const isSentFromUs = (
  { config }: Pick<ApiParts, 'config'>,
  { headers: { origin, 'sec-fetch-site': site } }: FastifyRequest,
): boolean => origin === new URL(config.API_PUBLIC_URL).origin && (site === undefined || site === 'same-origin')
