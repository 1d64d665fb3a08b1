import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { CommandResponse, PendingResponse } from '../api/contract/answer.js'
import { TokenResponse } from '../api/contract/person.js'
import { Problem } from '../api/contract/problem.js'
import type { Locale } from '../domain/locale.js'
import { called } from './called.js'
import { CliFailure, exits, Refused, threePart } from './failure.js'
import { told } from './tongue.js'
import { defined } from '../domain/values/defined.js'

export interface ApiRead<S extends z.ZodType> {
  readonly schema: S
  /** Id of the person to act as; absent: the token of the settings, or nobody. */
  readonly as?: string
}
export interface ApiWrite<S extends z.ZodType> extends ApiRead<S> {
  readonly body: unknown
  readonly contentType?: string
}

/** The API as the command line speaks to it. */
export interface Client {
  readonly get: <S extends z.ZodType>(path: string, ask: ApiRead<S>) => Promise<z.infer<S>>
  /** Sends one command under a key of its own; the same key goes out again whenever the answer did not come back. */
  readonly post: <S extends z.ZodType>(path: string, send: ApiWrite<S>) => Promise<z.infer<S>>
  /** Puts something in the place of what was there; no command, so that it bears no key. */
  readonly put: <S extends z.ZodType>(path: string, send: ApiWrite<S>) => Promise<z.infer<S>>
  readonly remove: (path: string, ask: { readonly as?: string }) => Promise<void>
  /** Every item of a paged list, page by page. */
  readonly all: <I extends z.ZodType>(path: string, ask: ApiRead<I>) => Promise<readonly z.infer<I>[]>
  /** The bytes of a file the API makes. */
  readonly download: (path: string, ask: { readonly as?: string }) => Promise<Buffer>
  readonly tokenOf: (person: string) => Promise<z.infer<typeof TokenResponse>>
}

const freshMs = 5 * 60_000

/**
 * A client of the API at `api`. `patienceMs` is how long it goes on when the API is away or says that Temporal or
 * PostgreSQL is: a verb gives up at once, a rehearsal outlives a worker that is killed and started again.
 */
export const clientOf = ({ api, token, language = 'en', patienceMs = 0 }: Reach): Client => {
  const tokens = new Map<string, { readonly token: Promise<z.infer<typeof TokenResponse>>; readonly at: number }>()
  const line: Line = {
    api,
    patienceMs,
    language,
    bearer: async (person) => (person ? (await tokenOf(person)).token : token),
  }
  const tokenOf = (person: string) => {
    const known = tokens.get(person)
    // An act of weight is taken for ten minutes after a token of a trial was given (0061).
    if (known !== undefined && performance.now() - known.at < freshMs) return known.token
    const token = post(line, { path: '/tokens', body: { person }, schema: TokenResponse })
    tokens.set(person, { token, at: performance.now() })
    return token
  }
  return {
    get: (path, ask) => get(line, { path, ...ask }),
    post: (path, send) => post(line, { path, ...send }),
    put: async (path, { schema, ...send }) =>
      schema.parse(await bodyOf(await exchange(line, { path, method: 'PUT', ...send }))),
    remove: async (path, ask) => remove(line, { path, ...ask }),
    all: (path, ask) => everyPage(line, { path, ...ask }),
    download: (path, ask) => download(line, { path, ...ask }),
    tokenOf,
  }
}

interface Reach {
  readonly api: string
  /** In which language the API says no. */
  readonly language?: Locale
  readonly token?: string | undefined
  readonly patienceMs?: number
}
interface Line {
  readonly api: string
  readonly language: Locale
  readonly patienceMs: number
  readonly bearer: (person: string | undefined) => Promise<string | undefined>
}

const get = async <S extends z.ZodType>(line: Line, { path, schema, as }: ApiRead<S> & { path: string }) =>
  schema.parse(await bodyOf(await exchange(line, { path, as })))

const download = async (line: Line, { path, as }: { path: string; as?: string }): Promise<Buffer> => {
  const response = await exchange(line, { path, as })
  if (!response.ok) throw refusalOf(await response.json().catch(() => undefined), response.status)
  return Buffer.from(await response.arrayBuffer())
}

const remove = async (line: Line, { path, as }: { path: string; as?: string }): Promise<void> => {
  const response = await exchange(line, { path, as, method: 'DELETE' })
  if (!response.ok) throw refusalOf(await response.json().catch(() => undefined), response.status)
}

const everyPage = async <I extends z.ZodType>(line: Line, { path, schema, as }: ApiRead<I> & { path: string }) => {
  const page = z.object({ items: z.array(schema), next: z.string().nullable() })
  const items: z.infer<I>[] = []
  for (let after: string | null = ''; after !== null;) {
    const from = after === '' ? '' : `&after=${encodeURIComponent(after)}`
    const got: z.infer<typeof page> = await get(line, {
      path: `${path}${path.includes('?') ? '&' : '?'}limit=200${from}`,
      schema: page,
      ...defined({ as }),
    })
    items.push(...got.items)
    after = got.next
  }
  return items
}

