import type { ReactNode } from 'react'
import type { Locale, LocalText } from '../../domain/locale.js'
import { drawn } from '../page/page.js'
import { draftedInWords, isPlaced, NotTaken } from '../page/say-form.js'
import { sayWords } from '../page/say-words.js'
import { textWords } from '../page/text-words.js'
import type { SayingOnText, TextForms, TextPaper, TextShown } from '../page/text-model.js'
import { TextBody } from '../page/text.js'
import type { ActOption, ActReceipt, ActSubject, OpenedByLink } from './model.js'
import { Hidden, InOther, linkPage } from './parts.js'
import { words } from './words.js'

/** Where the link of a letter leads, to act on a step. */
export const openPage = (locale: Locale): string => linkPage(locale, { path: '/act', say: words[locale] })

/** What the step is about and what may be chosen; nothing acts from here. */
export const stepPage = (opened: OpenedByLink, { subject, options, hasDraft }: StepParts): string => {
  const { locale } = opened
  const say = words[locale]
  return drawn({
    locale,
    title: subject.title[locale],
    rehearsal: subject.rehearsal,
    children: (
      <>
        <Subject opened={opened} subject={subject} />
        <h2>{say.options}</h2>
        {hasDraft ? <p className="note">{say.draft}</p> : null}
        {options.map((one) => (
          <Offered key={one.option} one={one} subject={subject} opened={opened} />
        ))}
        <InOther opened={opened} />
      </>
    ),
  })
}

interface StepParts {
  readonly subject: ActSubject
  readonly options: readonly ActOption[]
  /** Something was typed into its form and not handed in. */
  readonly hasDraft: boolean
}

interface OfferedProps {
  readonly one: ActOption
  readonly subject: ActSubject
  readonly opened: OpenedByLink
}

const Offered = ({ one, subject, opened }: OfferedProps): ReactNode => {
  const { locale } = opened
  return (
    <form method="post" action="/act" className="option">
      <Hidden opened={opened} />
      <p>
        <strong>{one.label[locale]}</strong> {one.leadsTo[locale]}
      </p>
      {one.because === undefined ? <AskedFirst {...{ subject, option: one.option, locale }} /> : null}
      {one.because === undefined ? (
        <button name="option" value={one.option}>
          {`${words[locale].choose}: ${one.label[locale]}`}
        </button>
      ) : (
        <p>{`${words[locale].notTaken} ${one.because[locale]}`}</p>
      )}
    </form>
  )
}

/** What is done on the page of the text before an option is taken, with the button that leads there; it stands within a form of the link. */
export const AskedFirst = ({ subject: { asksFirst, text }, option, locale }: AskedFirstProps): ReactNode => {
  const asked = asksFirst[option] ?? []
  if (asked.length === 0) return null
  return (
    <>
      {asked.map((one) => (
        <p className="note" key={one.en}>
          {one[locale]}
        </p>
      ))}
      {text === undefined ? null : (
        <button name="sha256" value={text} formAction="/act/documents">
          {sayWords[locale].way}
        </button>
      )}
    </>
  )
}

interface AskedFirstProps {
  readonly subject: ActSubject
  readonly option: string
  readonly locale: Locale
}

/** What a step is about: where, what, in which role, until when, who else, on which text. */
export const Subject = ({
  opened,
  subject,
}: {
  readonly opened: OpenedByLink
  readonly subject: ActSubject
}): ReactNode => {
  const { locale } = opened
  const say = words[locale]
  const line = (name: string, value: ReactNode): ReactNode => [
    <dt key={name}>{name}</dt>,
    <dd key={`${name} is`}>{value}</dd>,
  ]
  return (
    <>
      <dl>
        {line(say.base, `${subject.cluster[locale]} (${subject.base})`)}
        {line(say.step, `${subject.key} ${subject.title[locale]}`)}
        {line(say.role, subject.role[locale])}
        {line(say.due, subject.dueAt[locale])}
        {line(say.seats, say.seatsSay(subject.acted, subject.seats))}
        {subject.also.length === 0
          ? null
          : line(say.also, subject.also.map((one) => one[locale]).join(locale === 'en' ? ', ' : '、'))}
        {subject.waiting === undefined ? null : line(textWords[locale].open, subject.waiting[locale])}
        {subject.drafted === undefined
          ? null
          : line(
              sayWords[locale].goesAlong,
              draftedInWords(subject.drafted, locale).map((one) => <p key={one}>{one}</p>),
            )}
        {subject.before.length === 0
          ? null
          : line(
              say.before,
              subject.before.map((one) => <p key={one.en}>{one[locale]}</p>),
            )}
      </dl>
      {subject.text === undefined ? null : (
        <form method="post" action="/act/documents">
          <Hidden opened={opened} />
          <button name="sha256" value={subject.text}>
            {`${subject.drafted === undefined ? say.readText : sayWords[locale].way} (${subject.text.slice(0, 12)})`}
          </button>
        </form>
      )}
      {subject.papers.length === 0 ? null : <h2>{say.papers}</h2>}
      {subject.papers.map(({ sha256, label }) => (
        <form method="post" action="/act/documents" key={sha256}>
          <Hidden opened={opened} />
          <button name="sha256" value={sha256}>{`${say.download}: ${label[locale]}`}</button>
        </form>
      ))}
    </>
  )
}

interface ReadByLink {
  readonly shown: TextShown
  /** Undefined: its reader drafts nothing on this step. */
  readonly saying: SayingOnText | undefined
  /** The text as it was made into papers, one in each language. */
  readonly papers: readonly TextPaper[]
  readonly no: TextForms['no']
  readonly rehearsal: boolean
}

/** The whole text that a step is about, for whoever decides on it by a link; the token goes along and leads back. */
export const readPage = (opened: OpenedByLink, { shown, papers, saying, no, rehearsal }: ReadByLink): string =>
  drawn({
    locale: opened.locale,
    title: words[opened.locale].readTitle,
    rehearsal,
    children: (
      <>
        <form method="post" action="/act">
          <Hidden opened={opened} />
          <button>{words[opened.locale].toStep}</button>
        </form>
        <TakeAlong opened={opened} shown={shown} papers={papers} />
        {saying !== undefined && isPlaced(shown, saying) ? null : <NotTaken no={no} />}
        <TextBody shown={shown} locale={opened.locale} saying={saying} />
        <form method="post" action="/act">
          <Hidden opened={opened} />
          <button>{words[opened.locale].toStep}</button>
        </form>
      </>
    ),
  })

/** What is taken along of the text: for a word processor, and as papers; the token goes along in each form. */
const TakeAlong = ({ opened, shown, papers }: TakenByLink): ReactNode => {
  const say = textWords[opened.locale]
  const { text, against } = shown
  const before = against?.called[opened.locale]
  const files = [
    { as: 'word', sha256: text.hash, label: say.asWord },
    ...(before === undefined
      ? []
      : [
          { as: 'tracked', sha256: text.hash, label: say.asTracked(before) },
          { as: 'redline', sha256: text.hash, label: say.asRedline(before) },
        ]),
    ...papers.map(({ sha256, language }) => ({ as: 'paper', sha256, label: say.asPaper(language[opened.locale]) })),
  ]
  return (
    <section aria-label={say.take}>
      <p>{say.take}</p>
      {files.map(({ as, sha256, label }) => (
        <form method="post" action="/act/documents" key={`${as} ${sha256}`}>
          <Hidden opened={opened} />
          <input type="hidden" name="as" value={as} />
          <button name="sha256" value={sha256}>
            {label}
          </button>
        </form>
      ))}
    </section>
  )
}

interface TakenByLink extends Pick<ReadByLink, 'shown' | 'papers'> {
  readonly opened: OpenedByLink
}

/** What became of an act, to be kept and printed; opened again it says the same, and that the link has acted. */
export const receiptPage = (locale: Locale, { receipt, isAgain }: Receipt): string => {
  const say = words[locale]
  const { base, cluster, key, title, label, at, seq, command, leadsTo, waits } = receipt
  const line = (name: string, value: string | undefined): ReactNode =>
    value === undefined ? null : [<dt key={name}>{name}</dt>, <dd key={`${name} is`}>{value}</dd>]
  return drawn({
    locale,
    title: isAgain ? say.usedTitle : say.doneTitle,
    rehearsal: receipt.rehearsal,
    children: (
      <>
        <p role="status">{isAgain ? say.usedSays : say.doneSays}</p>
        <dl>
          {line(say.base, `${cluster[locale]} (${base})`)}
          {line(say.step, `${key} ${title[locale]}`)}
          {line(say.decided, label?.[locale])}
          {line(say.decidedAt, at?.[locale])}
          {line(say.entry, seq === undefined ? undefined : String(seq))}
          {line(say.receipt, command)}
        </dl>
        <h2>{say.follows}</h2>
        {leadsTo === undefined ? null : <p>{leadsTo[locale]}</p>}
        {waits.length === 0 ? <p>{say.nothingNow}</p> : waits.map((one) => <p key={one.en}>{one[locale]}</p>)}
        <p className="soft">{say.keepReceipt}</p>
      </>
    ),
  })
}

interface Receipt {
  readonly receipt: ActReceipt
  /** The link was used before. */
  readonly isAgain: boolean
}

/** One page for every link that does not act, whatever the reason, and for what never was one. */
export const deadPage = (opened: OpenedByLink): string => {
  const say = words[opened.locale]
  return drawn({
    locale: opened.locale,
    title: say.deadTitle,
    children: (
      <>
        <p>{say.deadSays}</p>
        <form method="post" action="/act/fresh">
          <Hidden opened={opened} />
          <button>{say.fresh}</button>
        </form>
        <InOther opened={opened} />
      </>
    ),
  })
}

type Told = 'fresh' | 'pending' | 'decided' | 'strange'

/** A page that only says something. */
export const toldPage = (locale: Locale, told: Told): string => {
  const say = words[locale]
  return drawn({ locale, title: say[`${told}Title`], children: <p role="status">{say[`${told}Says`]}</p> })
}

/** A step that waits for somebody else, or for another time. */
export const notNowPage = (
  opened: OpenedByLink,
  { subject, why }: { readonly subject: ActSubject; readonly why: readonly LocalText[] },
): string =>
  drawn({
    locale: opened.locale,
    title: words[opened.locale].notNowTitle,
    rehearsal: subject.rehearsal,
    children: (
      <>
        {why.map((one) => (
          <p key={one.en}>{one[opened.locale]}</p>
        ))}
        <Subject opened={opened} subject={subject} />
        <InOther opened={opened} />
      </>
    ),
  })
