import { createTransport } from 'nodemailer'
import { defined } from '../domain/values/defined.js'
import type { RenderedLetter, Thread } from './letter.js'

/** A letter with its recipient and its row in the outbox, from which its Message-ID is made. */
export interface AddressedLetter extends RenderedLetter {
  readonly outboxId: string
  readonly to: { readonly name: string; readonly address: string }
}

export type MailDelivery =
  | { readonly accepted: true; readonly response: string }
  | {
      readonly accepted: false
      /** Trying again cannot help: the mail server refused for good, or the address is none. */
      readonly permanent: boolean
      /** The letter may have arrived all the same: the answer failed to come after it had, or may have, been handed over. */
      readonly unknown: boolean
      readonly response: string
    }

export interface Postman {
  /** Hands one letter to the mail server. Never throws for what the server or the address does. */
  readonly send: (letter: AddressedLetter) => Promise<MailDelivery>
  readonly close: () => void
}

/**
 * Sends letters over SMTP through a few kept connections. The same outbox row always has the same Message-ID, so a
 * doubled letter can be told. A server that is not on this machine must offer TLS, unless the address says
 * `?requireTLS=false`.
 */
export const createPostman = ({ smtpUrl, from, replies, timeoutMillis = 30_000 }: PostmanOptions): Postman => {
  if (!isPlainAddress(from.address)) {
    throw new RangeError(
      `the sender is one plain address such as office@example.org; got ${JSON.stringify(from.address)}`,
    )
  }
  const transport = createTransport({
    pool: true,
    url: smtpUrl,
    maxConnections: 3,
    requireTLS: !isLoopback(new URL(smtpUrl).hostname),
    connectionTimeout: timeoutMillis,
    greetingTimeout: timeoutMillis,
    socketTimeout: timeoutMillis,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (letter) => {
      const why = whyUnsendable(letter)
      if (why !== undefined) return { accepted: false, permanent: true, unknown: false, response: why }
      try {
        const { response } = await transport.sendMail(messageOf(letter, { from, ...defined({ replies }) }))
        return { accepted: true, response }
      } catch (error) {
        return deliveryOf(error)
      }
    },
    close: () => transport.close(),
  }
}

interface PostmanOptions {
  /** `smtp://host:port` or `smtps://user:password@host`. */
  readonly smtpUrl: string
  readonly from: { readonly name: string; readonly address: string }
  /** Where letters about a base are answered, such as `base+{base}@example.org`; absent: to the sender. */
  readonly replies?: string | undefined
  /** For connecting, for the greeting, and for each silence after that. */
  readonly timeoutMillis?: number
}

/** The Message-ID of an outbox row, under the sender's domain. */
export const messageIdOf = (outboxId: string, fromAddress: string): string =>
  `<${outboxId}@${fromAddress.slice(fromAddress.lastIndexOf('@') + 1)}>`

const messageOf = (letter: AddressedLetter, { from, replies }: Pick<PostmanOptions, 'from' | 'replies'>) => {
  const { thread, sender, languages, outboxId } = letter
  const name = sender === undefined || breaksLine.test(sender) ? from.name : `${sender}, ${from.name}`
  return {
    from: { ...from, name },
    replyTo: thread === undefined ? from.address : replyAddress({ replies, from }, { thread, outboxId }),
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: messageIdOf(outboxId, from.address),
    ...threaded(letter, from.address),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Content-Language': languages.join(', '),
      'X-GASME-Letter': outboxId,
    },
  }
}

/** A mail about a base hangs on the thread of the base, and on the one by which its step was asked for. */
const threaded = ({ thread, outboxId }: AddressedLetter, address: string) => {
  if (thread === undefined) return {}
  const root = messageIdOf(`base.${thread.base}`, address)
  const first = thread.first === undefined || thread.first === outboxId ? [] : [messageIdOf(thread.first, address)]
  return {
    inReplyTo: first[0] ?? root,
    references: [root, ...first],
    // A name of a cluster may hold what a header may not.
    list: { id: { url: `${thread.base}.bases.${domainOf(address)}`, comment: thread.base } },
  }
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** Where an answer to the base is read; without such an address it goes to the office. It is never an act. */
const replyAddress = (
  { replies, from }: Pick<PostmanOptions, 'from' | 'replies'>,
  { thread, outboxId }: { readonly thread: Thread; readonly outboxId: string },
): string => {
  const address = replies?.replace('{base}', `${thread.base}.${outboxId.slice(0, 8)}`) ?? from.address
  return isPlainAddress(address) ? address : from.address
}

/** One plain address and single lines; no list, no comment, no quoted part, nothing that could add a header. */
const whyUnsendable = ({ outboxId, to, subject }: AddressedLetter): string | undefined => {
  if (!isPlainAddress(to.address)) {
    return `not sent: the address must be one plain address such as name@example.org; got ${JSON.stringify(to.address.slice(0, 120))}`
  }
  if (breaksLine.test(to.name) || breaksLine.test(subject)) {
    return 'not sent: a name and a subject are single lines; got a line break or another control character'
  }
  if (!/^[A-Za-z0-9._-]{1,120}$/.test(outboxId)) {
    return `not sent: an outbox id is letters, digits, dot, dash and underline; got ${JSON.stringify(outboxId.slice(0, 120))}`
  }
  return undefined
}

const breaksLine = /[\p{Cc}\p{Zl}\p{Zp}]/u

const isPlainAddress = (address: string): boolean =>
  address.length <= 254 &&
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*$/u.test(
    address,
  )

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127\./.test(host)

const deliveryOf = (error: unknown): MailDelivery => {
  const { responseCode, code, syscall, message, response } = smtpErrorOf(error)
  // Our account or the encryption being refused says nothing about the letter: it waits until that is put right.
  const ownFault = code === 'EAUTH' || code === 'ETLS' || responseCode === 530 || responseCode === 535
  const before =
    ownFault || syscall !== undefined || beforeHandover.has(code) || /greeting|connection timeout/i.test(message)
  return {
    accepted: false,
    permanent: responseCode >= 500 && !ownFault,
    unknown: responseCode === 0 && !before,
    response: response === '' ? message : response,
  }
}

/** Failures of the mail library that come before a letter is handed over. */
const beforeHandover = new Set(['EAUTH', 'EDNS', 'ETLS', 'EENVELOPE', 'EPROXY', 'EMAXLIMIT'])

const smtpErrorOf = (error: unknown) => {
  const found: Readonly<Record<string, unknown>> = typeof error === 'object' && error !== null ? { ...error } : {}
  const words = (key: string) => (typeof found[key] === 'string' ? found[key] : '')
  return {
    responseCode: typeof found['responseCode'] === 'number' ? found['responseCode'] : 0,
    code: words('code'),
    syscall: typeof found['syscall'] === 'string' ? found['syscall'] : undefined,
    message: typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error),
    response: words('response'),
  }
}
