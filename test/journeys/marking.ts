import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeJwt } from 'jose'
import { holds } from '../../domain/form/condition.js'
import { checkFilled } from '../../domain/form/check.js'
import type { FormField } from '../../domain/form/field.js'
import type { Form, FormAnswers } from '../../domain/form/form.js'
import { checkAnswer, exampleAnswer } from '../../domain/form/kinds/kinds.js'
import { exhibitsIn, isRead, readFilled } from '../../domain/form/read.js'
import { light } from '../../domain/gicc/light.js'
import { keyOf } from '../../domain/values/step-key.js'

/** What was marked on the way. */
export interface Marked {
  /** Each marker by its author. */
  readonly authors: ReadonlyMap<string, readonly string[]>
  /** The fields that bear one, as `<step> <field>`; of a table or a person their parts too. */
  readonly fields: ReadonlySet<string>
}

export interface MarkingDoor extends Marked {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Stands between a command line and the API, and writes a marker into every text, name and free field of each form that is handed
 * in, and into every reason: two markers for each author, turn by turn. A marker has a space in it, so that no id and no code is one.
 */
export const markingDoor = async (api: string): Promise<MarkingDoor> => {
  const authors = new Map<string, string[]>()
  const fields = new Set<string>()
  const turns = new Map<string, number>()
  const places = new Map<string, number>()
  const markerOf = (author: string): string => {
    const turn = turns.get(author) ?? 0
    const place = places.get(author) ?? places.size
    turns.set(author, turn + 1)
    places.set(author, place)
    // One that wrote once has one marker: a second would stand nowhere.
    const own = authors.get(author) ?? []
    const marker = own[turn % 2] ?? `Vexil ${place * 2 + own.length + 10}榧`
    if (!own.includes(marker)) authors.set(author, [...own, marker])
    return marker
  }
  const server = createServer((asked, answer) => {
    void passOn({ asked, answer, api }, (body) => markedBody({ asked, body }, { markerOf, fields }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { authors, fields, url: `http://127.0.0.1:${portOf(server)}`, close: () => closed(server) }
}

const portOf = (server: Server): number => {
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const closed = async (server: Server): Promise<void> => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
}

interface Passage {
  readonly asked: IncomingMessage
  readonly answer: ServerResponse
  readonly api: string
}

const passOn = async ({ asked, answer, api }: Passage, change: (body: Buffer) => Buffer): Promise<void> => {
  const chunks: Buffer[] = []
  for await (const chunk of asked) if (chunk instanceof Buffer) chunks.push(chunk)
  const body = change(Buffer.concat(chunks))
  const { host: _, 'content-length': __, 'transfer-encoding': ___, ...headers } = asked.headers
  const more = body.length > 0 ? { 'content-length': body.length } : {}
  const out = request(
    new URL(asked.url ?? '/', api),
    { method: asked.method, headers: { ...headers, ...more } },
    (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers)
      told.pipe(answer)
    },
  )
  out.on('error', () => answer.destroy())
  out.end(body)
}

interface Marking {
  readonly markerOf: (author: string) => string
  readonly fields: Set<string>
}

const decisions = /\/steps\/([^/]+)\/decisions$/

const markedBody = ({ asked, body }: { asked: IncomingMessage; body: Buffer }, marking: Marking): Buffer => {
  const [, step] = decisions.exec(asked.url ?? '') ?? []
  if (asked.method !== 'POST' || step === undefined) return body
  const { sub: author = '' } = decodeJwt((asked.headers.authorization ?? '').replace('Bearer ', ''))
  const sent: unknown = JSON.parse(body.toString('utf8'))
  if (!isFields(sent)) return body
  const form = light.steps[keyOf(step)]?.form
  const { form: answers, option, reason } = sent
  const filled =
    form !== undefined && isFields(answers) && typeof option === 'string'
      ? { form: markedAnswers({ form, answers, option }, { ...marking, author, key: keyOf(step) }) }
      : {}
  const said = typeof reason === 'string' ? { reason: `${marking.markerOf(author)} ${reason}` } : {}
  return Buffer.from(JSON.stringify({ ...sent, ...filled, ...said }))
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

interface Handing {
  readonly form: Form
  readonly answers: FormAnswers
  readonly option: string
}
type MarkingOf = Marking & { readonly author: string; readonly key: string }

/** The same answers with a marker in all that is free, and what may be left empty filled in as well where it is asked. */
const markedAnswers = ({ form, answers, option }: Handing, marking: MarkingOf): FormAnswers =>
  form.fields.reduce<FormAnswers>((before, field) => {
    // Whoever is screened is named as the forms before it name them.
    if (field.kind === 'table' && field.gathers !== undefined) return before
    const value = before[field.code] ?? emptyFilled(field, { form, option, before })
    if (value === undefined) return before
    const marked = markedValue(value, { field, marking })
    const after = { ...before, [field.code]: marked }
    if (!isSame(form, { option, before, after })) return before
    if (JSON.stringify(marked) !== JSON.stringify(value)) marking.fields.add(`${marking.key} ${field.code}`)
    return after
  }, answers)

const emptyFilled = (
  field: FormField,
  { form, option, before }: { form: Form; option: string; before: FormAnswers },
) => {
  const isAsked = holds(field.asked, { option, read: readFilled(form, { option, answers: before }) })
  if (!isAsked || isRead(field)) return undefined
  const example = exampleAnswer(field, 1)
  // What cites or points at something would have to be there.
  return field.kind === 'reference' || exhibitsIn({ example }).length > 0 ? undefined : example
}

/** Whether the answers fit as before, and the engine reads the same of them. */
const isSame = (form: Form, { option, before, after }: { option: string; before: FormAnswers; after: FormAnswers }) =>
  checkFilled(form, { option, answers: after }).length === 0 &&
  JSON.stringify(readFilled(form, { option, answers: after })) ===
    JSON.stringify(readFilled(form, { option, answers: before }))

/** Each string of a value that may be a marker, or begin with one, does. */
const markedValue = (value: unknown, { field, marking }: { field: FormField; marking: MarkingOf }): unknown =>
  placesIn(value).reduce((whole, place) => {
    const text = at(whole, place)
    if (typeof text !== 'string') return whole
    const marker = marking.markerOf(marking.author)
    const tried = [`${marker} ${text}`, marker].map((one) => put(whole, { place, text: one }))
    return tried.find((one) => checkAnswer(one, field).length === 0) ?? whole
  }, value)

type Place = readonly (string | number)[]

const placesIn = (value: unknown, before: Place = []): readonly Place[] => {
  if (typeof value === 'string') return [before]
  if (typeof value !== 'object' || value === null) return []
  const inside: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((one: unknown, number) => [number, one] as const)
    : Object.entries(value)
  return inside.flatMap(([name, one]) => placesIn(one, [...before, name]))
}

const at = (value: unknown, [first, ...rest]: Place): unknown => {
  if (first === undefined) return value
  return typeof value === 'object' && value !== null
    ? at(new Map(Object.entries(value)).get(String(first)), rest)
    : undefined
}

const put = (value: unknown, { place: [first, ...rest], text }: { place: Place; text: string }): unknown => {
  if (first === undefined) return text
  if (Array.isArray(value))
    return value.map((one: unknown, number) => (number === first ? put(one, { place: rest, text }) : one))
  if (!isFields(value)) return value
  return { ...value, [first]: put(value[first], { place: rest, text }) }
}
