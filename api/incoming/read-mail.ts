import { createHash } from 'node:crypto'
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser'
import { defined } from '../../domain/values/defined.js'

/** What a mail server says of a letter that did not arrive (RFC 3464). */
export interface DeliveryReport {
  readonly kind: 'report'
  /** `failed`: it is given up; `delayed`, `delivered`, `relayed` and `expanded` are news that changes nothing. */
  readonly action: string
  /** The code of RFC 3463, such as 5.1.1; absent where the report names none. */
  readonly status?: string
  /** What the other side said, without an address in it. */
  readonly diagnostic?: string
  /** The Message-IDs of what came back, without their brackets. */
  readonly about: readonly string[]
}

/** What somebody wrote. */
export interface MailOfSomebody {
  readonly kind: 'written'
  readonly from: string
  /** The addresses it was sent to, by every header that names one. */
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  /** How many files came with it; they stay in the mailbox. */
  readonly files: number
  /** A machine answered, such as for somebody who is away. */
  readonly isAutomatic: boolean
  /** The Message-IDs it answers to, the nearest first, without their brackets. */
  readonly answers: readonly string[]
  /** The same for the same mail, however often it is brought. */
  readonly mark: string
}

/** Reads a mail as a mail server hands it over. Throws for nothing: what is no mail has no sender and no text. */
export const readMail = async (raw: Buffer): Promise<DeliveryReport | MailOfSomebody> => {
  const parsed = await simpleParser(raw, { keepDeliveryStatus: true, skipImageLinks: true }).catch(() => undefined)
  if (parsed === undefined) return { ...noMail, mark: markOf(raw) }
  return reportIn(parsed) ?? writtenIn(parsed, raw)
}

/** What nobody can read, such as a mail nested a thousand times: brought again it would be the same. */
const noMail = {
  kind: 'written',
  from: '',
  to: [],
  subject: '',
  text: '',
  files: 0,
  isAutomatic: false,
  answers: [],
} as const

const markOf = (raw: Buffer): string => createHash('sha256').update(raw).digest('hex')

const reportIn = ({ headers, attachments }: ParsedMail): DeliveryReport | undefined => {
  if (!isReport(headers.get('content-type'))) return undefined
  const status = attachments.find(({ contentType }) => contentType === 'message/delivery-status')
  if (status === undefined) return undefined
  const fields = fieldsIn(status.content.toString('utf8'))
  const returned = attachments.filter(({ contentType }) => returnedTypes.has(contentType))
  const ids = returned.flatMap(({ content }) => idsIn(fieldsIn(headOf(content.toString('utf8'))).get('message-id')))
  const diagnostic = fields.get('diagnostic-code')?.replace(/^[\w-]+;\s*/, '')
  return {
    kind: 'report',
    action: fields.get('action')?.toLowerCase() ?? '',
    about: ids,
    ...defined({
      status: /^\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0],
      diagnostic: diagnostic === undefined ? undefined : withoutAddresses(diagnostic).slice(0, 300),
    }),
  }
}

const returnedTypes = new Set(['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'])

const isReport = (type: unknown): boolean =>
  typeof type === 'object' &&
  type !== null &&
  'value' in type &&
  type.value === 'multipart/report' &&
  'params' in type &&
  typeof type.params === 'object' &&
  type.params !== null &&
  'report-type' in type.params &&
  typeof type.params['report-type'] === 'string' &&
  type.params['report-type'].toLowerCase() === 'delivery-status'

const headOf = (message: string): string => message.split(/\r?\n\r?\n/, 1)[0] ?? ''

/** Fields of a head or of a report, folded lines made one; of a field that stands twice the first. */
const fieldsIn = (text: string): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>()
  for (const line of text.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? []
    if (name !== undefined && value !== undefined && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value.trim())
  }
  return fields
}

/** Anybody may write it and as long as a mail may be: it is cut before it is looked through. */
const withoutAddresses = (said: string): string =>
  said
    .slice(0, 1_000)
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(/<?[^\s<>@:;,"()]+@[^\s<>:;,"()]+>?/g, '…')

/** The Message-IDs in a header, without their brackets. */
const idsIn = (header: string | undefined): readonly string[] =>
  [...(header ?? '').matchAll(/<([^<>\s]+)>/g)].flatMap(([, id]) => (id === undefined ? [] : [id]))

const writtenIn = (parsed: ParsedMail, raw: Buffer): MailOfSomebody => {
  const { subject = '', text = '', from, to, cc, attachments, inReplyTo, references } = parsed
  const said = [references ?? []].flat().flatMap((one) => idsIn(one.includes('<') ? one : `<${one}>`))
  return {
    kind: 'written',
    from: addressesIn(from)[0] ?? '',
    to: [...addressesIn(to), ...addressesIn(cc), ...envelopeIn(parsed)].filter(isOfAddressLength),
    subject: subject.slice(0, 500),
    text: text.slice(0, 100_000),
    files: attachments.length,
    isAutomatic: isAutomatic(parsed),
    answers: [...new Set([...idsIn(inReplyTo), ...said.toReversed()])],
    mark: markOf(raw),
  }
}

const addressesIn = (given: AddressObject | readonly AddressObject[] | undefined): readonly string[] =>
  [given ?? []].flat().flatMap(({ value }) => value.flatMap(({ address = '' }) => (address === '' ? [] : [address])))

/** No address is longer (RFC 5321), and what is longer is not looked through. */
const isOfAddressLength = (said: string): boolean => said.length <= 320

/** Where a mail server delivered it, which may stand in no other header. */
const envelopeIn = ({ headerLines }: ParsedMail): readonly string[] =>
  headerLines
    .filter(({ key }) => key === 'delivered-to' || key === 'x-original-to')
    .map(({ line }) => line.slice(line.indexOf(':') + 1).trim())

/** As RFC 3834 has it, and as machines said it before. */
const isAutomatic = ({ headers }: ParsedMail): boolean => {
  const said = (name: string): string => {
    const value = headers.get(name)
    return typeof value === 'string' ? value.toLowerCase() : ''
  }
  const auto = said('auto-submitted')
  return (
    (auto !== '' && !auto.startsWith('no')) ||
    said('x-autoreply') !== '' ||
    /bulk|auto_reply|junk/.test(said('precedence'))
  )
}
