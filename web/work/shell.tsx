import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { locales, type Locale } from '../../domain/locale.js'
import type { SeatsIn, WorkContent, WorkFrame } from './model.js'
import { roomsInOrder } from './rooms.js'
import { workStyle } from './style.js'
import { shellWords } from './words.js'

/** A page of the workplace as the text that is sent. */
export const workPage = (frame: WorkFrame, content: WorkContent): string =>
  `<!doctype html>${renderToStaticMarkup(<Whole frame={frame} content={content} />)}`

interface WholeProps {
  readonly frame: WorkFrame
  readonly content: WorkContent
}

const Whole = ({ frame, content: { title, main, rehearsal = false, script } }: WholeProps): ReactNode => {
  const say = shellWords[frame.locale]
  return (
    <html lang={frame.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${say.brand}`}</title>
        <style dangerouslySetInnerHTML={{ __html: workStyle }} />
      </head>
      <body>
        <a className="skip" href="#main">
          {say.skip}
        </a>
        <Top frame={frame} />
        {rehearsal ? (
          <div className="banner" role="note">
            <div className="wide">
              <p>{say.rehearsal}</p>
            </div>
          </div>
        ) : null}
        <main id="main" className="wide" tabIndex={-1}>
          {main}
        </main>
        <footer className="foot wide">
          {say.programme} · {say.foot}
        </footer>
        {script === undefined ? null : <script dangerouslySetInnerHTML={{ __html: script }} />}
      </body>
    </html>
  )
}

const Top = ({ frame }: { readonly frame: WorkFrame }): ReactNode => {
  const { locale, reader, room, isTrial } = frame
  const say = shellWords[locale]
  const shown = roomsFor(reader?.seats ?? [])
  return (
    <header className="top">
      <div className="wide">
        <a className="brand" href="/work">
          {say.brand}
        </a>
        {reader === undefined ? null : (
          <nav aria-label={say.navigation}>
            <ul>
              {shown.map(({ code, href, label }) => (
                <li key={code}>
                  <a href={href} aria-current={code === room ? 'page' : undefined}>
                    {label[locale]}
                  </a>
                </li>
              ))}
              {isTrial ? (
                <li>
                  <a href="/mailbox">{say.mailbox}</a>
                </li>
              ) : null}
            </ul>
          </nav>
        )}
        {reader === undefined ? null : (
          <form className="find no-print" method="get" action="/search" role="search">
            <input name="q" type="search" aria-label={say.search} placeholder={say.find} maxLength={100} />
            <button className="unseen">{say.find}</button>
          </form>
        )}
        <Me frame={frame} />
      </div>
    </header>
  )
}

/** The rooms somebody finds, each with its address; of several programmes a rehearsal comes last. */
const roomsFor = (seats: readonly SeatsIn[]): typeof roomsInOrder => {
  const own = seats.toSorted((one, other) => Number(one.rehearsal) - Number(other.rehearsal))
  const people = own.find(({ seesPeople }) => seesPeople)?.programme
  return roomsInOrder.flatMap((room) => {
    if (room.for === 'people') return people === undefined ? [] : [{ ...room, href: `${room.href}/${people}/people` }]
    return room.for === 'all' || own.some(({ isStaff }) => isStaff) ? [room] : []
  })
}

/** Who reads this, as what, in which language; and the way out. */
const Me = ({ frame: { locale, reader, mark, here } }: { readonly frame: WorkFrame }): ReactNode => {
  const say = shellWords[locale]
  const [other = locale] = locales.filter((one) => one !== locale)
  return (
    <div className="me">
      {reader === undefined ? null : (
        <span>
          <b>{reader.name[locale]}</b>
          <small>{seatInWords(reader.seats, locale)}</small>
        </span>
      )}
      <a href={inLanguage(here, other)} lang={other} hrefLang={other}>
        {say.other}
      </a>
      {mark === undefined ? null : (
        <form method="post" action="/sign-out">
          <input type="hidden" name="lang" value={locale} />
          <input type="hidden" name="mark" value={mark} />
          <button className="plain">{say.signOut}</button>
        </form>
      )}
    </div>
  )
}

/** The roles of somebody in the programmes that are no rehearsal; where there is none, in the rehearsals. */
const seatInWords = (seats: NonNullable<WorkFrame['reader']>['seats'], locale: Locale): string => {
  const real = seats.filter(({ rehearsal }) => !rehearsal)
  const roles = (real.length > 0 ? real : seats).flatMap((seat) => seat.roles.map((role) => role[locale]))
  return [...new Set(roles)].join(locale === 'en' ? ', ' : '、')
}

/** The address of the same page in a language. */
const inLanguage = (here: string, locale: Locale): string => `${here}${here.includes('?') ? '&' : '?'}lang=${locale}`
