import type { PassThrough } from 'node:stream'
import { listenFor } from '../../db/listen.js'
import { placedChannel } from '../../db/log/sequence.js'
import { entriesFrom, stillInForce, type OrderedEntry, type OrderPlace } from '../../db/reads/changes.js'
import { askingRows } from '../../db/rows-of-the-reader.js'
import { programmeOfBase, type PersonId } from '../../domain/ids.js'
import { signInMinutesUnseen } from '../limits.js'
import type { ApiParts } from '../parts.js'
import type { Credential } from './credential.js'
import { changesTold, type ChangesWanted } from './judge.js'

/** Who follows changes, of what, and from which place of the order on. */
export interface Following {
  readonly person: PersonId
  readonly wanted: ChangesWanted
  readonly credential: Credential
  /** The place of the first entry that was not told yet. */
  readonly from: number
  /** Where nothing is waited for, it ends once all there is was told. */
  readonly waits: boolean
  readonly out: PassThrough
}

interface Follower extends Omit<Following, 'from'> {
  next: number
  /** Up to where whoever follows has an id to come back with. */
  told: number
  seats: string | undefined
  isBusy: boolean
  /** With what it reads once it is done with what it reads now. */
  called: Read | undefined
  readonly endsAtMs: number
}

/** Why a stream ends: it is asked anew by then, and refused where it has to be. */
type Ending = 'signed_out' | 'seats_changed' | 'renew' | 'told' | 'closing'

/** How often, how long, how much; a test gives shorter ones. */
export interface FollowingRhythm {
  /** A sign of life, and a look at who still may follow. */
  readonly beatMs: number
  /** How long one stream lasts before it is asked for anew. */
  readonly lastsMs: number
  /** How long somebody may leave unread what was sent. */
  readonly patienceMs: number
}

const followingRhythm: FollowingRhythm = { beatMs: 25_000, lastsMs: 15 * 60_000, patienceMs: 10_000 }

/** Entries that are read and judged at once: as much as one stream holds unread in memory. */
const batch = 200
/** After so many places of which nothing was for these eyes, an id is given all the same, so that coming back begins there. */
const sparse = 1_000

type Parts = Pick<ApiParts, 'db' | 'clock' | 'config' | 'log'>

/** Everybody who follows changes in this process, over one connection that listens. */
interface Followers {
  /** Keeps a place for somebody while it is looked at whether he may follow; what it returns gives the place back. */
  readonly reserve: (person: PersonId) => () => void
  readonly of: (person: PersonId) => number
  readonly all: () => number
  readonly follow: (following: Following) => void
  readonly close: () => Promise<void>
}

/**
 * Tells those who follow what was recorded, as each of them may see it at that moment. Whoever places entries in the order rings; then,
 * and at each sign of life, the seats and sign-ins of all are asked for at once, and entries are read once for all who wait at the
 * same place. While nothing happens no stream costs a statement of its own. Nothing of it belongs to the request that opened it:
 * what is read in somebody's name says so where it is read.
 */
export const openFollowers = (parts: Parts, rhythm: FollowingRhythm = followingRhythm): Followers => {
  const followers = new Set<Follower>()
  const reserved = new Set<{ readonly person: PersonId }>()
  let machinery: { readonly close: () => Promise<void> } | undefined
  const start = () => {
    const { close } = listenFor({ url: parts.config.DATABASE_URL, channel: placedChannel, heard: () => round() })
    const beat = setInterval(() => round(heartbeat), rhythm.beatMs)
    return {
      close: async () => {
        clearInterval(beat)
        await close()
      },
    }
  }
  const look = async (sign: string): Promise<void> => {
    if (followers.size > 0) await lookAtAll(parts, { followers, sign, rhythm })
  }
  const round = oneAfterAnother({ look, log: parts.log })
  return {
    of: (person) => [...followers, ...reserved].filter((one) => one.person === person).length,
    all: () => followers.size + reserved.size,
    reserve: (person) => {
      const place = { person }
      reserved.add(place)
      return () => reserved.delete(place)
    },
    follow: (following) =>
      askingRows({}, () => {
        machinery ??= start()
        const follower = begun(following, rhythm)
        followers.add(follower)
        // The head of an answer leaves with its first words: without them whoever asks would not know that he is heard.
        follower.out.write(heartbeat)
        follower.out.once('close', () => followers.delete(follower))
        round()
      }),
    close: async () => {
      for (const follower of followers) end(follower, { why: 'closing', ...rhythm })
      followers.clear()
      await machinery?.close()
    },
  }
}

const heartbeat = ':\n\n'

interface Looking extends Pick<Parts, 'log'> {
  readonly look: (sign: string) => Promise<void>
}

/** Whoever rings while it is looked has it looked once more: rounds follow each other, and none is beside another. */
const oneAfterAnother = ({ look, log }: Looking): ((sign?: string) => void) => {
  const called = { sign: '', isRunning: false, again: false }
  const rounds = async (): Promise<void> => {
    called.isRunning = true
    while (called.again) {
      const { sign } = called
      Object.assign(called, { sign: '', again: false })
      await look(sign).catch((error: unknown) =>
        log.warn({ err: error }, 'changes wait, because the database did not answer'),
      )
    }
    called.isRunning = false
  }
  return (sign = '') => {
    called.sign ||= sign
    called.again = true
    if (!called.isRunning) void rounds()
  }
}

