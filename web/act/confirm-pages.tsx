import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { thirdPartyAnswerLabels, thirdPartyAnswers } from '../../domain/third-parties.js'
import { drawn } from '../page/page.js'
import type { QuestionShown, TypedAnswer } from './confirm-model.js'
import { confirmWords } from './confirm-words.js'
import type { OpenedByLink } from './model.js'
import { Hidden, linkPage } from './parts.js'

/** Where the link of a letter to somebody outside leads. */
export const openConfirmPage = (locale: Locale): string =>
  linkPage(locale, { path: '/confirm', say: confirmWords[locale] })

interface Asked {
  readonly shown: QuestionShown
  /** Only of a page that was shown for this question does the answer come. */
  readonly mark: string
  readonly typed: TypedAnswer | undefined
}

/** The one line, and what may be said of it; nothing is answered before its button is pressed. */
export const confirmPage = (opened: OpenedByLink, { shown, mark, typed }: Asked): string => {
  const { locale, token } = opened
  const say = confirmWords[locale]
  return drawn({
    locale,
    title: say.title,
    rehearsal: shown.rehearsal,
    children: (
      <>
        <p>{say.asks(shown.cluster[locale], shown.until[locale])}</p>
        <blockquote>{shown.line[locale]}</blockquote>
        <form method="post" action="/confirm/answers">
          <Hidden opened={opened} />
          <input type="hidden" name="mark" value={mark} />
          <Fault of="answer" typed={typed} locale={locale} />
          <fieldset>
            <legend>{say.answer}</legend>
            {thirdPartyAnswers.map((one) => (
              <p key={one}>
                <input
                  type="radio"
                  id={one}
                  name="answer"
                  value={one}
                  required
                  defaultChecked={typed?.answer === one}
                />
                <label htmlFor={one}>{thirdPartyAnswerLabels[one][locale]}</label>
              </p>
            ))}
          </fieldset>
          <Line name="ownNumber" typed={typed} locale={locale} />
          <Line name="capacity" typed={typed} locale={locale} />
          <p className="soft">{say.last}</p>
          <button>{say.send}</button>
        </form>
        <form method="post" action="/confirm">
          <Hidden opened={{ token, locale: locale === 'en' ? 'zh-CN' : 'en' }} />
          <button>{say.other}</button>
        </form>
      </>
    ),
  })
}

interface OfTyped {
  readonly typed: TypedAnswer | undefined
  readonly locale: Locale
}

const Line = ({ name, typed, locale }: OfTyped & { readonly name: 'ownNumber' | 'capacity' }): ReactNode => {
  const say = confirmWords[locale]
  return (
    <>
      <Fault of={name} typed={typed} locale={locale} />
      <label htmlFor={name}>{say[name]}</label>
      <p className="soft">{say.hints[name]}</p>
      <input id={name} name={name} maxLength={60} autoComplete="off" defaultValue={typed?.[name] ?? ''} />
    </>
  )
}

const Fault = ({ of, typed, locale }: OfTyped & { readonly of: TypedAnswer['faults'][number] }): ReactNode =>
  typed?.faults.includes(of) === true ? <p role="alert">{confirmWords[locale].faults[of]}</p> : null

interface ToldOf {
  readonly told: 'kept' | 'answered' | 'dead' | 'strange'
  /** Known where the question was: whoever brings a dead link learns of no base, and so of no rehearsal. */
  readonly rehearsal?: boolean
}

/** A page that only says something. */
export const toldConfirmPage = (locale: Locale, { told, rehearsal = false }: ToldOf): string => {
  const say = confirmWords[locale]
  return drawn({ locale, title: say[`${told}Title`], rehearsal, children: <p role="status">{say[`${told}Says`]}</p> })
}
