import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { StuckResponse } from '../../api/contract/mending.js'
import type { Locale } from '../../domain/locale.js'
import { mendingCodes, mendingLabels } from '../../domain/mending.js'
import type { StuckKind } from '../../domain/stuck.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Empty, Tag } from './parts.js'
import { stuckWords as words } from './stuck-words.js'

type Thing = z.output<typeof StuckResponse>['items'][number]

/** What may be done about a thing that is stuck. */
export const mendingActs = ['retry', 'skip', 'revive'] as const
export type MendingAct = (typeof mendingActs)[number]

/** What of them makes sense for a kind of thing; for the others it is nothing that is done here. */
const actsFor: Readonly<Partial<Record<StuckKind, readonly MendingAct[]>>> = {
  workflow_missing: ['revive'],
  command_unanswered: ['retry', 'skip'],
  activity_fails: ['retry'],
  record_fails: ['retry'],
  task_fails: ['retry'],
}

export interface StuckThings {
  readonly count: number
  readonly items: readonly (Thing & {
    /** Whether the reader mends it, and the name of the write that the form would be. */
    readonly mends: boolean
    readonly key: string
  })[]
  /** What became of what was asked for a moment ago. */
  readonly told: 'done' | 'pending' | 'misfit' | { readonly says: string; readonly next: string } | undefined
}

/** What stands still, what would be well, and what to do: with the act itself for whoever may. */
export const stuckContent = ({ count, items, told }: StuckThings, frame: WorkFrame): WorkContent => {
  const { locale } = frame
  const say = words[locale]
  return {
    title: count === 0 ? say.title : `${say.title} (${count})`,
    main: (
      <>
        <h1>{say.title}</h1>
        <Told told={told} locale={locale} />
        {items.length === 0 ? (
          <Empty says={say.none} next={<p>{say.noneNext}</p>} />
        ) : (
          <>
            <p className="lead">{say.lead(count)}</p>
            {items.map((thing) => (
              <OneThing key={thing.key} thing={thing} mark={frame.mark} locale={locale} />
            ))}
          </>
        )}
      </>
    ),
  }
}

const Told = ({ told, locale }: { readonly told: StuckThings['told']; readonly locale: Locale }): ReactNode => {
  const say = words[locale]
  if (told === undefined) return null
  if (told === 'done' || told === 'pending')
    return (
      <div className="note good" role="status">
        <p>{say[told]}</p>
      </div>
    )
  return (
    <div className="note bad" role="alert">
      <p>{told === 'misfit' ? say.misfit : told.says}</p>
      {told === 'misfit' ? null : <p>{told.next}</p>}
    </div>
  )
}

interface ThingProps {
  readonly thing: StuckThings['items'][number]
  readonly mark: string | undefined
  readonly locale: Locale
}

const OneThing = ({ thing, mark, locale }: ThingProps): ReactNode => {
  const say = words[locale]
  const { stream, says, allowed, next, since, attempts, got, kind, mends } = thing
  const acts = actsFor[kind] ?? []
  return (
    <section className="card">
      <h2>{says[locale]}</h2>
      <p>
        <Tag tone="bad">{stream}</Tag>{' '}
        {since === null ? null : (
          <small>
            {say.since} <Moment at={since} locale={locale} />
          </small>
        )}{' '}
        {attempts === null ? null : <small>{say.tries(attempts)}</small>}
      </p>
      {got === null ? null : <blockquote className="quote hash">{got}</blockquote>}
      <p>{`${say.wellIf}${locale === 'en' ? ': ' : '：'}${allowed[locale]}`}</p>
      <p>{`${say.next}${locale === 'en' ? ': ' : '：'}${next[locale]}`}</p>
      {acts.length === 0 ? null : mends && mark !== undefined ? (
        <Mend thing={thing} acts={acts} mark={mark} locale={locale} />
      ) : (
        <p className="soft">{say.notYours}</p>
      )}
    </section>
  )
}

interface MendProps {
  readonly thing: StuckThings['items'][number]
  readonly acts: readonly MendingAct[]
  readonly mark: string
  readonly locale: Locale
}

const Mend = ({ thing: { stream, subject, key }, acts, mark, locale }: MendProps): ReactNode => {
  const say = words[locale]
  const id = (name: string): string => `${name}-${key}`
  return (
    <details>
      <summary>{say.mend}</summary>
      <form method="post" action="/stuck">
        <input type="hidden" name="mark" value={mark} />
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="stream" value={stream} />
        <input type="hidden" name="subject" value={subject ?? ''} />
        <label htmlFor={id('code')}>{say.code}</label>
        <select id={id('code')} name="code" required>
          {mendingCodes.map((code) => (
            <option key={code} value={code}>
              {mendingLabels[code][locale]}
            </option>
          ))}
        </select>
        <label htmlFor={id('reason')}>{say.reason}</label>
        <textarea id={id('reason')} name="reason" rows={2} maxLength={10_000} />
        <p>
          {acts.map((act) => (
            <button key={act} name="act" value={act} className={act === 'skip' ? 'bad' : 'main'}>
              {say[act]}
            </button>
          ))}
        </p>
      </form>
    </details>
  )
}
