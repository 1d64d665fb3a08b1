import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { LetterResponse, OneLetterResponse } from '../../api/contract/paper.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { letterStates, letterStateWords, type LetterState } from '../../domain/words/letters.js'
import { lettersWords as words } from './letters-words.js'
import { baseContent } from './base-frame.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Correspondence, type WrittenLetter } from './correspondence.js'
import { Empty, Facts, Grid, NextPage, Tag } from './parts.js'
import { SavedViewsBar, type SavedViewsHere } from './saved-views.js'

type Letter = z.output<typeof LetterResponse>

/** Which base the letters are of. */
export interface OfBase {
  readonly id: string
  readonly name: LocalText
  readonly zone: string | null
  readonly rehearsal: boolean
}

interface Letters {
  readonly base: OfBase
  readonly items: readonly Letter[]
  readonly next: string | null
  readonly state: LetterState | undefined
  /** What came in; absent where the list is of one state alone. */
  readonly written?: readonly WrittenLetter[] | undefined
  readonly saved: SavedViewsHere
}

/** The letters of a base and what became of each. */
export const lettersContent = (
  { base, items, next, state, written = [], saved }: Letters,
  locale: Locale,
): WorkContent => {
  const say = words[locale]
  const url = `/bases/${base.id}/letters`
  const more = new URLSearchParams(
    Object.entries({ state: state ?? '', after: next ?? '' }).filter(([, said]) => said !== ''),
  )
  return baseContent({
    head: base,
    tab: 'letters',
    locale,
    children: (
      <>
        <p className="lead">{say.lead}</p>
        <States url={url} state={state} locale={locale} />
        <SavedViewsBar saved={saved} locale={locale} />
        {items.length === 0 ? (
          state === undefined ? (
            <Empty says={say.none} next={<p>{say.noneNext}</p>} />
          ) : (
            <Empty says={say.noneOf} />
          )
        ) : (
          <Grid
            caption={say.title}
            head={[say.about, say.to, say.state, say.when]}
            rows={items.map((letter) => ({ key: letter.id, cells: cellsOf(letter, { base, locale }) }))}
          />
        )}
        <NextPage locale={locale} href={next === null ? undefined : `${url}?${more.toString()}`} />
        <Correspondence base={base} written={written} locale={locale} />
      </>
    ),
  })
}

const cellsOf = (
  { id, about, stepTitle, recipient, recipientName, state, again, isElsewhere, sentAt, queuedAt, undoUntil }: Letter,
  { base, locale }: { readonly base: OfBase; readonly locale: Locale },
): readonly ReactNode[] => [
  <span key="about">
    <a href={`/bases/${base.id}/letters/${id}`}>{about[locale]}</a>
    {stepTitle === null ? null : (
      <>
        <br />
        <small>{stepTitle[locale]}</small>
      </>
    )}
  </span>,
  nameOf(recipientName, { recipient, locale }),
  <span key="state">
    <Tag {...toneOf(state)}>{letterStateWords[state][locale]}</Tag>
    {again === 0 ? null : <small>{` ${words[locale].again(again)}`}</small>}
    {isElsewhere ? <small>{` ${words[locale].elsewhere}`}</small> : null}
    {state === 'queued' && undoUntil !== null ? (
      <small>
        {` ${words[locale].undoUntil} `}
        <Moment at={undoUntil} locale={locale} zone={base.zone} />
      </small>
    ) : null}
  </span>,
  <Moment key="when" at={sentAt ?? queuedAt} locale={locale} zone={base.zone} />,
]

const nameOf = (
  name: Letter['recipientName'],
  { recipient, locale }: { readonly recipient: string; readonly locale: Locale },
): string => (name === null ? recipient : locale === 'en' ? name.en : name.local)

const toneOf = (state: LetterState): { readonly tone?: 'good' | 'warn' | 'bad' } => {
  if (state === 'sent') return { tone: 'good' }
  if (state === 'failed' || state === 'bounced') return { tone: 'bad' }
  return state === 'unknown' ? { tone: 'warn' } : {}
}

interface StatesProps {
  readonly url: string
  readonly state: LetterState | undefined
  readonly locale: Locale
}

