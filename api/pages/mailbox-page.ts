import type { ListedMessage } from '../../db/reads/mailbox.js'
import type { Locale } from '../../domain/locale.js'
import { html } from './html.js'
import { nextPage, page, time } from './page.js'

/** The letters the trial's mailbox has taken, newest first. */
export const mailboxPage = (mail: { items: readonly ListedMessage[]; next: string | null }, locale: Locale): string => {
  const say = words[locale]
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="${say.title}">
      <table>
        <caption>
          ${say.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${say.subject}</th>
            <th scope="col">${say.to}</th>
            <th scope="col">${say.received}</th>
          </tr>
        </thead>
        <tbody>
          ${mail.items.map(
            ({ id, subject, to, receivedAt }) =>
              html`<tr>
                <th scope="row"><a href="/mailbox/${id}?lang=${locale}">${subject}</a></th>
                <td>${to}</td>
                <td>${time(receivedAt, { locale })}</td>
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
    ${nextPage({ path: '/mailbox', next: mail.next, locale })}`
  const main = mail.items.length === 0 ? html`<p>${say.none}</p>` : table
  return page({ locale, title: say.title, main, otherLanguage: `/mailbox?lang=${otherOf(locale)}` })
}

/** One letter as it was received. Its HTML is not run: the text is what is shown. */
export const messagePage = (message: ListedMessage, locale: Locale): string => {
  const say = words[locale]
  const main = html`<table>
      <tr>
        <th scope="row">${say.from}</th>
        <td>${message.from}</td>
      </tr>
      <tr>
        <th scope="row">${say.to}</th>
        <td>${message.to}</td>
      </tr>
      <tr>
        <th scope="row">${say.received}</th>
        <td>${time(message.receivedAt, { locale })}</td>
      </tr>
    </table>
    <pre>${message.text}</pre>`
  const otherLanguage = `/mailbox/${message.id}?lang=${otherOf(locale)}`
  return page({ locale, title: message.subject, main, otherLanguage })
}

const otherOf = (locale: Locale): Locale => (locale === 'en' ? 'zh-CN' : 'en')

const words = {
  en: {
    title: 'Mailbox',
    caption: 'Letters of this trial. None of them has left this machine.',
    subject: 'Subject',
    from: 'From',
    to: 'To',
    received: 'Received',
    none: 'No letter yet.',
  },
  'zh-CN': {
    title: '邮箱',
    caption: '本次试运行的信件，均未发出本机。',
    subject: '主题',
    from: '发件人',
    to: '收件人',
    received: '收到时间',
    none: '尚无信件。',
  },
} as const satisfies Record<Locale, Record<string, string>>
