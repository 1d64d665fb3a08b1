import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { draftedInWords } from '../page/say-form.js'
import { sayWords } from '../page/say-words.js'
import { textWords } from '../page/text-words.js'
import { Afresh } from './afresh.js'
import { Handed } from './handed.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Empty, Facts, Tag } from './parts.js'
import type { NextTask, StepDone, StepShown } from './step-model.js'
import { smallActWords } from './small-act-words.js'
import { stepWords as words } from './step-words.js'

/** Where a step is found. */
export const stepHref = ({ base, step }: Pick<StepShown, 'base' | 'step'>): string => `/bases/${base}/steps/${step}`

interface OfStep {
  readonly shown: StepShown
  readonly locale: Locale
}

/** What a step is about, what may be chosen by whoever may act, and what was decided here. Nothing acts from this page. */
export const stepContent = (shown: StepShown, { locale }: Pick<WorkFrame, 'locale'>): WorkContent => {
  const say = words[locale]
  const { subject, ended, mayAct, why, waits, options, hasDraft } = shown
  return {
    title: subject.title[locale],
    rehearsal: shown.rehearsal,
    main: (
      <>
        <StepHead shown={shown} locale={locale} />
        {ended === undefined ? null : (
          <div className="note good">
            <p>
              <strong>{say.ended}</strong>
            </p>
            <p>
              {ended.label === undefined
                ? say.endedOn(ended.at[locale])
                : say.endedAs(ended.label[locale], ended.at[locale])}
            </p>
          </div>
        )}
        {ended === undefined && !mayAct ? (
          <div className="note">
            <p>
              <strong>{say.notForYou}</strong>
            </p>
            {why === undefined ? null : <p>{`${why.says[locale]} ${why.next[locale]}`}</p>}
            {waits === undefined ? null : <p>{waits[locale]}</p>}
          </div>
        ) : null}
        <PapersWait shown={shown} locale={locale} />
        <div className="card">
          <SubjectFacts shown={shown} locale={locale} />
        </div>
        {mayAct && ended === undefined ? (
          <section className="card" aria-labelledby="choose">
            <h2 id="choose">{say.choose}</h2>
            {hasDraft ? <p className="soft">{say.draft}</p> : null}
            {options.map((one) => (
              <Offered key={one.option} shown={shown} one={one} isFirst={one === firstOf(options)} locale={locale} />
            ))}
          </section>
        ) : null}
        <Decided shown={shown} locale={locale} />
        <VoidAsked shown={shown} locale={locale} />
        {shown.beside.length === 0 ? null : (
          <p className="no-print">
            {shown.beside.map((act) => (
              <a className="button" key={act} href={`${stepHref(shown)}/acts/${act}`}>
                {smallActWords[locale][act]}
              </a>
            ))}
          </p>
        )}
      </>
    ),
  }
}

/** What lies on a desk already, before anybody decides anew: whoever signed it finds it here as well (R16). */
const PapersWait = ({ shown: { papersWait }, locale }: OfStep): ReactNode =>
  papersWait.length === 0 ? null : (
    <div className="note">
      <p>
        <strong>{words[locale].paperWaits}</strong>
      </p>
      {papersWait.map((one) => (
        <p key={one.en}>{one[locale]}</p>
      ))}
    </div>
  )

/** Who asked for it finds here that it waits, as whoever else reads of it does. */
const VoidAsked = ({ shown: { voidAsked }, locale }: OfStep): ReactNode =>
  voidAsked === undefined ? null : (
    <div className="note">
      <p>
        <strong>{words[locale].voidWaits}</strong>
      </p>
      <p>{voidAsked.says[locale]}</p>
      {voidAsked.words === undefined ? null : (
        <blockquote>
          <pre>{voidAsked.words}</pre>
        </blockquote>
      )}
    </div>
  )

const firstOf = (options: StepShown['options']) => options.find(({ because }) => because === undefined)

interface OfferedProps extends OfStep {
  readonly one: StepShown['options'][number]
  readonly isFirst: boolean
}

const Offered = ({ shown, one: { option, label, leadsTo, because }, isFirst, locale }: OfferedProps): ReactNode => {
  const say = words[locale]
  return (
    <div className="option">
      <div>
        <p>
          <strong>{label[locale]}</strong>
        </p>
        <p className="soft">{because === undefined ? leadsTo[locale] : `${say.notTaken} ${because[locale]}`}</p>
        {because === undefined ? <AskedFirst shown={shown} option={option} locale={locale} /> : null}
        {because === undefined && shown.asksAfresh.includes(option) ? (
          <Afresh to={`${stepHref(shown)}?option=${option}`} locale={locale} />
        ) : null}
      </div>
      {because === undefined ? (
        <a className={isFirst ? 'button main' : 'button'} href={`${stepHref(shown)}?option=${option}`}>
          {say.take}
          <span className="unseen"> {label[locale]}</span>
        </a>
      ) : null}
    </div>
  )
}

/** What is done on the page of the text before an option is taken, and the way there. */
export const AskedFirst = ({ shown, option, locale }: OfStep & { readonly option: string }): ReactNode => {
  const asked = shown.subject.asksFirst[option] ?? []
  if (asked.length === 0) return null
  return (
    <>
      {asked.map((one) => (
        <p key={one.en}>
          <small>{one[locale]}</small>
        </p>
      ))}
      <p>
        <a href={`${stepHref(shown)}/text#items`}>{sayWords[locale].way}</a>
      </p>
    </>
  )
}

