import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { Tag } from './parts.js'
import { portfolioHref, type Portfolio, type PortfolioPart } from './portfolio-model.js'
import { portfolioWords as words } from './portfolio-words.js'

type Stage = Portfolio['counts']['stages'][number]

/** The five stages with how many bases stand in each, how long they have been there, and how many are late. */
export const Pipeline = ({ of, locale }: PortfolioPart): ReactNode => {
  const { counts, asked, view } = of
  const say = words[locale]
  const colon = locale === 'en' ? ': ' : '：'
  const { stage: chosen, ...others } = asked
  return (
    <section aria-label={say.pipeline}>
      <ol className="stages">
        {counts.stages.map((one) => {
          const isChosen = chosen === one.stage
          return (
            <li key={one.stage}>
              <a
                className="over"
                href={portfolioHref({ view, asked: isChosen ? others : { ...others, stage: one.stage } })}
                aria-current={isChosen ? 'true' : undefined}
              >
                {one.label[locale]}
                <b>{say.upTo(one.bases, one.isMore)}</b>
              </a>
              <Ages of={one} locale={locale} />
              {one.longest === null ? null : <p>{`${say.longest}${colon}${say.forDays(one.longest.days)}`}</p>}
              {one.late === 0 ? null : <Tag tone="bad">{say.lateOf(say.upTo(one.late, one.moreLate))}</Tag>}
            </li>
          )
        })}
      </ol>
      {counts.closed === 0 ? null : (
        <p className="soft">
          <a href={portfolioHref({ view, asked: { ...others, closed: 'true' } })}>
            {say.endedOf(say.upTo(counts.closed, counts.moreClosed))}
          </a>
        </p>
      )}
    </section>
  )
}

const width = 100

/** A bar cut by how long the bases have been in the stage; the same is said in words for whoever does not see it. Where nobody counted all of
 * them it is not cut: what is known of its parts is no share. */
const Ages = ({ of: { ages }, locale }: { readonly of: Stage; readonly locale: Locale }): ReactNode => {
  const say = words[locale]
  const said = ages.map(({ upToDays, bases: count, isMore }, at) => {
    const span = upToDays === null ? say.ageOver(ages[at - 1]?.upToDays ?? 0) : say.ageUpTo(upToDays)
    return `${span}${locale === 'en' ? ': ' : '：'}${say.upTo(count, isMore)}`
  })
  const label = `${say.ages}${locale === 'en' ? ': ' : '：'}${said.join(locale === 'en' ? ', ' : '，')}`
  const bases = ages.reduce((sum, one) => sum + one.bases, 0)
  const from = ages.map((_, at) => ages.slice(0, at).reduce((sum, one) => sum + one.bases, 0))
  return (
    <svg className="ages" viewBox={`0 0 ${width} 8`} preserveAspectRatio="none" role="img" aria-label={label}>
      <title>{label}</title>
      <rect className="age-none" width={width} height="8" />
      {bases === 0 || ages.some(({ isMore }) => isMore)
        ? null
        : ages.map(({ upToDays, bases: count }, at) => (
            <rect
              key={upToDays ?? 'longer'}
              className={`age${at}`}
              x={((from[at] ?? 0) / bases) * width}
              width={(count / bases) * width}
              height="8"
            />
          ))}
    </svg>
  )
}
