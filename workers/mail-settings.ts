import type { RelayConfig } from '../config/processes.js'

/** The sender as a name and a plain address, from `Programme office <office@example.org>` or an address alone. */
export const senderFrom = (text: string): { readonly name: string; readonly address: string } => {
  const [, name = '', address = ''] = /^(.*)<([^<>]+)>$/.exec(text) ?? []
  return address === '' ? { name: '', address: text.trim() } : { name: name.trim(), address: address.trim() }
}

type MailSettings = Pick<RelayConfig, 'SMTP_URL' | 'MAILBOX_SMTP_PORT' | 'API_PUBLIC_URL' | 'MAIL_FROM' | 'MAIL_HOURS'>

/**
 * Where letters point to and are answered, whether those to a place keep its hours, and whether the mail server is the mailbox of this
 * machine: the only one rehearsals may write to.
 */
export const lettersFrom = (settings: MailSettings) => {
  const { hostname, port } = new URL(settings.SMTP_URL)
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  return {
    publicUrl: settings.API_PUBLIC_URL,
    office: senderFrom(settings.MAIL_FROM).address,
    sendsRehearsals: isHere && port === String(settings.MAILBOX_SMTP_PORT),
    keepsHours: settings.MAIL_HOURS === 'office',
  }
}
