import { randomUUID } from 'node:crypto'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { now } from '../clock/machine-clock.js'

export interface MailboxMessage {
  readonly id: string
  readonly from: string
  /** The addresses it was sent to, as the envelope says. */
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
  /** ISO instant. */
  readonly receivedAt: string
  /** With its angle brackets; empty when the mail had none. */
  readonly messageId: string
}

export interface Mailbox {
  /** The port it listens on: the one asked for, or the one found when 0 was asked for. */
  readonly port: number
  readonly close: () => Promise<void>
}

/**
 * The embedded mailbox: an SMTP server on this machine that takes every letter and hands it to `keep`. It says yes
 * (250) only after `keep` has, so an accepted letter is never lost; when `keep` fails the sender is asked to come again
 * (451). Not for production: it asks for no password. Throws when the port is taken.
 */
export const createMailbox = async ({ port, host, keep }: MailboxOptions): Promise<Mailbox> => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    banner: 'Cornerstone mailbox',
    size: largestLetter,
    onData: (stream, ...[session, answer]) => {
      receive({ stream, session, keep }).then(
        (refusal) => answer(refusal),
        () => answer(asSmtp(451, 'the mailbox could not keep the letter; please send it again')),
      )
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  // A broken connection is the sender's affair; without a listener it would end the process.
  server.on('error', () => undefined)
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

interface MailboxOptions {
  /** 0 for any free one. */
  readonly port: number
  readonly host: '127.0.0.1'
  readonly keep: (message: MailboxMessage) => Promise<void>
}

/** In bytes: letters hold no attachments. */
const largestLetter = 10 * 1024 * 1024

interface Arrival {
  readonly stream: SMTPServerDataStream
  readonly session: SMTPServerSession
  readonly keep: MailboxOptions['keep']
}

const receive = async ({ stream, session, keep }: Arrival): Promise<Error | null> => {
  const parsed = await simpleParser(stream)
  if (stream.sizeExceeded) return asSmtp(552, `a letter has at most ${largestLetter} bytes`)
  const { mailFrom, rcptTo } = session.envelope
  await keep({
    id: randomUUID(),
    from: mailFrom === false ? '' : mailFrom.address,
    to: rcptTo.map((recipient) => recipient.address),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    receivedAt: now(),
    messageId: parsed.messageId ?? '',
  })
  return null
}

const asSmtp = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })
