import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { AnswerForms, TakeAway } from './say-answer.js'
import { itemPlace } from './say-names.js'
import { isAnswerSaid, sayWords } from './say-words.js'
import type { ReadingText, SayingOnText, ShownItem, ShownText } from './text-model.js'
import { clauseNamed, paragraphNamed } from './text-names.js'
import { isStateSaid, textWords as words } from './text-words.js'

interface TextItemsProps extends ReadingText {
  readonly saying: SayingOnText | undefined
}

/** What is said about a text: what stands open first, with how it may be answered, then remarks. */
export const TextItems = ({ shown: { items, text }, locale, saying }: TextItemsProps): ReactNode => {
  const say = words[locale]
  const others = items.filter(({ no }) => saying?.drafting.drafts.every((draft) => draft.no !== no) ?? true)
  const remarks = others.filter(({ kind }) => kind === 'comment')
  const open = others.filter(({ kind }) => kind !== 'comment')
  return (
    <section id="items">
      <h2>{say.open}</h2>
      {open.length === 0 ? <p>{say.noneOpen}</p> : null}
      <ul className="items">
        {open.map((item) => (
          <li key={item.no} id={`item-${item.no}`}>
            <OneItem item={item} text={text} locale={locale} />
            {saying === undefined ? null : <AnswerForms item={item} saying={saying} locale={locale} />}
          </li>
        ))}
      </ul>
      {remarks.length === 0 ? null : <h2>{say.remarks}</h2>}
      <ul className="items">
        {remarks.map((item) => (
          <li key={item.no}>
            <OneItem item={item} text={text} locale={locale} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface OwnDraftsProps extends ReadingText {
  readonly saying: SayingOnText
}

/** What was drafted on the step and goes with its decision, answers as well; each can be taken away again. */
export const OwnDrafts = ({ shown: { text, items }, saying, locale }: OwnDraftsProps): ReactNode => {
  const say = words[locale]
  const { drafting, forms } = saying
  const answered = items.flatMap((item): readonly AnsweredItem[] => {
    const given = drafting.answers.get(item.no)?.given
    return given === undefined || drafting.drafts.some(({ no }) => no === item.no) ? [] : [{ item, given }]
  })
  return (
    <section id="drafts" className="card">
      {forms.isKept ? (
        <p role="status">
          <strong>{say.kept}</strong>
        </p>
      ) : null}
      <h2>{say.drafts(drafting.title[locale])}</h2>
      <p className="soft">{drafting.isPen ? say.penSays : say.draftsSay}</p>
      {drafting.drafts.length + answered.length === 0 ? <p>{say.noDrafts}</p> : null}
      <ul className="items">
        {drafting.drafts.map((item) => (
          <li key={item.no}>
            <OneItem item={item} text={text} locale={locale} />
            <TakeAway item={item} saying={saying} locale={locale} />
          </li>
        ))}
        {answered.map(({ item, given }) => (
          <li key={item.no}>
            <a href={`#${itemPlace(item.no)}`}>{itemNamed(item, locale)}</a>
            {`${say.colon}${answerIn(given, locale)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface AnsweredItem {
  readonly item: ShownItem
  readonly given: string
}

const itemNamed = ({ kind, no, side }: ShownItem, locale: Locale): string => {
  const say = words[locale]
  return say.itemOf({ kind: say[kind], no, side: say[side] })
}

const answerIn = (given: string, locale: Locale): string =>
  sayWords[locale].given(isAnswerSaid(given) ? sayWords[locale].as[given] : given)

interface OneItemProps {
  readonly item: ShownItem
  readonly text: ShownText
  readonly locale: Locale
}

const OneItem = ({ item, text, locale }: OneItemProps): ReactNode => {
  const say = words[locale]
  const { kind, state, seenBy, clauses, title, words: said, answers } = item
  const of = { text, language: locale }
  return (
    <>
      <p>
        <strong>{itemNamed(item, locale)}</strong>
        {[
          state === 'open' && kind === 'comment' ? [] : [stateIn(state, locale)],
          seenBy === 'own_side' ? [say.ownSide] : [],
          clauses.map((clause) => clauseNamed(clause, of)),
        ]
          .flat()
          .map((one) => ` · ${one}`)}
      </p>
      {title === undefined ? null : <p>{title}</p>}
      <Edit item={item} text={text} locale={locale} />
      {said === null ? null : <p>{said}</p>}
      {answers
        .filter(({ counts }) => counts)
        .map((answer) => (
          <p key={answer.step} className="soft">
            {`${answer.step} ${stateIn(answer.state, locale)}${answer.words === null ? '' : `${say.colon}${answer.words}`}`}
          </p>
        ))}
    </>
  )
}

const Edit = ({ item: { edit, languages }, text, locale }: OneItemProps): ReactNode => {
  if (edit === undefined) return null
  const named = paragraphNamed(edit.kind === 'insert' ? (edit.after ?? '') : edit.paragraph, { text, language: locale })
  const told = languages && words[locale].languages(languages)
  return (
    <>
      <p>
        {`${named} ${words[locale][edit.kind]}`.trim()}
        {Object.entries(edit.text ?? {}).map(([language, wording]) => (
          <span key={language} lang={language}>{` “${wording}”`}</span>
        ))}
      </p>
      {told === undefined ? null : <p>{told}</p>}
    </>
  )
}

const stateIn = (state: string, locale: Locale): string => (isStateSaid(state) ? words[locale].states[state] : state)
