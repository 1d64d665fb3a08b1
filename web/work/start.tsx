import type { ReactNode } from 'react'
import { dossierParts } from '../../domain/facts.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { answeredPairs, ContractFaults, ContractFields, TypedAlong, type AskedField } from './contract-form.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Empty, Facts } from './parts.js'
import { giveHref } from './people.js'
import { startWords as words } from './start-words.js'
import { Refused } from './told.js'

/** How a cluster comes into a nomination: one that is known, or one that is entered. */
export const startWays = ['known', 'new'] as const
export type StartWay = (typeof startWays)[number]

export interface StartPage {
  readonly programme: { readonly id: string; readonly label: LocalText; readonly rehearsal: boolean }
  readonly call: { readonly id: string; readonly until: string | null } | undefined
  readonly way: StartWay
  readonly hasKnown: boolean
  readonly fields: readonly AskedField[]
  readonly others: readonly LocalText[]
  /** What makes a second click the same write. */
  readonly once: string
  readonly no: { readonly says: string; readonly next: string } | 'pending' | undefined
}

type Frame = Pick<WorkFrame, 'locale' | 'mark'>

const hrefOf = ({ programme }: Pick<StartPage, 'programme'>): string => `/programmes/${programme.id}/start`

/** The form by which a base is started; beside a refusal stands what seats of the place are missing, and where they are given. */
export const startContent = (
  page: StartPage,
  { frame, found }: { readonly frame: Frame; readonly found: StartFound | undefined },
): WorkContent => {
  const { locale } = frame
  const say = words[locale]
  const { programme, call, fields, others } = page
  return {
    title: say.title,
    rehearsal: programme.rehearsal,
    main: (
      <>
        <Head page={page} title={say.title} locale={locale} />
        <p className="lead">{say.lead}</p>
        <NoIn no={page.no} locale={locale} />
        {found === undefined ? null : <SeatsMissing page={page} found={found} locale={locale} />}
        <ContractFaults fields={fields} others={others} locale={locale} />
        {call === undefined ? (
          <Empty says={say.noCall} next={<p>{say.noCallNext}</p>} />
        ) : (
          <>
            <Facts
              of={[
                [say.call, call.id],
                [say.until, call.until === null ? undefined : <Moment key="until" at={call.until} locale={locale} />],
              ]}
            />
            <Ways page={page} locale={locale} />
            <p className="no-print">
              <a href={`/programmes/${programme.id}/import`}>{say.many}</a>
            </p>
            <Form page={page} frame={frame} />
          </>
        )}
      </>
    ),
  }
}

interface PartProps {
  readonly page: StartPage
  readonly locale: Locale
}

const Head = ({ page: { programme }, title, locale }: PartProps & { readonly title: string }): ReactNode => (
  <>
    <nav className="crumbs" aria-label={words[locale].crumbs}>
      <a href={programme.rehearsal ? `/bases?programme=${programme.id}` : '/bases'}>{words[locale].bases}</a> ›
    </nav>
    <h1>{title}</h1>
    <p className="soft">{programme.label[locale]}</p>
  </>
)

const NoIn = ({ no, locale }: { readonly no: StartPage['no']; readonly locale: Locale }): ReactNode => {
  const say = words[locale]
  if (no === undefined) return null
  if (no === 'pending')
    return (
      <div className="note" role="status">
        <p>{say.pending}</p>
      </div>
    )
  return <Refused no={no} title={say.refused} />
}

