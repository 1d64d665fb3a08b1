import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { locales, type Locale } from '../../domain/locale.js'
import { Live } from './live.js'
import { liveScript } from './live-script.js'
import type { SeatsIn, WorkContent, WorkFrame } from './model.js'
import { roomsInOrder } from './rooms.js'
import { workStyle } from './style.js'
import { playedSays, shellWords } from './words.js'

/** A page of the workplace as the text that is sent. */
export const workPage = (frame: WorkFrame, content: WorkContent): string =>
  `<!doctype html>${renderToStaticMarkup(<Whole frame={frame} content={content} />)}`

/** What runs on a page: that which follows changes, where somebody is signed in, and what the page has of its own. */
export const scriptsOf = ({ live }: Pick<WorkFrame, 'live'>, own: string | undefined): readonly string[] => [
  ...(live === undefined ? [] : [liveScript]),
  ...(own === undefined ? [] : [own]),
]

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
        {rehearsal || frame.rehearsalHere !== undefined ? <Marked frame={frame} /> : null}
        <main id="main" className="wide" tabIndex={-1}>
          {main}
        </main>
        <footer className="foot wide">
          {say.programme} · {say.foot}
        </footer>
        <Live frame={frame} />
        {scriptsOf(frame, script).map((text) => (
          <script key={text} dangerouslySetInnerHTML={{ __html: text }} />
        ))}
      </body>
    </html>
  )
}

/** Said over everything else: nothing here is real, and the sample is still being played where it is. */
const Marked = ({ frame: { locale, played } }: { readonly frame: WorkFrame }): ReactNode => {
  const say = shellWords[locale]
  return (
    <div className="banner" role="note">
      <div className="wide">
        <p>{say.rehearsal}</p>
        {played === undefined ? null : <p role="status">{playedSays(played, locale)}</p>}
      </div>
    </div>
  )
}

const Top = ({ frame }: { readonly frame: WorkFrame }): ReactNode => {
  const { locale, reader, room, isTrial, rehearsalHere: here } = frame
  const say = shellWords[locale]
  const shown = roomsFor(reader?.seats ?? [], here)
  return (
    <header className="top">
      <div className="wide">
        <a className="brand" href={inWorld('/work', here)}>
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
                  <a href={inWorld('/mailbox', here)}>{say.mailbox}</a>
                </li>
              ) : null}
            </ul>
          </nav>
        )}
        {reader === undefined ? null : (
          <form className="find no-print" method="get" action="/search" role="search">
            {here === undefined ? null : <input type="hidden" name="programme" value={here} />}
            <input name="q" type="search" aria-label={say.search} placeholder={say.find} maxLength={100} />
            <button className="unseen">{say.find}</button>
          </form>
        )}
        <Me frame={frame} />
        <Worlds frame={frame} />
      </div>
    </header>
  )
}

/** The switch between the real programmes and what is rehearsed: an address each, so that a list is of one of them and never of both. */
const Worlds = ({ frame: { locale, worlds } }: { readonly frame: WorkFrame }): ReactNode =>
  worlds.length === 0 ? null : (
    <nav className="worlds" aria-label={shellWords[locale].worlds}>
      <ul>
        {worlds.map(({ programme, label, isHere }) => (
          <li key={programme ?? ''}>
            <a href={inWorld('/work', programme)} aria-current={isHere ? 'true' : undefined}>
              {label[locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )

const inWorld = (path: string, programme: string | undefined): string =>
  programme === undefined ? path : `${path}?programme=${programme}`

/** The rooms somebody finds in the rehearsal a page is of, or else in the real programmes, each with its address. */
const roomsFor = (seats: readonly SeatsIn[], here: string | undefined): typeof roomsInOrder => {
  const own =
    here === undefined
      ? seats.toSorted((one, other) => Number(one.rehearsal) - Number(other.rehearsal))
      : seats.filter(({ programme }) => programme === here)
  const people = own.find(({ seesPeople }) => seesPeople)?.programme
  return roomsInOrder.flatMap((room) => {
    if (room.for === 'people') return people === undefined ? [] : [{ ...room, href: `${room.href}/${people}/people` }]
    return room.for === 'all' || own.some(({ isStaff }) => isStaff) ? [{ ...room, href: inWorld(room.href, here) }] : []
  })
}

/** Who reads this, as what, in which language; and the way out. */
const Me = ({ frame: { locale, reader, mark, here, rehearsalHere } }: { readonly frame: WorkFrame }): ReactNode => {
  const say = shellWords[locale]
  const [other = locale] = locales.filter((one) => one !== locale)
  return (
    <div className="me">
      {reader === undefined ? null : (
        <span>
          <a href={inWorld('/account', rehearsalHere)}>
            <b>{reader.name[locale]}</b>
          </a>
          <a href="/programmes">
            <small>{seatInWords(reader.seats, { locale, rehearsalHere })}</small>
          </a>
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

/** The roles of somebody where the page is: in its rehearsal, else in what is no rehearsal; where there is none, in the rehearsals. */
const seatInWords = (
  seats: NonNullable<WorkFrame['reader']>['seats'],
  { locale, rehearsalHere: here }: Pick<WorkFrame, 'locale' | 'rehearsalHere'>,
): string => {
  const there = seats.filter(({ programme, rehearsal }) => (here === undefined ? !rehearsal : programme === here))
  const roles = (there.length > 0 ? there : seats).flatMap((seat) => seat.roles.map((role) => role[locale]))
  return [...new Set(roles)].join(locale === 'en' ? ', ' : '、')
}

/** The address of the same page in a language. */
const inLanguage = (here: string, locale: Locale): string => `${here}${here.includes('?') ? '&' : '?'}lang=${locale}`
