import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import type { WorkContent } from './model.js'
import { mailboxWords as words } from './mailbox-words.js'
import { Moment } from './moment.js'
import { Empty, Facts, Grid, NextPage } from './parts.js'

/** A letter that the mailbox of a trial has taken. */
export interface TakenLetter {
  readonly id: number
  readonly receivedAt: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

interface Mailbox {
  readonly items: readonly TakenLetter[]
  readonly next: string | null
}

/** The letters the mailbox of a trial has taken, newest first. */
export const mailboxContent = ({ items, next }: Mailbox, locale: Locale): WorkContent => {
  const say = words[locale]
  return {
    title: say.title,
    main: (
      <>
        <h1>{say.title}</h1>
        <p className="lead">{say.lead}</p>
        {items.length === 0 ? (
          <Empty says={say.none} next={<p>{say.noneNext}</p>} />
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
        <NextPage locale={locale} href={next === null ? undefined : `/mailbox?after=${encodeURIComponent(next)}`} />
      </>
    ),
  }
}

/** One letter as it was received. Its HTML is not run: the text is what is shown, with its addresses as links. */
export const messageContent = ({ from, to, receivedAt, subject, text }: TakenLetter, locale: Locale): WorkContent => {
  const say = words[locale]
  return {
    title: subject,
    main: (
      <>
        <p className="crumbs">
          <a href="/mailbox">{say.all}</a>
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