/** Where this is, and what it is called. */
export const StepHead = ({ shown, locale }: OfStep): ReactNode => {
  const { subject, base } = shown
  const say = words[locale]
  return (
    <>
      <nav className="crumbs" aria-label={say.crumbs}>
        <a href="/work">{say.work}</a> › <a href={`/bases/${base}`}>{subject.cluster[locale]}</a>
      </nav>
      <h1>{subject.title[locale]}</h1>
      <p className="lead">
        {subject.cluster[locale]} · {`${base} · ${subject.key}`}
      </p>
    </>
  )
}

/** Who acts, until when, on which text, after what. */
export const SubjectFacts = ({ shown, locale }: OfStep): ReactNode => {
  const { subject, ended } = shown
  const say = words[locale]
  const lines = subject.before.map((one) => <p key={one.en}>{one[locale]}</p>)
  return (
    <Facts
      of={[
        [say.role, subject.role[locale]],
        [say.due, ended === undefined ? subject.dueAt[locale] : undefined],
        [say.seats, subject.seats > 1 ? say.seatsSay(subject.acted, subject.seats) : undefined],
        [
          say.also,
          subject.also.length === 0
            ? undefined
            : subject.also.map((one) => one[locale]).join(locale === 'en' ? ', ' : '、'),
        ],
        [say.before, lines.length === 0 ? undefined : lines],
        [say.text, subject.text === undefined ? undefined : <a href={`/bases/${shown.base}/text`}>{say.readText}</a>],
        [
          textWords[locale].open,
          subject.waiting === undefined || ended !== undefined ? undefined : (
            <>
              <p>{subject.waiting[locale]}</p>
              <p className="no-print">
                <a href={`${subject.drafted === undefined ? `/bases/${shown.base}` : stepHref(shown)}/text#items`}>
                  {textWords[locale].readWaiting}
                </a>
              </p>
            </>
          ),
        ],
        [
          sayWords[locale].goesAlong,
          subject.drafted === undefined ? undefined : (
            <>
              {draftedInWords(subject.drafted, locale).map((one) => (
                <p key={one}>{one}</p>
              ))}
              <p className="no-print">
                <a href={`${stepHref(shown)}/text`}>{sayWords[locale].way}</a>
              </p>
            </>
          ),
        ],
        [
          say.papers,
          subject.papers.length === 0
            ? undefined
            : subject.papers.map(({ sha256, label }) => (
                <p key={sha256}>
                  <a href={`/documents/${sha256}`}>{`${say.download}: ${label[locale]}`}</a>
                </p>
              )),
        ],
      ]}
    />
  )
}

const Decided = ({ shown: { acts, handedIn, exhibits, things }, locale }: OfStep): ReactNode => {
  const say = words[locale]
  return (
    <>
      {acts.length === 0 ? null : (
        <section className="card">
          <h2>{say.acts}</h2>
          <ul>
            {acts.map(({ by, label, at }) => (
              <li key={`${by.en} ${at.en}`}>
                <strong>{by[locale]}</strong> <Tag>{label[locale]}</Tag> <small>{at[locale]}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {handedIn.length === 0 ? null : <h2>{say.handedIn}</h2>}
      {handedIn.map((one) => (
        <Handed key={`${one.label.en} ${one.at.en}`} one={one} {...{ locale, exhibits, things }} />
      ))}
    </>
  )
}

/** What became of an act: what happens next, and the next task. */
export const doneContent = (done: StepDone, { locale }: Pick<WorkFrame, 'locale'>): WorkContent => {
  const { shown, label, leadsTo, waits, next } = done
  const say = words[locale]
  return {
    title: say.doneTitle,
    rehearsal: shown.rehearsal,
    main: (
      <>
        <StepHead shown={shown} locale={locale} />
        <div className="note good" role="status">
          <p>
            <strong>{say.doneTitle}</strong>
          </p>
          <p>{say.doneSays(label[locale])}</p>
        </div>
        <section className="card">
          <h2>{say.happens}</h2>
          {leadsTo === undefined ? null : <p>{leadsTo[locale]}</p>}
          {waits.length === 0 ? <p>{say.nothingNow}</p> : waits.map((one) => <p key={one.en}>{one[locale]}</p>)}
        </section>
        <Next next={next} locale={locale} />
        <p>
          <a className="button" href={`/bases/${shown.base}`}>
            {say.toBase}
          </a>
          <a className="button" href="/work">
            {say.toWork}
          </a>
        </p>
      </>
    ),
  }
}

const Next = ({ next, locale }: { readonly next: NextTask | undefined; readonly locale: Locale }): ReactNode => {
  const say = words[locale]
  if (next === undefined) return <Empty says={say.allDone} />
  return (
    <>
      <h2>{say.nextTask}</h2>
      <ul className="rows">
        <li>
          <div>
            <h3>
              <a className="over" href={stepHref(next)}>
                {next.title[locale]}
              </a>
            </h3>
            <p>
              {next.name[locale]} <small>{next.base}</small>
            </p>
          </div>
          <div className="when">{next.dueBy?.[locale]}</div>
        </li>
      </ul>
    </>
  )
}
