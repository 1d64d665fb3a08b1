import type { z } from 'zod'
import { examinedEntries } from '../../db/reads/examined.js'
import { keysAfter, type Page } from '../../db/reads/page.js'
import { exceptionLabels, exceptionsIn, type ExceptionFound } from '../../domain/exceptions.js'
import { askedPeriod } from '../asking/asked-moment.js'
import { ExceptionsQuery, ExceptionsResponse, type ExceptionResponse } from '../contract/exceptions.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { pageView } from '../views/page-view.js'
import { logSight } from './logs.js'
import { problems } from './responses.js'

/** Waivers, extensions, overrides, silence, delegations, acts on paper, voids: read off the ledger, for those who examine. */
export const addExceptions = (app: ApiApp, parts: ApiParts): void => {
  const list = { querystring: ExceptionsQuery, response: { 200: ExceptionsResponse, ...problems } }
  const schema = { ...list, tags: ['evidence'], summary: 'Exceptions' }
  app.get('/exceptions', { schema }, async (request) => {
    const sight = await logSight(parts, { person: request.person, about: request.query.base })
    request.about = request.query.base ?? ''
    return pageView(
      await pageOfExceptions(parts, { ...request.query, ...askedPeriod(request.query), sight }),
      exceptionView,
    )
  })
}

type Asked = z.output<typeof ExceptionsQuery> & { readonly sight: Awaited<ReturnType<typeof logSight>> }

/** How many entries are looked at together: most acts are none. */
const lookedAt = 1_000

/** Looks through the ledger until the page is full or there is no more; a page goes on where the last one ended. */
const pageOfExceptions = async ({ db }: ApiParts, asked: Asked): Promise<Page<ExceptionFound>> => {
  const { base: stream, from, to, sight, limit } = asked
  const items: ExceptionFound[] = []
  let after = startOf(asked)
  for (;;) {
    const entries = await examinedEntries(db, { stream, from, to, ...sight, after, limit: lookedAt })
    for (const entry of entries) {
      const found = exceptionsIn([entry]).filter((one) => fits(one, asked))
      // An entry may be two, which stay together: a page may be longer by one.
      if (found.length > 0 && items.length >= limit) return { items, next: cursorOf(after) }
      items.push(...found)
      after = { stream: entry.stream, seq: entry.seq }
    }
    if (entries.length < lookedAt) return { items, next: null }
  }
}

const fits = (found: ExceptionFound, { kind, person }: Asked): boolean =>
  (kind === undefined || found.kind === kind) && (person === undefined || found.person === person)

const startOf = (asked: Asked): { readonly stream: string; readonly seq: number } => {
  const [stream = '', seq = '0'] = keysAfter(asked, ['text', 'integer']) ?? []
  return { stream, seq: Number(seq) }
}

const cursorOf = ({ stream, seq }: { stream: string; seq: number }): string =>
  Buffer.from(JSON.stringify([stream, seq])).toString('base64url')

const exceptionView = (found: ExceptionFound): z.output<typeof ExceptionResponse> => ({
  ...found,
  label: exceptionLabels[found.kind],
})
