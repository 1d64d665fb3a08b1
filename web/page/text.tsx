import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { TextDifferenceResponse, TextItem, TextResponse } from '../../api/contract/texts.js'
import { type Locale, type LocalText } from '../../domain/locale.js'
import { momentInWords } from '../../domain/words/hours.js'
import { textWords as words } from './text-words.js'

type Text = z.output<typeof TextResponse>
type Difference = z.output<typeof TextDifferenceResponse>
type Clause = Text['clauses'][number]
type Change = Difference['clauses'][number]
type Item = z.output<typeof TextItem>

/** The text that both sides make, as one person may read it. */
export interface TextShown {
  readonly base: string
  readonly text: Text
  /** What reads otherwise against an earlier version; undefined: no earlier one is for these eyes. */
  readonly against:
    { readonly called: LocalText; readonly isCleared: boolean; readonly difference: Difference } | undefined
  /** What is said about it and not settled. */
  readonly items: readonly Item[]
}

interface Reading {
  readonly shown: TextShown
  readonly locale: Locale
}

/** The whole text: which version, what changed, every clause in the languages it is written in, and what is still open. */
export const TextBody = ({ shown, locale }: Reading): ReactNode => {
  const { text, against } = shown
  const change = (id: string) => against?.difference.clauses.find((one) => one.id === id)
  const gone = against?.difference.clauses.filter(({ id }) => text.clauses.every((clause) => clause.id !== id)) ?? []
  return (
    <>
      <AboutText shown={shown} locale={locale} />
      {text.clauses.map((clause, at) => (
        <OneClause
          key={clause.id}
          no={at + 1}
          clause={clause}
          change={change(clause.id)}
          inOrder={inOrder(text, locale)}
        />
      ))}
      {gone.length === 0 ? null : <h2>{words[locale].gone}</h2>}
      {gone.map((one) => (
        <section key={one.id}>
          <h3>{`${headingOf(one.heading, locale)} (${one.id})`}</h3>
          <Left change={one} kept={[]} inOrder={inOrder(text, locale)} />
        </section>
      ))}
      <Open shown={shown} locale={locale} />
    </>
  )
}

/** The reader's language first. */
const inOrder = ({ languages }: Text, locale: Locale): readonly string[] => [
  ...languages.filter((one) => one === locale),
  ...languages.filter((one) => one !== locale),
]

const headingOf = (heading: Readonly<Record<string, string>>, locale: Locale): string =>
  heading[locale] ?? Object.values(heading)[0] ?? ''

const AboutText = ({ shown: { text, against }, locale }: Reading): ReactNode => {
  const say = words[locale]
  const version = text.versions.find(({ no }) => no === text.no)
  const changed = against?.difference.clauses.map(({ heading }) => headingOf(heading, locale)) ?? []
  return (
    <>
      <dl className="facts">
        <dt>{say.version}</dt>
        <dd>{version?.called[locale]}</dd>
        <dt>{say.handed}</dt>
        <dd>{version === undefined ? null : momentInWords(version.handedAt)[locale]}</dd>
        <dt>{say.code}</dt>
        <dd>{text.hash}</dd>
        <dt>{say.against}</dt>
        <dd>
          {against === undefined
            ? say.first
            : `${against.called[locale]}${against.isCleared ? ` (${say.asCleared})` : ''}`}
        </dd>
        {against === undefined ? null : <dt>{say.changed}</dt>}
        {against === undefined ? null : <dd>{changed.length === 0 ? say.unchanged : changed.join('; ')}</dd>}
        {text.clearances.length === 0 ? null : <dt>{say.clearances}</dt>}
        {text.clearances.map(({ key, title, stands }) => (
          <dd key={key}>{`${title[locale]}: ${stands ? say.stands : say.fell}`}</dd>
        ))}
      </dl>
      {against === undefined || changed.length === 0 ? null : <p>{say.mark(against.called[locale])}</p>}
    </>
  )
}

interface ClauseProps {
  readonly no: number
  readonly clause: Clause
  readonly change: Change | undefined
  readonly inOrder: readonly string[]
}

/** One clause: each paragraph in the reader's language, the other beneath it. */
const OneClause = ({ no, clause: { id, heading, paragraphs }, change, inOrder: languages }: ClauseProps): ReactNode => (
  <section id={id}>
    <h3>
      {`${no}. `}
      {languages.map((language, at) => (
        <span key={language} lang={language}>
          {`${at === 0 ? '' : ' / '}${heading[language] ?? ''}`}
        </span>
      ))}
    </h3>
    {paragraphs.map((one, at) => {
      const changed = change?.paragraphs.find((other) => other.id === one.id)
      return languages.map((language, nth) => (
        <p key={`${one.id} ${language}`} lang={language} className={nth === 0 ? undefined : 'soft'}>
          {nth === 0 ? `${no}.${at + 1} ` : null}
          <Wording runs={changed?.changes[language]?.runs} text={one.text[language] ?? ''} />
        </p>
      ))
    })}
    <Left change={change} kept={paragraphs.map((one) => one.id)} inOrder={languages} />
  </section>
)

/** Paragraphs that are not there any more. */
const Left = ({
  change,
  kept,
  inOrder: languages,
}: Pick<ClauseProps, 'change' | 'inOrder'> & { readonly kept: readonly string[] }): ReactNode =>
  change?.paragraphs
    .filter(({ id }) => !kept.includes(id))
    .map(({ id, before }) =>
      languages.map((language) => (
        <p key={`${id} ${language}`} lang={language}>
          <del>{before?.[language] ?? ''}</del>
        </p>
      )),
    )

type Runs = Change['paragraphs'][number]['changes'][string]['runs']

const Wording = ({ runs, text }: { readonly runs: Runs | undefined; readonly text: string }): ReactNode =>
  runs === undefined
    ? text
    : runs.map((run, at) => {
        if (run.how === 'same') return run.text
        return run.how === 'put_in' ? <ins key={at}>{run.text}</ins> : <del key={at}>{run.text}</del>
      })

const Open = ({ shown: { items, text }, locale }: Reading): ReactNode => {
  const say = words[locale]
  const nameOf = (id: string): string => {
    const at = text.clauses.findIndex((clause) => clause.id === id)
    const clause = text.clauses[at]
    return clause === undefined ? id : `${at + 1}. ${headingOf(clause.heading, locale)}`
  }
  return (
    <section>
      <h2>{say.open}</h2>
      {items.length === 0 ? <p>{say.noneOpen}</p> : null}
      <ul>
        {items.map(({ no, kind, side, state, clauses, title, words: said, edit }) => (
          <li key={no}>
            <p>
              <strong>{`${say[kind]} ${no} ${say[side]}`}</strong>
              {` · ${stateOf(state, locale)} · ${clauses.map(nameOf).join('; ')}`}
            </p>
            {title === undefined ? null : <p>{title}</p>}
            {edit === undefined ? null : (
              <p>
                {`${edit.paragraph}: ${say[edit.kind]}`}
                {Object.entries(edit.text ?? {}).map(([language, wording]) => (
                  <span key={language} lang={language}>{` “${wording}”`}</span>
                ))}
              </p>
            )}
            {said === null ? null : <p>{said}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const stateOf = (state: string, locale: Locale): string => {
  const { draft, stillOpen, proposed } = words[locale]
  return state === 'draft' ? draft : state === 'proposed' ? proposed : stillOpen
}
