import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { ExhibitView } from '../../api/contract/exhibits.js'
import type { Locale } from '../../domain/locale.js'
import { dayEndOfProgramme } from '../../domain/words/hours.js'
import { baseContent } from './base-frame.js'
import type { BaseHead } from './base-model.js'
import { exhibitsWords as words } from './exhibits-words.js'
import type { WorkContent } from './model.js'
import { Moment } from './moment.js'
import { Empty, Grid, NextPage, Tag } from './parts.js'

export type ExhibitShown = z.output<typeof ExhibitView>

interface ExhibitsPage {
  readonly head: BaseHead
  readonly zone: string | null
  readonly items: readonly ExhibitShown[]
  readonly next: string | null
}

/** What was brought for a base: class, verdict, versions and files, as far as they are for these eyes. */
export const exhibitsContent = ({ head, zone, items, next }: ExhibitsPage, locale: Locale): WorkContent => {
  const say = words[locale]
  const url = `/bases/${head.id}/exhibits`
  return baseContent({
    head,
    tab: 'exhibits',
    locale,
    children: (
      <>
        <p className="soft">{say.lead}</p>
        {items.length === 0 ? (
          <Empty says={say.none} next={<p>{say.noneNext}</p>} />
        ) : (
          <Grid
            caption={say.caption}
            head={[say.title, say.class, say.verdict, say.received, say.expires, say.file]}
            rows={items.map((one) => ({ key: one.id, cells: cellsOf(one, { url, zone, locale }) }))}
          />
        )}
        <NextPage locale={locale} href={next === null ? undefined : `${url}?after=${encodeURIComponent(next)}`} />
      </>
    ),
  })
}

interface Around {
  readonly url: string
  readonly zone: string | null
  readonly locale: Locale
}

const cellsOf = (one: ExhibitShown, { url, zone, locale }: Around): readonly ReactNode[] => {
  const say = words[locale]
  const { id, kindLabel, class: set, classProposed, receivedAt, supersedes, supersededBy } = one
  return [
    <span key="title">
      <a href={`${url}/${id}`}>{titleOf(one, locale)}</a>
      <br />
      <small>{kindLabel[locale]}</small>
      {[
        [say.before, supersedes],
        [say.after, supersededBy],
      ].map(([says, other]) =>
        other === undefined ? null : (
          <small key={says}>
            {` · ${say.versions}${locale === 'en' ? ': ' : '：'}`}
            <a href={`${url}/${other}`}>{`${says} ${other.slice(0, 8)}`}</a>
          </small>
        ),
      )}
    </span>,
    say.classOf(set, classProposed),
    <Verdict key="verdict" one={one} locale={locale} />,
    <Moment key="received" at={receivedAt} locale={locale} zone={zone} />,
    one.expiresOn === null ? say.noEnd : validUntil(one.expiresOn, { zone, locale }),
    <ExhibitFile key="file" one={one} url={url} locale={locale} />,
  ]
}

/** By the days of the programme it is judged whether it may still be cited (8.6). */
export const validUntil = (day: string, { zone, locale }: Omit<Around, 'url'>): string =>
  dayEndOfProgramme(day, zone ?? undefined)[locale]

/** The title somebody gave it, in one's own language where there is one; else its kind and the beginning of its number. */
export const titleOf = ({ id, words: said, kindLabel }: ExhibitShown, locale: Locale): string => {
  const { en, 'zh-CN': zh } = said?.title ?? {}
  return (locale === 'en' ? (en ?? zh) : (zh ?? en)) ?? `${kindLabel[locale]} ${id.slice(0, 8)}`
}

interface OneProps {
  readonly one: ExhibitShown
  readonly locale: Locale
}

/** Where it stands, and why it was turned away. */
export const Verdict = ({ one, locale }: OneProps): ReactNode => {
  const { status, statusLabel, codeLabel, reason } = one
  const isFallen = status === 'returned' || status === 'run_out'
  return (
    <>
      <Tag tone={status === 'accepted' ? 'good' : isFallen ? 'bad' : status === 'superseded' ? undefined : 'now'}>
        {statusLabel[locale]}
      </Tag>
      {codeLabel === undefined ? null : <p>{codeLabel[locale]}</p>}
      {reason === undefined || reason === null ? null : <p className="soft">{reason}</p>}
    </>
  )
}

/** The way to its file, where that is there and for these eyes. */
export const ExhibitFile = ({ one, url, locale }: OneProps & { readonly url: string }): ReactNode => {
  const say = words[locale]
  if (one.file !== 'kept')
    return <span className="soft">{`${say.gone}${locale === 'en' ? ': ' : '：'}${one.fileLabel?.[locale] ?? ''}`}</span>
  if (one.masked) return <span className="soft">{say.masked}</span>
  return (
    <a href={`${url}/${one.id}/content`} download>
      {say.download}
    </a>
  )
}
