import { fillerAt } from './filling.js'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { TokenResponse } from '../../api/contract/person.js'
import { defined } from '../../domain/values/defined.js'

/** What the API answered: the media type without its parameters, and the body as JSON where it is. */
export interface Answered {
  readonly status: number
  readonly type: string
  readonly body: unknown
}

export interface Asking {
  /** Person of the sample programme; left out: nobody. */
  readonly as?: string
  /** Idempotency-Key of a write; left out: a new one. */
  readonly key?: string
  /** What is sent; a text as it is, anything else as JSON. Left out: the request is a GET. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Asks one API in the name of its sample people, and never tries again by itself. */
export interface Asker {
  /** Fills in the forms that a test is not about. */
  readonly filler: ReturnType<typeof fillerAt>
  readonly ask: (path: string, asking?: Asking) => Promise<Answered>
  /** Every item of a list, page by page. */
  readonly all: <T extends z.ZodType>(
    path: string,
    of: { readonly schema: T; readonly as?: string },
  ) => Promise<z.infer<T>[]>
  readonly tokenOf: (person: string) => Promise<string>
  /** Decides a step and expects to be heard. */
  readonly decide: (
    step: Step,
    act: { readonly as: string; readonly option: string; readonly key?: string },
  ) => Promise<z.infer<typeof AcceptedResponse>>
}

export interface Step {
  readonly base: string
  readonly step: string
}

/** The asker at an address. */
export const askerAt = (api: string): Asker => {
  const tokens = new Map<string, { readonly token: Promise<string>; readonly at: number }>()
  const filler = fillerAt(api)
  const tokenOf = (person: string): Promise<string> => {
    const known = tokens.get(person)
    // An act of weight is taken for ten minutes after a token was given (0061).
    if (known !== undefined && performance.now() - known.at < 5 * 60_000) return known.token
    const token = freshToken(api, person)
    tokens.set(person, { token, at: performance.now() })
    return token
  }
  const ask = async (path: string, { as, key, body, headers = {} }: Asking = {}): Promise<Answered> => {
    const authorization = as === undefined ? {} : { authorization: `Bearer ${await tokenOf(as)}` }
    return await exchange(new URL(path, api), {
      body: await filler.withForm(path, { as, body }),
      headers: { ...authorization, ...headers },
      key,
    })
  }
  return {
    filler,
    ask,
    tokenOf,
    all: (path, { schema, as = 'p-au-1' }) => everyPage(ask, { path, schema, as }),
    decide: async ({ base, step }, { as, option, key }) => {
      const sent = { as, body: { option }, ...defined({ key }) }
      return parsed(await ask(`/bases/${base}/steps/${step}/decisions`, sent), AcceptedResponse)
    },
  }
}

const freshToken = async (api: string, person: string): Promise<string> => {
  const { body } = await exchange(new URL('/tokens', api), { body: { person }, headers: {}, key: undefined })
  return TokenResponse.parse(body).token
}

/** The body of a good answer; throws, with what was said, for any other. */
export const parsed = <T extends z.ZodType>({ status, body }: Answered, schema: T): z.infer<T> => {
  if (status < 400) return schema.parse(body)
  throw new Error(`The API answered ${status}: ${JSON.stringify(body)}`)
}

interface Exchange {
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
  readonly key: string | undefined
}

const exchange = async (url: URL, { body, headers, key = randomUUID() }: Exchange): Promise<Answered> => {
  const write = { 'idempotency-key': key, 'content-type': 'application/json' }
  const response = await fetch(url, {
    ...defined({
      method: body === undefined ? undefined : 'POST',
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    }),
    headers: { ...(body === undefined ? {} : write), ...headers },
  })
  const type = (response.headers.get('content-type') ?? '').split(';', 1)[0] ?? ''
  return { status: response.status, type, body: type.endsWith('json') ? await response.json() : await response.text() }
}

interface Listing<T> {
  readonly path: string
  readonly schema: T
  readonly as: string
}

const everyPage = async <T extends z.ZodType>(
  ask: Asker['ask'],
  { path, schema, as }: Listing<T>,
): Promise<z.infer<T>[]> => {
  const Page = z.object({ items: z.array(schema), next: z.string().nullable() })
  const items: z.infer<T>[] = []
  for (let after: string | null = ''; after !== null;) {
    const from = after === '' ? '' : `&after=${encodeURIComponent(after)}`
    const answer = await ask(`${path}${path.includes('?') ? '&' : '?'}limit=200${from}`, { as })
    const page: z.infer<typeof Page> = parsed(answer, Page)
    items.push(...page.items)
    after = page.next
  }
  return items
}