const begun = ({ from, ...following }: Following, { lastsMs }: FollowingRhythm): Follower => ({
  ...following,
  next: from,
  told: from,
  seats: undefined,
  isBusy: false,
  called: undefined,
  endsAtMs: performance.now() + lastsMs,
})

const end = ({ out }: Follower, { why, patienceMs }: { readonly why: Ending; readonly patienceMs: number }): void => {
  if (out.writableEnded || out.destroyed) return
  out.end(`event: end\ndata: ${JSON.stringify({ why })}\n\n`)
  setTimeout(() => out.destroy(), patienceMs).unref()
}

interface Looked {
  readonly followers: ReadonlySet<Follower>
  readonly sign: string
  readonly rhythm: FollowingRhythm
}

const lookAtAll = async (parts: Parts, { followers, sign, rhythm }: Looked): Promise<void> => {
  const all = [...followers]
  const standing = await stillInForce(parts.db, asked(all, parts.clock()))
  const read = sharedReads(parts)
  const nowMs = parts.clock().getTime()
  for (const one of all) {
    const seats = standing.seats.get(one.person) ?? ''
    const why = endingOf(one, { seats, known: standing.known, nowMs })
    if (why !== undefined) {
      end(one, { why, ...rhythm })
      continue
    }
    one.seats = seats
    if (sign !== '' && !one.isBusy) one.out.write(sign)
    // Not waited for: who is slow keeps no other one waiting.
    advance(parts, { one, read, rhythm }).catch((error: unknown) => {
      parts.log.warn({ err: error }, 'a stream of changes was cut off')
      one.out.destroy()
    })
  }
}

const asked = (all: readonly Follower[], now: Date) => {
  const ids = (kind: Credential['kind']) =>
    all.flatMap(({ credential: one }) => (one.kind === kind && 'id' in one ? [one.id] : []))
  return {
    people: [...new Set(all.map(({ person }) => person))],
    signIns: ids('sign_in'),
    tokens: ids('api_token'),
    now: now.toISOString(),
    seenSince: new Date(now.getTime() - signInMinutesUnseen * 60_000).toISOString(),
  }
}

interface Standing {
  readonly seats: string
  readonly known: ReadonlySet<string>
  readonly nowMs: number
}

const endingOf = (one: Follower, { seats, known, nowMs }: Standing): Ending | undefined => {
  const { credential } = one
  const isKnown = credential.kind === 'token' ? credential.endsAtMs > nowMs : known.has(credential.id)
  if (!isKnown) return 'signed_out'
  if (one.seats !== undefined && one.seats !== seats) return 'seats_changed'
  return performance.now() > one.endsAtMs ? 'renew' : undefined
}

type Read = (from: number) => Promise<readonly OrderedEntry[]>

/** Within one round everybody who waits at the same place reads the same entries. */
const sharedReads = ({ db }: Parts): Read => {
  const kept = new Map<number, Promise<readonly OrderedEntry[]>>()
  return (from) => {
    const found = kept.get(from) ?? entriesFrom(db, { from, atMost: batch })
    kept.set(from, found)
    return found
  }
}

interface Advancing {
  readonly one: Follower
  readonly read: Read
  readonly rhythm: FollowingRhythm
}

/** Tells one follower all there is; who is called meanwhile looks once more. Cuts off who leaves unread what was sent. */
const advance = async (parts: Parts, { one, read, rhythm }: Advancing): Promise<void> => {
  one.called = read
  if (one.isBusy) return
  one.isBusy = true
  try {
    while (one.called !== undefined) {
      const source = one.called
      one.called = undefined
      while (await tellSome(parts, { one, read: source, rhythm }));
    }
    if (!one.waits) end(one, { why: 'told', ...rhythm })
  } finally {
    one.isBusy = false
  }
}

/** Returns whether there may be more. */
const tellSome = async (parts: Parts, { one, read, rhythm }: Advancing): Promise<boolean> => {
  const entries = await read(one.next)
  const last = entries.at(-1)
  if (last === undefined || one.out.destroyed || one.out.writableEnded) return false
  const { person, wanted } = one
  const told = await changesTold(parts, { person, wanted, entries })
  one.next = last.index + 1
  one.told = (told.at(-1)?.index ?? one.told - 1) + 1
  const isSparse = one.next - one.told >= sparse
  if (isSparse) one.told = one.next
  const text = told.map(asEvent).join('') + (isSparse ? `id: ${idOf(last)}\n\n` : '')
  if (text !== '' && !one.out.write(text) && !(await drained(one.out, rhythm.patienceMs))) {
    one.out.destroy()
    return false
  }
  return entries.length === batch
}

const drained = async (out: PassThrough, patienceMs: number): Promise<boolean> =>
  await new Promise((resolve) => {
    const done = (is: boolean) => () => {
      clearTimeout(timer)
      out.off('drain', onDrain).off('close', onClose)
      resolve(is)
    }
    const [onDrain, onClose] = [done(true), done(false)]
    const timer = setTimeout(done(false), patienceMs)
    out.once('drain', onDrain).once('close', onClose)
  })

/** The id under which somebody comes back to a place. */
export const idOf = ({ index, mark }: OrderPlace): string => `${index}.${mark}`

const asEvent = ({ stream, seq, event, recordedAt, ...place }: OrderedEntry): string => {
  const told = { base: stream, programme: programmeOfBase(stream), seq, type: event.type, recordedAt }
  return `id: ${idOf(place)}\nevent: change\ndata: ${JSON.stringify(told)}\n\n`
}
