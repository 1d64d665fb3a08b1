import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { Answers } from './answers.js'
import type { HandedShown, StepShown } from './step-model.js'
import { stepWords as words } from './step-words.js'

interface HandedProps extends Pick<StepShown, 'exhibits' | 'things'> {
  readonly one: HandedShown
  readonly locale: Locale
}

/** A form as it was handed in, and what of it was said otherwise since. */
export const Handed = ({ one, locale, ...words_ }: HandedProps): ReactNode => {
  const { by, at, label, fields, answers, withheld, otherwise } = one
  const say = words[locale]
  return (
    <section className="card">
      <h3>
        {label[locale]} <small>{[by?.[locale], at[locale]].filter((part) => part !== undefined).join(' · ')}</small>
      </h3>
      {answers === null ? (
        <p>{say.erased}</p>
      ) : (
        <Answers fields={fields} answers={answers} locale={locale} {...words_} />
      )}
      {otherwise.length === 0 ? null : (
        <div className="note">
          <p>{say.otherwiseSays}</p>
          <ul>
            {otherwise.map((said) => (
              <li key={`${said.label.en} ${said.at.en}`}>
                <strong>{said.label[locale]}</strong>{' '}
                {[said.title, said.by, said.at].flatMap((part) => part?.[locale] ?? []).join(' · ')}
              </li>
            ))}
          </ul>
        </div>
      )}
      {withheld.length === 0 ? null : (
        <p className="soft">{`${say.withheld}: ${withheld.map((name) => name[locale]).join(locale === 'en' ? ', ' : '、')}`}</p>
      )}
    </section>
  )
}
