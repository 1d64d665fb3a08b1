import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import type { BaseShown } from './base-model.js'
import { baseWords as words } from './base-words.js'
import { Tag } from './parts.js'

interface WaitsProps {
  readonly shown: Pick<BaseShown, 'why' | 'base'>
  readonly locale: Locale
}

type Why = BaseShown['why'][number]

/** What a base waits for; what the clock brings only in later years is folded, so that it hides nothing of now. */
export const Waits = ({ shown: { why, base }, locale }: WaitsProps): ReactNode => {
  const say = words[locale]
  const later = why.filter((one) => isLater(one, base.today))
  const soon = why.filter((one) => !later.includes(one))
  return (
    <section>
      <h2>{say.waits}</h2>
      {why.length === 0 ? <p className="soft">{say.waitsForNobody}</p> : null}
      <Items base={base.id} items={soon} locale={locale} />
      {later.length === 0 ? null : (
        <details>
          <summary>{say.later(later.length)}</summary>
          <Items base={base.id} items={later} locale={locale} />
        </details>
      )}
    </section>
  )
}

/** Nobody has to act, and it is a year away or more. */
const isLater = ({ kind, dueAt }: Why, today: string): boolean => {
  const [year = '', ...day] = today.split('-')
  return kind === 'clock' && dueAt !== null && dueAt >= [Number(year) + 1, ...day].join('-')
}

interface ItemsProps {
  readonly base: string
  readonly items: readonly Why[]
  readonly locale: Locale
}

const Items = ({ base, items, locale }: ItemsProps): ReactNode => {
  const say = words[locale]
  return items.length === 0 ? null : (
    <ul className="rows one">
      {items.map(({ step, sentence, people, workingDaysLeft }) => (
        <li key={`${step ?? ''} ${sentence.en}`}>
          <div>
            <p>{sentence[locale]}</p>
            {people.length === 0 ? null : (
              <p className="soft">{`${say.people}${locale === 'en' ? ': ' : '：'}${people
                .map(({ id, name }) => name?.[locale] ?? id)
                .join(locale === 'en' ? ', ' : '、')}`}</p>
            )}
            {step === undefined ? null : (
              <p>
                <a href={`/bases/${base}/steps/${step}`}>{say.toStep}</a>{' '}
                {workingDaysLeft !== null && workingDaysLeft < 0 ? <Tag tone="bad">{say.late}</Tag> : null}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
