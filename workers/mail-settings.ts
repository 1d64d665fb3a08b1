import type { RelayConfig } from '../config/processes.js'

/** The sender as a name and a plain address, from `Programme office <office@example.org>` or an address alone. */
export const senderFrom = (text: string): { readonly name: string; readonly address: string } => {
  const [, name = '', address = ''] = /^(.*)<([^<>]+)>$/.exec(text) ?? []
  return address === '' ? { name: '', address: text.trim() } : { name: name.trim(), address: address.trim() }
}

type MailSettings = Pick<RelayConfig, 'SMTP_URL' | 'MAILBOX_SMTP_PORT' | 'API_PUBLIC_URL' | 'MAIL_FROM'>

/**
 * Where letters point to and are answered, and whether the mail server is the mailbox of this machine: the only one rehearsals may write
 * to, and one that wakes nobody at night.
 */
export const lettersFrom = ({ SMTP_URL, MAILBOX_SMTP_PORT, API_PUBLIC_URL, MAIL_FROM }: MailSettings) => {
  const { hostname, port } = new URL(SMTP_URL)
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  const sendsRehearsals = isHere && port === String(MAILBOX_SMTP_PORT)
  const office = senderFrom(MAIL_FROM).address
  return { publicUrl: API_PUBLIC_URL, office, sendsRehearsals, keepsHours: !sendsRehearsals }
}