const post = async <S extends z.ZodType>(line: Line, send: ApiWrite<S> & { path: string }) => {
  const response = await exchange(line, { ...send, method: 'POST', key: randomUUID() })
  const body = await bodyOf(response)
  if (response.status !== 202) return send.schema.parse(body)
  return send.schema.parse(await outcomeOf(line, { ask: PendingResponse.parse(body).ask, as: send.as }))
}

/** A command that was sent and not answered in time has an outcome all the same: asks until it is there. */
const outcomeOf = async (line: Line, { ask, as }: { ask: string; as: string | undefined }): Promise<unknown> => {
  const until = performance.now() + Math.max(line.patienceMs, 60_000)
  while (performance.now() < until) {
    const { answer } = await get(line, { path: ask, schema: CommandResponse, ...defined({ as }) })
    if (answer !== null && answer.status < 400) return answer.body
    if (answer !== null) throw refusalOf(answer.body, answer.status)
    await pause(200)
  }
  throw new CliFailure(
    threePart({
      got: { en: 'the command was taken and has no outcome yet', 'zh-CN': '指令已接收，尚无结果' },
      allowed: { en: 'it is not lost and will be carried out once', 'zh-CN': '指令不会丢失，且只执行一次' },
      todo: { en: `ask again: ${ask}`, 'zh-CN': `请稍后查询：${ask}` },
    }),
    exits.unreachable,
  )
}

interface Exchange {
  readonly path: string
  /** Left out: it only asks. */
  readonly method?: 'POST' | 'PUT' | 'DELETE'
  readonly as?: string | undefined
  readonly key?: string
  readonly body?: unknown
  readonly contentType?: string
}

const exchange = async (line: Line, request: Exchange): Promise<Response> => {
  const until = performance.now() + line.patienceMs
  for (let tries = 1; ; tries += 1) {
    const response = await once(line, request)
    // A server closes a line that was silent for a while, perhaps in the moment it is used: a new one is tried at once.
    if (response === undefined && tries === 1) continue
    const passing = response === undefined || response.status === 503 || response.status === 429
    if (response !== undefined && !passing) return response
    if (performance.now() < until) {
      await pause(Math.min(5_000, Number(response?.headers.get('retry-after') ?? 0.5) * 1_000 || 500))
      continue
    }
    if (response === undefined) throw unreachable(line.api)
    return response
  }
}

const once = async ({ api, language, bearer }: Line, request: Exchange): Promise<Response | undefined> => {
  const token = request.path === '/tokens' ? undefined : await bearer(request.as)
  const json = request.contentType === undefined || request.contentType === 'application/json'
  const isRaw = !json && (typeof request.body === 'string' || request.body instanceof Uint8Array)
  const text = isRaw ? request.body : JSON.stringify(request.body)
  return fetch(new URL(request.path, api), {
    method: request.method ?? 'GET',
    headers: {
      accept: 'application/json, application/problem+json, application/zip',
      'accept-language': language,
      ...defined({
        authorization: token === undefined ? undefined : `Bearer ${token}`,
        'idempotency-key': request.key,
        'content-type': request.body === undefined ? undefined : (request.contentType ?? 'application/json'),
      }),
    },
    ...defined({ body: request.body === undefined ? undefined : text }),
  }).catch(() => undefined) // fetch rejects when the network fails, and for nothing else here
}

const bodyOf = async (response: Response): Promise<unknown> => {
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw refusalOf(body, response.status)
  return body
}

const refusalOf = (body: unknown, status: number): CliFailure => {
  const problem = Problem.safeParse(body)
  if (!problem.success)
    return new CliFailure(
      told({
        en: `the API answered with status ${status} and no problem document`,
        'zh-CN': `API 的应答状态为 ${status}，且没有问题说明`,
      }),
      exits.refused,
    )
  if (problem.data.status === 503)
    return new CliFailure(`${problem.data.detail} ${problem.data.next}`, exits.unreachable)
  return new Refused(problem.data)
}

const unreachable = (api: string): CliFailure =>
  new CliFailure(
    threePart({
      got: { en: `nothing answers at ${api}`, 'zh-CN': `${api} 无应答` },
      allowed: { en: 'the API must be running', 'zh-CN': 'API 须正在运行' },
      todo: {
        en: `start it with \`npm start\`, or see \`${called} doctor\``,
        'zh-CN': `请用 \`npm start\` 启动，或运行 \`${called} doctor\``,
      },
    }),
    exits.unreachable,
  )
