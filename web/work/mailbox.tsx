import type { ReactNode } from 'react'
import type { Locale, LocalText } from '../../domain/locale.js'
import { defined } from '../../domain/values/defined.js'
import type { WorkContent } from './model.js'
import { mailboxWords as words } from './mailbox-words.js'
import { Moment } from './moment.js'
import { Empty, Facts, Grid, NextPage } from './parts.js'

/** A letter that the mailbox of a trial has taken. */
export interface TakenLetter {
  readonly id: number
  /** Null: of none, as a letter about the installation. */
  readonly programme: string | null
  readonly receivedAt: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

interface Mailbox {
  readonly items: readonly TakenLetter[]
  readonly next: string | null
  /** Of which rehearsal they are; undefined: of none. */
  readonly programme: string | undefined
  /** What is looked for in addresses and subjects; undefined: nothing. */
  readonly q: string | undefined
  readonly worlds: readonly MailWorld[]
}

/** A rehearsal, whose letters are looked at by themselves. */
interface MailWorld {
  readonly id: string
  readonly label: LocalText
}

/** The letters the mailbox of a trial has taken, newest first. */
export const mailboxContent = (mailbox: Mailbox, locale: Locale): WorkContent => {
  const { items, next, programme, q, worlds } = mailbox
  const say = words[locale]
  return {
    title: say.title,
    rehearsal: worlds.some(({ id }) => id === programme),
    main: (
      <>
        <h1>{say.title}</h1>
        <p className="lead">{say.lead}</p>
        <MailWorlds of={mailbox} locale={locale} />
        <form method="get" action="/mailbox" role="search" className="card">
          {programme === undefined ? null : <input type="hidden" name="programme" value={programme} />}
          <label htmlFor="look-for">{say.find}</label>
          <input id="look-for" name="q" type="search" defaultValue={q} maxLength={100} />
          <p>
            <button>{say.search}</button>
          </p>
        </form>
        {items.length === 0 ? (
          <Empty says={q === undefined ? say.none : say.noneFound} next={<p>{say.noneNext}</p>} />
        ) : (
          <Grid
            caption={say.title}
            head={[say.subject, say.to, say.received]}
            rows={items.map(({ id, subject, to, receivedAt }) => ({
              key: String(id),
              cells: [
                <a href={`/mailbox/${id}`} key={id}>
                  {subject}
                </a>,
                to,
                <Moment key="received" at={receivedAt} locale={locale} />,
              ],
            }))}
          />
        )}
        <NextPage locale={locale} href={next === null ? undefined : mailboxHref({ programme, q, after: next })} />
      </>
    ),
  }
}

/** The letters of one world at a time, as everywhere. */
const MailWorlds = ({
  of: { programme, worlds },
  locale,
}: {
  readonly of: Mailbox
  readonly locale: Locale
}): ReactNode =>
  worlds.length === 0 ? null : (
    <nav className="tabs" aria-label={words[locale].worlds}>
      <ul>
        {[
          ...worlds.map(({ id, label }) => ({ id, said: label[locale] })),
          { id: undefined, said: words[locale].real },
        ].map(({ id, said }) => (
          <li key={id ?? ''}>
            <a href={mailboxHref({ programme: id })} aria-current={id === programme ? 'page' : undefined}>
              {said}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )

const mailboxHref = ({
  programme,
  q,
  after,
}: {
  readonly programme: string | undefined
  readonly q?: string | undefined
  readonly after?: string
}): string => {
  const query = new URLSearchParams(defined({ programme, q, after }))
  return query.size === 0 ? '/mailbox' : `/mailbox?${query.toString()}`
}

interface Message {
  readonly message: TakenLetter
  readonly worlds: readonly MailWorld[]
}

/** One letter as it was received. Its HTML is not run: the text is what is shown, with its addresses as links. */
export const messageContent = ({ message, worlds }: Message, locale: Locale): WorkContent => {
  const { from, to, receivedAt, subject, text } = message
  const say = words[locale]
  const world = worlds.find(({ id }) => id === message.programme)
  return {
    title: subject,
    rehearsal: world !== undefined,
    main: (
      <>
        <p className="crumbs">
          <a href={mailboxHref({ programme: world?.id })}>{say.all}</a>
        </p>
        <h1>{subject}</h1>
        <Facts
          of={[
            [say.from, from],
            [say.to, to],
            [say.received, <Moment key="received" at={receivedAt} locale={locale} />],
          ]}
        />
        <div className="card">
          <pre className="letter">
            <WithLinks text={text} />
          </pre>
        </div>
      </>
    ),
  }
}

/** Addresses in a letter are ways that a reader goes: where they lead nothing happens by being opened, and no page learns whence. */
const WithLinks = ({ text }: { readonly text: string }): ReactNode =>
  text.split(address).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <a key={`${at} ${part}`} href={part} rel="noreferrer noopener">
        {part}
      </a>
    ),
  )

/** An address of the web, without the mark that ends its sentence. */
const address = /(https?:\/\/[^\s<>"'“”《》（），。；]*[\w/#=-])/
