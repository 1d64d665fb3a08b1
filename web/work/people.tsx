import type { ReactNode } from 'react'
import { defined } from '../../domain/values/defined.js'
import { roleCodes, roles } from '../../domain/role.js'
import { dateInWords, type Locale } from '../../domain/locale.js'
import { momentInWords, programmeDay } from '../../domain/words/hours.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Empty, Grid, NextPage, Tag } from './parts.js'
import { passkeyScript } from './passkey-script.js'
import { PeopleForms } from './people-forms.js'
import { PeopleKept } from './people-kept.js'
import type { PeopleShown } from './people-model.js'
import { PeopleWaiting } from './people-waiting.js'
import { peopleWords as words } from './people-words.js'
import { Told } from './told.js'
import { WebhooksLink } from './webhooks.js'

type Frame = Pick<WorkFrame, 'locale' | 'mark'>

/** Who holds which seat, what waits for a second person, where people are missing; and the acts for whoever gives seats. */
export const peopleContent = (shown: PeopleShown, frame: Frame): WorkContent => {
  const { locale } = frame
  const say = words[locale]
  return {
    title: say.title,
    rehearsal: shown.programme.rehearsal,
    ...defined({ script: shown.kept?.asksAfresh === true ? passkeyScript : undefined }),
    main: (
      <>
        <h1>{say.title}</h1>
        <p className="lead">{`${shown.programme.label[locale]} · ${say.lead}`}</p>
        <Told told={shown.told} say={say} />
        <PeopleWaiting shown={shown} frame={frame} />
        <Vacant shown={shown} locale={locale} />
        <PeopleKept shown={shown} frame={frame} />
        <PeopleForms shown={shown} frame={frame} />
        <h2>{say.people}</h2>
        <Filter shown={shown} locale={locale} />
        <Directory shown={shown} locale={locale} />
        <Organisations shown={shown} locale={locale} />
        {shown.forms.give === undefined ? null : <WebhooksLink programme={shown.programme.id} locale={locale} />}
      </>
    ),
  }
}

interface PartProps {
  readonly shown: PeopleShown
  readonly locale: Locale
}

const Vacant = ({ shown: { programme, vacant, unheld, forms, givers }, locale }: PartProps): ReactNode => {
  const say = words[locale]
  const isGiver = forms.give !== undefined
  const named = givers.map((one) => one[locale]).join(locale === 'en' ? ', ' : '、')
  return (
    <>
      <h2>{say.vacant}</h2>
      {vacant.length === 0 ? (
        <p className="soft">{say.noVacant}</p>
      ) : (
        <>
          <p>{isGiver ? say.vacantSays : say.vacantNotYou(named)}</p>
          <Grid
            caption={say.vacant}
            head={[say.step, say.base, say.role, say.due]}
            rows={vacant.map(({ base, name, zone, step, title, role, roleCode, dueAt }) => ({
              key: `${base} ${step}`,
              cells: [
                <a href={`/bases/${base}/steps/${step}`} key="step">
                  {title[locale]}
                </a>,
                <a href={`/bases/${base}`} key="base">
                  {name[locale]}
                </a>,
                <Tag tone="warn" key="role">
                  {isGiver ? (
                    <a href={giveHref(programme.id, { role: roleCode, base })}>{role[locale]}</a>
                  ) : (
                    role[locale]
                  )}
                </Tag>,
                <Moment key="due" at={dueAt} locale={locale} zone={zone} />,
              ],
            }))}
          />
        </>
      )}
      {unheld.length === 0 ? null : (
        <p>
          {`${say.unheld}${locale === 'en' ? ': ' : '：'}`}
          {unheld.map((role) => (
            <span key={role.en}>
              <Tag>{role[locale]}</Tag>{' '}
            </span>
          ))}
        </p>
      )}
    </>
  )
}

/** The form by which a seat is given, with the role and the base in it. */
export const giveHref = (programme: string, { role, base }: { readonly role: string; readonly base: string }): string =>
  `/programmes/${programme}/people?${new URLSearchParams({ give: role, base }).toString()}#give`

const hrefOf = ({ programme, role, side }: Pick<PeopleShown, 'programme' | 'role' | 'side'>, more = ''): string => {
  const chosen = role === undefined ? (side === 'partner' ? 'side=partner' : '') : `role=${role}`
  const query = [chosen, more].filter((part) => part !== '').join('&')
  return `/programmes/${programme.id}/people${query === '' ? '' : `?${query}`}`
}

