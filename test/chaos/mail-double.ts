import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerSession } from 'smtp-server'
import type { Chance } from './chance.js'
import type { CopyFacts } from './facts.js'

/** What the mail server does with a letter. */
type Mood = 'take' | 'busy' | 'greylist' | 'refuse' | 'take and drop' | 'drop' | 'take and hang' | 'hang'

/** A mail server of bad manners, which remembers exactly what it took and what it said. */
export interface MailDouble {
  readonly port: number
  readonly copies: () => readonly CopyFacts[]
  /** Message-IDs it refused for good (550). */
  readonly refusedForGood: () => readonly string[]
  /** How often it was in which mood. */
  readonly moods: () => Readonly<Record<string, number>>
  /** From now on it takes every letter and says so. */
  readonly calmDown: () => void
  readonly close: () => Promise<void>
}

/**
 * Starts the double on a free port of this machine. Four letters of five are taken; the others meet 421 or 450 before
 * they are handed over, 550 after, or silence: the line is dropped, or nothing is said, whether the letter was kept or not.
 */
export const startMailDouble = async (chance: Chance, now: () => number): Promise<MailDouble> => {
  const copies: CopyFacts[] = []
  const refused: string[] = []
  const { moodOf, met, calmDown } = moody(chance)
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onRcptTo: (_address, ...[, done]) => {
      const mood = moodOf(['busy', 'greylist'])
      done(mood === 'take' ? null : saying(mood === 'busy' ? 421 : 450))
    },
    onData: (stream, ...[session, done]) => {
      const take = async (): Promise<void> => {
        const { messageId = '' } = await simpleParser(stream)
        const mood = moodOf(['refuse', 'take and drop', 'drop', 'take and hang', 'hang'])
        if (mood.startsWith('take')) copies.push({ messageId, answered: mood === 'take', at: now() })
        if (mood === 'refuse') refused.push(messageId)
        if (mood.endsWith('hang')) return
        if (mood.endsWith('drop')) dropLine(server, session)
        else done(mood === 'refuse' ? saying(550) : null)
      }
      take().catch(() => done(saying(451)))
    },
  })
  const port = await listening(server)
  return {
    port,
    copies: () => copies,
    refusedForGood: () => refused,
    moods: () => Object.fromEntries(met),
    calmDown,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** One letter in ten meets a mood, at each of the two doors where it can. */
const moody = (chance: Chance) => {
  const met = new Map<Mood, number>()
  let isCalm = false
  const moodOf = (choices: readonly Mood[]): Mood => {
    const mood = isCalm || !chance.oneIn(10) ? 'take' : chance.pick(choices)
    met.set(mood, (met.get(mood) ?? 0) + 1)
    return mood
  }
  return { moodOf, met, calmDown: () => void (isCalm = true) }
}

const listening = async (server: SMTPServer): Promise<number> => {
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('the mail double has no port')
}

/** Ends the connection without a word, as a server does that is killed. */
const dropLine = (server: SMTPServer, { id }: SMTPServerSession): void => {
  for (const connection of server.connections) if (connection.id === id) connection._socket.destroy()
}

const saying = (responseCode: number): Error => Object.assign(new Error('as the storm has it'), { responseCode })
