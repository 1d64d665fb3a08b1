import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Chance } from './chance.js'
import type { Answer } from './facts.js'
import type { Journal, SentWish, Wish } from './journal.js'

/** Sends wishes as impatient people do: again and again under the same key, through whichever API answers. */
export interface Sender {
  /** Sends a wish in one of the ways people send one, and returns when its first sender has an outcome, or gives up. */
  readonly send: (wish: Wish, chance: Chance) => Promise<SentWish>
  /** Sends a wish once its time has come, through one API where one is named, and nothing else with it. */
  readonly sendPlainly: (wish: Wish, by: { chance: Chance; api?: number | undefined }) => Promise<void>
  /** Sends a command until it has an outcome; undefined when patience ends first. */
  readonly insist: (sent: Pick<SentWish, 'key' | 'wish' | 'begun'>, insisting: Insisting) => Promise<Answer | undefined>
  /** Asks for something to read, until it is answered; undefined when patience ends first. */
  readonly read: (path: string, reading: { as: string; patienceMs?: number }) => Promise<Answer | undefined>
  readonly tokenOf: (person: string) => Promise<string>
  /** Resolves when everything that was begun, repeats included, is over. */
  readonly idle: () => Promise<void>
}

export interface Insisting {
  readonly chance: Chance
  /** Which API is asked first. */
  readonly first: number
  /** Whether no other one is asked. */
  readonly stays?: boolean
  readonly patienceMs?: number
}

/** Longer than the API itself waits for anything. */
const silenceMs = 20_000
const usualPatienceMs = 240_000

/** The sender of a run. */
export const senderOf = (
  apis: readonly [string, string],
  {
    journal,
    patienceMs: usualMs = usualPatienceMs,
  }: { readonly journal: Journal; readonly patienceMs?: number | undefined },
): Sender => {
  const line = { apis, journal, usualMs, tokens: new Map<string, Promise<string>>() }
  const background = new Set<Promise<unknown>>()
  const later = (work: Promise<unknown>): void => {
    background.add(work)
    const forget = () => background.delete(work)
    work.then(forget, forget)
  }
  return {
    send: (wish, chance) => {
      const sending = sendInSomeWay(line, { wish, chance, later })
      later(sending)
      return sending
    },
    sendPlainly: async (wish, { chance, api }) => {
      const sent: SentWish = { key: chance.uuid(), begun: journal.now(), wish, answers: [], otherText: [] }
      journal.sent.push(sent)
      const first = api ?? chance.below(2)
      const answer = await insist(line, { ...sent, chance, first, stays: api !== undefined })
      if (answer !== undefined) sent.answers.push(answer)
    },
    insist: (sent, insisting) => insist(line, { ...sent, ...insisting }),
    read: (path, { as, patienceMs = usualMs }) => read(line, { path, as, patienceMs }),
    tokenOf: (person) => tokenOf(line, person),
    idle: async () => {
      while (background.size > 0) await Promise.allSettled(background)
    },
  }
}

interface Line {
  readonly apis: readonly [string, string]
  readonly journal: Journal
  readonly usualMs: number
  readonly tokens: Map<string, Promise<string>>
}

interface Way {
  readonly wish: Wish
  readonly chance: Chance
  readonly later: (work: Promise<unknown>) => void
}

const sendInSomeWay = async (line: Line, { wish, chance, later }: Way): Promise<SentWish> => {
  const sent: SentWish = { key: chance.uuid(), begun: line.journal.now(), wish, answers: [], otherText: [] }
  line.journal.sent.push(sent)
  const way = chance.pick(['plain', 'plain', 'plain', 'plain', 'at once', 'at once', 'later', 'later', 'other text'])
  const [first, other] = chance.oneIn(2) ? [0, 1] : [1, 0]
  const repeat = chance.of('repeat')
  const through = async (api: number, by: Chance): Promise<void> => {
    const answer = await insist(line, { ...sent, chance: by, first: api })
    if (answer !== undefined) sent.answers.push(answer)
  }
  const delay = chance.between(0, 6_000)
  if (way === 'at once') await Promise.all([through(first, chance), through(other, repeat)])
  else await through(first, chance)
  if (way === 'later') later(pause(delay).then(() => through(other, repeat)))
  if (way === 'other text') later(tryOtherText(line, { sent, api: other, chance: repeat }))
  return sent
}