const Filter = ({ shown, locale }: PartProps): ReactNode => (
  <>
    <nav className="tabs" aria-label={words[locale].sides}>
      <ul>
        {(['programme', 'partner'] as const).map((side) => (
          <li key={side}>
            <a
              href={hrefOf({ ...shown, role: undefined, side })}
              aria-current={side === shown.side ? 'page' : undefined}
            >
              {words[locale][`side_${side}`]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <ByRole shown={shown} locale={locale} />
  </>
)

const ByRole = ({ shown: { programme, role }, locale }: PartProps): ReactNode => (
  <form method="get" action={`/programmes/${programme.id}/people`} className="no-print">
    <label htmlFor="role">{words[locale].role}</label>
    <select id="role" name="role" defaultValue={role ?? ''}>
      <option value="">{words[locale].anyRole}</option>
      {roleCodes.map((code) => (
        <option key={code} value={code}>
          {roles[code].label[locale]}
        </option>
      ))}
    </select>
    <p>
      <button>{words[locale].show}</button>
    </p>
  </form>
)

const Directory = ({ shown, locale }: PartProps): ReactNode => {
  const say = words[locale]
  const { directory, forms } = shown
  if (directory.items.length === 0) return <Empty says={say.nobody} next={<p>{say.nobodyNext}</p>} />
  return (
    <>
      <Grid
        caption={say.people}
        head={[say.person, say.seat, say.organisation, `${say.from} – ${say.until}`]}
        rows={directory.items.flatMap(({ id, name, seats }) =>
          seats.map((seat) => ({
            key: seat.id,
            cells: [
              <span key="person">
                {named(name, { id, locale })}
                <br />
                <small>{id}</small>
                {forms.end === undefined ? null : (
                  <>
                    <br />
                    <a className="no-print" href={`${hrefOf(shown, `kept=${encodeURIComponent(id)}`)}#kept`}>
                      {say.keptOf}
                    </a>
                  </>
                )}
              </span>,
              <Seat key="seat" seat={seat} shown={shown} locale={locale} canEnd={forms.end !== undefined} />,
              <span key="organisation">
                {named(seat.organisationName, { id: seat.organisation, locale })}
                <br />
                <small>{seat.organisation}</small>
              </span>,
              <span key="time">
                {`${day(seat.from, locale)} – ${seat.until === null ? say.open : momentInWords(seat.until, seat.zone ?? undefined)[locale]} `}
                {seat.inForce ? null : <Tag>{seat.until === null ? say.notYet : say.ended}</Tag>}
              </span>,
            ],
          })),
        )}
      />
      <NextPage
        locale={locale}
        href={directory.next === null ? undefined : hrefOf(shown, `after=${encodeURIComponent(directory.next)}`)}
      />
    </>
  )
}

const day = (at: string, locale: Locale): string => dateInWords(programmeDay(at), locale)

const named = (
  name: { readonly en: string; readonly local: string } | null,
  { id, locale }: { readonly id: string; readonly locale: Locale },
): string => (name === null ? id : locale === 'en' ? name.en : name.local)

interface SeatProps extends PartProps {
  readonly seat: PeopleShown['directory']['items'][number]['seats'][number]
  readonly canEnd: boolean
}

const Seat = ({ seat, shown, locale, canEnd }: SeatProps): ReactNode => {
  const say = words[locale]
  return (
    <>
      {seat.roleLabel[locale]}
      <br />
      <small>{seat.base === null ? say.whole : <a href={`/bases/${seat.base}`}>{seat.base}</a>}</small>
      {seat.delegator === null ? null : <small>{` · ${say.lent} ${seat.delegator}`}</small>}
      {canEnd && seat.delegator === null && (seat.inForce || seat.until === null) ? (
        <>
          <br />
          <a className="no-print" href={`${hrefOf(shown, `end=${encodeURIComponent(seat.id)}`)}#end`}>
            {say.end}
          </a>
        </>
      ) : null}
    </>
  )
}

const Organisations = ({ shown: { organisations }, locale }: PartProps): ReactNode => {
  const say = words[locale]
  if (organisations.length === 0) return <Empty says={say.noOrganisations} next={<p>{say.noOrganisationsNext}</p>} />
  return (
    <details>
      <summary>{`${say.organisations} (${organisations.length})`}</summary>
      <Grid
        caption={say.organisations}
        head={[say.organisation, say.country]}
        rows={organisations.map(({ id, name, country }) => ({
          key: id,
          cells: [
            <span key="name">
              {named(name, { id, locale })} <small>{id}</small>
            </span>,
            country,
          ],
        }))}
      />
    </details>
  )
}
