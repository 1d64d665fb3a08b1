import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** A channel is a name and cannot be a parameter. Who listens names it by the constant under which db/ notifies, so the types hold the two together. */
const statements = {
  letter: 'listen letter',
  checkpoint: 'listen checkpoint',
  answer: 'listen answer',
  placed: 'listen placed',
} as const

/** What is listened to: a channel of a database. */
export interface Listened {
  readonly url: string
  readonly channel: keyof typeof statements
}

interface ListenOptions extends Listened {
  /** Called with what every notice says, and with nothing after each new connection, since notices may have been missed before it. */
  readonly heard: (said?: string) => void
}

/**
 * Hears of queued letters, of a wish for a checkpoint, of commands that were recorded, or of entries that have their place, over a connection of its own, and
 * connects again whenever that one breaks. It only makes things quicker: whoever uses it must also look by itself now and then.
 */
export const listenFor = (options: ListenOptions): { readonly close: () => Promise<void> } => {
  const closing = new AbortController()
  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await hearUntilBroken(options, closing.signal).catch(() => undefined)
      await pause(reconnectMs, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }
  const running = run()
  return {
    close: () => {
      closing.abort()
      return running
    },
  }
}

const reconnectMs = 1_000

const hearUntilBroken = async ({ url, channel, heard }: ListenOptions, closing: AbortSignal): Promise<void> => {
  const client = new pg.Client({ connectionString: url, application_name: `cornerstone ${channel}`, keepAlive: true })
  let leave: () => void = () => undefined
  const broken = new Promise<void>((resolve) => (leave = resolve))
  client.on('error', leave).on('end', leave)
  closing.addEventListener('abort', leave)
  try {
    await client.connect()
    client.on('notification', ({ payload }) => heard(payload))
    await client.query(statements[channel])
    heard()
    await broken
  } finally {
    closing.removeEventListener('abort', leave)
    await client.end().catch(() => undefined)
  }
}