const States = ({ url, state, locale }: StatesProps): ReactNode => (
  <nav className="tabs" aria-label={words[locale].filter}>
    <ul>
      {[undefined, ...letterStates].map((one) => (
        <li key={one ?? 'all'}>
          <a href={one === undefined ? url : `${url}?state=${one}`} aria-current={one === state ? 'page' : undefined}>
            {one === undefined ? words[locale].all : letterStateWords[one][locale]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

interface OneLetter {
  readonly base: OfBase
  readonly letter: z.output<typeof OneLetterResponse>
  /** Names the write that its form would be; one click is one letter, however often it is repeated. */
  readonly key: string
  /** A letter was queued a moment ago. */
  readonly isResent: boolean
  /** Why it was not sent once more; `misfit`: no reason, or no address, was given. */
  readonly no?: { readonly says: string; readonly next: string } | 'misfit' | undefined
}

/** One letter as it was sent, and to whom it may be sent once more. */
export const letterContent = ({ base, letter, key, isResent, no }: OneLetter, frame: WorkFrame): WorkContent => {
  const { locale } = frame
  const say = words[locale]
  const { about, subject, text, recipient, recipientName, state, attempts, response } = letter
  const { sentAt, queuedAt, bouncedAt, undoUntil } = letter
  const moment = (at: string): ReactNode => <Moment key={at} at={at} locale={locale} zone={base.zone} />
  return baseContent({
    head: base,
    tab: 'letters',
    locale,
    title: subject ?? about[locale],
    children: (
      <>
        <p>
          <a href={`/bases/${base.id}/letters`}>{say.back}</a>
        </p>
        <h2>{subject ?? about[locale]}</h2>
        {isResent ? (
          <div className="note good" role="status">
            <p>{say.resent}</p>
          </div>
        ) : null}
        {no === undefined ? null : (
          <div className="note bad" role="alert">
            <p>{no === 'misfit' ? say.misfit : no.says}</p>
            {no === 'misfit' ? null : <p>{no.next}</p>}
          </div>
        )}
        <div className="card">
          <Facts
            of={[
              [say.to, nameOf(recipientName, { recipient, locale })],
              [
                say.state,
                <Tag key="state" {...toneOf(state)}>
                  {letterStateWords[state][locale]}
                </Tag>,
              ],
              [say.step, letter.stepTitle?.[locale]],
              [say.queued, moment(queuedAt)],
              [say.undoUntil, undoUntil === null || state !== 'queued' ? undefined : moment(undoUntil)],
              [say.sent, sentAt === null ? undefined : moment(sentAt)],
              [say.cameBack, bouncedAt === null ? undefined : moment(bouncedAt)],
              [say.tries, attempts],
              [say.answer, state === 'not_needed' ? undefined : response],
            ]}
          />
          {undoUntil === null || state !== 'queued' ? null : <p className="soft">{say.undoSays}</p>}
        </div>
        <h2>{say.text}</h2>
        {text === null ? (
          <p className="soft">{say.noText}</p>
        ) : (
          <>
            <p className="soft">{say.textSays}</p>
            <div className="card">
              <pre className="letter">{text}</pre>
            </div>
          </>
        )}
        <Resend base={base} letter={letter} mark={frame.mark} writeKey={key} locale={locale} />
      </>
    ),
  })
}

interface ResendProps {
  readonly base: OfBase
  readonly letter: OneLetter['letter']
  readonly mark: string | undefined
  readonly writeKey: string
  readonly locale: Locale
}

const Resend = ({ base, letter, mark, writeKey, locale }: ResendProps): ReactNode => {
  const say = words[locale]
  if (!letter.mayResend || mark === undefined) return null
  return (
    <section className="card no-print">
      <h2>{say.resend}</h2>
      <p className="soft">{say.resendSays}</p>
      <form method="post" action={`/bases/${base.id}/letters/${letter.id}`}>
        <input type="hidden" name="mark" value={mark} />
        <input type="hidden" name="key" value={writeKey} />
        <label htmlFor="reason">{say.reason}</label>
        <textarea id="reason" name="reason" rows={3} required maxLength={10_000} />
        <label htmlFor="address">{say.address}</label>
        <input id="address" name="address" type="email" maxLength={254} autoComplete="off" />
        <p className="soft">{say.addressSays}</p>
        <p>
          <button className="main">{say.resend}</button>
        </p>
      </form>
    </section>
  )
}
