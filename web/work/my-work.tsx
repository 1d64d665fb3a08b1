import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { AlsoWaits, InboxItem } from '../../api/contract/step.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { roles } from '../../domain/role.js'
import type { WorkContent } from './model.js'
import { myWorkWords as words } from './my-work-words.js'
import { Empty, NextPage, Tag } from './parts.js'
import { SavedViewsBar, type SavedViewsHere } from './saved-views.js'

/** What waits for somebody, as the inbox of the API tells it. */
export interface MyWork {
  readonly items: readonly z.output<typeof InboxItem>[]
  readonly also: readonly z.output<typeof AlsoWaits>[]
  readonly next: string | null
  /** Of which programme alone; undefined: all that are no rehearsal. */
  readonly programme: string | undefined
  /** Views of any list that are saved, as ways in. */
  readonly saved: SavedViewsHere
  /** Programmes that may be chosen. */
  readonly programmes: readonly { readonly id: string; readonly label: LocalText; readonly rehearsal: boolean }[]
}

/** One's own work: due first, each with its base, until when, and why it waits. */
export const myWorkContent = (work: MyWork, locale: Locale): WorkContent => {
  const say = words[locale]
  const { items, also, next, programme, programmes } = work
  const count = items.length + also.length
  const late = items.filter((item) => item.late).length
  const isOf = programmes.find(({ id }) => id === programme)
  return {
    title: next === null ? say.titleOf(count) : `${say.title} (${count}+)`,
    rehearsal: isOf?.rehearsal === true,
    main: (
      <>
        <h1>{say.title}</h1>
        {count === 0 ? null : <p className="lead">{say.lead(count, late)}</p>}
        <Programmes work={work} locale={locale} />
        <SavedViewsBar saved={work.saved} locale={locale} />
        {count === 0 ? <Empty says={say.empty} next={<Idle locale={locale} programme={programme} />} /> : null}
        {items.length === 0 ? null : (
          <ul className="rows">
            {items.map((item) => (
              <Task key={`${item.base} ${item.id}`} item={item} locale={locale} />
            ))}
          </ul>
        )}
        <NextPage
          locale={locale}
          href={
            next === null
              ? undefined
              : `/work?after=${encodeURIComponent(next)}${programme === undefined ? '' : `&programme=${programme}`}`
          }
        />
        {also.length === 0 ? null : <Also also={also} locale={locale} />}
        {items.length === 0 ? null : (
          <p className="no-print">
            <a href="/calendar">{say.calendar}</a>
          </p>
        )}
      </>
    ),
  }
}

const Idle = ({
  locale,
  programme,
}: {
  readonly locale: Locale
  readonly programme: string | undefined
}): ReactNode => (
  <>
    <p>{words[locale].emptyNext}</p>
    <p>
      <a className="button" href={programme === undefined ? '/bases' : `/bases?programme=${programme}`}>
        {words[locale].seeBases}
      </a>
    </p>
  </>
)

/** Rehearsals stand among nothing else: who sits in one chooses it. */
const Programmes = ({
  work: { programme, programmes },
  locale,
}: {
  readonly work: MyWork
  readonly locale: Locale
}): ReactNode =>
  programmes.some(({ rehearsal }) => rehearsal) ? (
    <nav className="tabs" aria-label={words[locale].inProgramme}>
      <ul>
        {toChoose(programmes, locale).map(({ id, said }) => (
          <li key={id ?? ''}>
            <a
              href={id === undefined ? '/work' : `/work?programme=${id}`}
              aria-current={id === programme ? 'page' : undefined}
            >
              {said}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  ) : null

interface Choosable {
  readonly id: string | undefined
  readonly said: string
}

const toChoose = (programmes: MyWork['programmes'], locale: Locale): readonly Choosable[] => [
  { id: undefined, said: words[locale].all },
  ...programmes.flatMap(({ id, label, rehearsal }) => (rehearsal ? [{ id, said: `${label[locale]} (${id})` }] : [])),
]

const Task = ({ item, locale }: { readonly item: z.output<typeof InboxItem>; readonly locale: Locale }): ReactNode => {
  const say = words[locale]
  return (
    <li>
      <div>
        <h3>
          <a className="over" href={`/bases/${item.base}/steps/${item.id}`}>
            {item.title[locale]}
          </a>
        </h3>
        <p>
          {item.names.name[locale]} <small>{item.base}</small>
        </p>
        {item.why === undefined ? null : <p className="why">{item.why[locale]}</p>}
      </div>
      <div className="when">
        <p>
          <Left item={item} locale={locale} />
        </p>
        <p>
          <time dateTime={item.dueAt}>{item.dueBy?.[locale] ?? item.dueAt}</time>
        </p>
        <p className="soft">
          {say.as} {roles[item.role].label[locale]}
        </p>
      </div>
    </li>
  )
}

/** How long is left, in words; the colour only repeats it. */
const Left = ({
  item: { late, workingDaysLeft: days },
  locale,
}: {
  readonly item: Pick<z.output<typeof InboxItem>, 'late' | 'workingDaysLeft'>
  readonly locale: Locale
}): ReactNode => {
  const say = words[locale]
  if (late) return <Tag tone="bad">{say.overdue(Math.max(0, -(days ?? 0)))}</Tag>
  if (days === null) return null
  return days <= 2 ? <Tag tone="warn">{say.left(days)}</Tag> : <Tag>{say.left(days)}</Tag>
}

const Also = ({ also, locale }: { readonly also: MyWork['also']; readonly locale: Locale }): ReactNode => (
  <>
    <h2>{words[locale].also}</h2>
    <ul className="rows">
      {also.map(({ kind, sentence, base, step, words: said }) => (
        <li key={sentence.en}>
          <div>
            <p>
              {base === undefined ? (
                sentence[locale]
              ) : (
                <a
                  className="over"
                  href={
                    (kind === 'void' || kind === 'paper') && step !== undefined
                      ? `/bases/${base}/steps/${step}/acts/confirm_${kind}`
                      : `/bases/${base}`
                  }
                >
                  {sentence[locale]}
                </a>
              )}
            </p>
            {said === undefined || said === null ? null : <p className="why">{`${words[locale].words}: ${said}`}</p>}
          </div>
        </li>
      ))}
    </ul>
  </>
)