const Ways = ({ page, locale }: PartProps): ReactNode => (
  <nav className="tabs" aria-label={words[locale].ways}>
    <ul>
      {startWays.map((way) => (
        <li key={way}>
          <a
            href={way === 'known' ? hrefOf(page) : `${hrefOf(page)}?way=${way}`}
            aria-current={way === page.way ? 'page' : undefined}
          >
            {words[locale][way]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Form = ({ page, frame: { locale, mark } }: { readonly page: StartPage; readonly frame: Frame }): ReactNode => {
  const say = words[locale]
  if (page.way === 'known' && !page.hasKnown)
    return (
      <Empty
        says={say.noKnown}
        next={
          <>
            <p>{say.noKnownNext}</p>
            <p>
              <a className="button" href={`${hrefOf(page)}?way=new`}>
                {say.enterNew}
              </a>
            </p>
          </>
        }
      />
    )
  return (
    <form method="post" action={hrefOf(page)} className="card" autoComplete="off">
      <Along page={page} mark={mark} />
      {page.way === 'new' ? <p className="soft">{say.newSays}</p> : null}
      <ContractFields fields={page.fields} locale={locale} />
      <div className="acts">
        <button className="main" name="do" value="check">
          {say.check}
        </button>
      </div>
    </form>
  )
}

/** Whether a name is the same in both languages: it is the English one then. */
const isUnnamed = (name: LocalText): boolean => name.en === name['zh-CN']

const Along = ({ page, mark }: { readonly page: StartPage; readonly mark: string | undefined }): ReactNode => (
  <>
    <input type="hidden" name="mark" value={mark} />
    <input type="hidden" name="once" value={page.once} />
    <input type="hidden" name="way" value={page.way} />
  </>
)

/** What the base would begin with, as the rules read it. */
export interface StartFound {
  readonly base: string
  readonly names: Readonly<Record<'name' | 'place' | 'government' | 'industry', LocalText>>
  readonly partsAtHand: readonly number[]
  readonly undated: readonly string[]
  /** Roles of the place that nobody holds for the base. */
  readonly seats: readonly { readonly role: string; readonly label: LocalText }[]
}

/** The seats of the place that nobody holds, each with the form that gives it. */
const SeatsMissing = ({
  page,
  found: { base, seats },
  locale,
}: PartProps & { readonly found: StartFound }): ReactNode =>
  seats.length === 0 ? null : (
    <section className="card">
      <h2>{words[locale].seats}</h2>
      <p>{words[locale].seatsSay}</p>
      <ul>
        {seats.map(({ role, label }) => (
          <li key={role}>
            <a href={giveHref(page.programme.id, { role, base })}>{label[locale]}</a>
          </li>
        ))}
      </ul>
    </section>
  )

/** Everything that was answered, to be read once more before the base begins. */
export const startCheckContent = (
  page: StartPage,
  { found, frame: { locale, mark } }: { readonly found: StartFound; readonly frame: Frame },
): WorkContent => {
  const say = words[locale]
  const { base, names, partsAtHand, undated } = found
  const comma = locale === 'en' ? ', ' : '、'
  return {
    title: `${say.checkTitle}: ${say.title}`,
    rehearsal: page.programme.rehearsal,
    main: (
      <>
        <Head page={page} title={say.checkTitle} locale={locale} />
        <NoIn no={page.no} locale={locale} />
        <div className="note" role="status">
          <p>{say.checkSays}</p>
        </div>
        {isUnnamed(names.place) || isUnnamed(names.government) ? (
          <div className="note">
            <p>{page.way === 'new' ? say.namesMissing : say.namesLacking}</p>
          </div>
        ) : null}
        <section className="card">
          <Facts
            of={[
              [say.name, names.name[locale]],
              [say.place, names.place[locale]],
              [say.government, names.government[locale]],
              [say.industry, names.industry[locale]],
              [say.id, base],
              [say.call, page.call?.id],
              [
                say.atHand,
                `${partsAtHand.length} / ${dossierParts.length}${partsAtHand.length === 0 ? '' : ` (${partsAtHand.join(comma)})`}`,
              ],
              [say.undated, undated.length === 0 ? say.none : undated.join(comma)],
            ]}
          />
        </section>
        <SeatsMissing page={page} found={found} locale={locale} />
        <section className="card">
          <Facts
            of={answeredPairs(
              page.fields.filter(({ name }) => name !== 'cluster'),
              locale,
            )}
          />
        </section>
        <form method="post" action={hrefOf(page)} className="acts">
          <Along page={page} mark={mark} />
          <TypedAlong fields={page.fields} />
          <p>{say.last}</p>
          <button name="do" value="change">
            {say.change}
          </button>
          <button className="main" name="do" value="start">
            {say.start}
          </button>
        </form>
      </>
    ),
  }
}
