import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import type { SeatsIn, WorkContent } from './model.js'
import { Empty, Tag } from './parts.js'
import { programmesWords as words } from './programmes-words.js'

/** The programmes somebody sits in, as what, and where each leads on to. */
export const programmesContent = (seats: readonly SeatsIn[], locale: Locale): WorkContent => {
  const say = words[locale]
  return {
    title: say.title,
    main: (
      <>
        <h1>{say.title}</h1>
        <p className="lead">{say.lead}</p>
        {seats.length === 0 ? (
          <Empty says={say.none} next={<p>{say.noneNext}</p>} />
        ) : (
          <ul className="rows one">
            {seats.map((seat) => (
              <Programme key={seat.programme} seat={seat} locale={locale} />
            ))}
          </ul>
        )}
      </>
    ),
  }
}

interface ProgrammeProps {
  readonly seat: SeatsIn
  readonly locale: Locale
}

const Programme = ({ seat, locale }: ProgrammeProps): ReactNode => {
  const say = words[locale]
  const { programme, label, rehearsal, seesPeople, seesHolds, roles } = seat
  const asked = rehearsal ? `?programme=${programme}` : ''
  const links = [
    [`/work${asked}`, say.work],
    [`/bases${asked}`, say.bases],
    ...(seesPeople ? [[`/programmes/${programme}/people`, say.people] as const] : []),
    ...(seesHolds ? [[`/programmes/${programme}/holds`, say.holds] as const] : []),
  ] as const
  return (
    <li>
      <div>
        <h2>{label[locale]}</h2>
        <p>
          <small>{programme}</small> {rehearsal ? <Tag tone="warn">{say.rehearsal}</Tag> : null}
        </p>
        <p className="soft">{`${say.as} ${roles.map((role) => role[locale]).join(locale === 'en' ? ', ' : '、')}`}</p>
        <p>
          {links.map(([href, said]) => (
            <a className="button" key={href} href={href}>
              {said}
            </a>
          ))}
        </p>
      </div>
    </li>
  )
}