const tryOtherText = async (
  line: Line,
  { sent, api, chance }: { sent: SentWish; api: number; chance: Chance },
): Promise<void> => {
  const wish = { ...sent.wish, body: otherThan(sent.wish) }
  const answer = await insist(line, { ...sent, wish, chance, first: api })
  if (answer !== undefined) sent.otherText.push(answer)
}

/** A body the same person might have sent instead. */
const otherThan = ({ does, body }: Wish): Wish['body'] => {
  switch (does) {
    case 'comment':
      return { ...body, text: 'Something else was meant.' }
    case 'nominate':
      return { ...body, invited: body['invited'] !== true }
    case 'convene':
      return { ...body, session: 'another-session' }
    case 'decide':
    case 'hold':
    case 'resume':
      return { ...body, reason: 'Something else was meant.' }
  }
}

interface Command extends Insisting {
  readonly key: string
  readonly begun: number
  readonly wish: Wish
}

const insist = async (line: Line, command: Command): Promise<Answer | undefined> => {
  const { chance, first, stays = false, wish, key, begun, patienceMs = line.usualMs } = command
  const until = line.journal.now() + patienceMs
  for (let api = first; line.journal.now() < until; api = stays || chance.oneIn(2) ? api : 1 - api) {
    const answer = await attempt(line, { api, path: wish.path, as: wish.as, write: { key, body: wish.body, begun } })
    if (answer !== undefined && isOutcome(answer)) return answer
    await pause(chance.between(150, 500))
  }
  return undefined
}

/** Anything that is not "ask again": done, or a no that stays. */
const isOutcome = ({ status }: Answer): boolean => status < 500 && status !== 202 && status !== 429 && status !== 401

const read = async (
  line: Line,
  { path, as, patienceMs }: { path: string; as: string; patienceMs: number },
): Promise<Answer | undefined> => {
  const until = line.journal.now() + patienceMs
  for (let api = 0; line.journal.now() < until; api = 1 - api) {
    const answer = await attempt(line, { api, path, as })
    if (answer !== undefined && isOutcome(answer)) return answer
    await pause(200)
  }
  return undefined
}

interface Request {
  readonly api: number
  readonly path: string
  readonly as: string
  readonly write?: { readonly key: string; readonly body: unknown; readonly begun: number }
}

/** One request; undefined when the connection was lost or nothing came. Writes stand in the journal. */
const attempt = async (line: Line, { api, path, as, write }: Request): Promise<Answer | undefined> => {
  const authorization = `Bearer ${await tokenOf(line, as)}`
  const from = line.journal.now()
  const answer = await fetch(new URL(path, line.apis[api === 0 ? 0 : 1]), {
    ...(write === undefined
      ? { headers: { authorization } }
      : {
          method: 'POST',
          headers: { authorization, 'idempotency-key': write.key, 'content-type': 'application/json' },
          body: JSON.stringify(write.body),
        }),
    signal: AbortSignal.timeout(silenceMs),
  })
    .then(async (response) => ({ status: response.status, body: await response.text() }))
    .catch(() => undefined)
  if (write !== undefined)
    line.journal.attempts.push({ api, begun: write.begun, from, to: line.journal.now(), status: answer?.status })
  return answer
}

const Token = z.object({ token: z.string() })

/** A token of the local issuer, asked for until it is given: whoever acts in a storm has signed in before it. */
const tokenOf = (line: Line, person: string): Promise<string> => {
  const known = line.tokens.get(person) ?? freshToken(line, person)
  line.tokens.set(person, known)
  return known
}

const freshToken = async ({ apis }: Line, person: string): Promise<string> => {
  for (let turn = 0; turn < 600; turn += 1) {
    const token = await fetch(new URL('/tokens', apis[turn % 2 === 0 ? 0 : 1]), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ person }),
      signal: AbortSignal.timeout(silenceMs),
    })
      .then(async (response) => Token.safeParse(await response.json()).data?.token)
      .catch(() => undefined)
    if (token !== undefined) return token
    await pause(300)
  }
  throw new Error(`${person} was given no token.`)
}
