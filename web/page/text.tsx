import type { ReactNode } from 'react'
import type { Locale } from '../../domain/locale.js'
import { momentInWords } from '../../domain/words/hours.js'
import { SayHere, SayOnClause } from './say.js'
import { OwnDrafts, TextItems } from './text-items.js'
import { inOrder, paragraphMarkIn, pieceNamed } from './text-names.js'
import type { ClauseChange, ReadingText, SayingOnText, ShownClause, ShownText } from './text-model.js'
import { textWords as words } from './text-words.js'

interface TextBodyProps extends ReadingText {
  /** With fields for whoever drafts about it; undefined: it is only read. */
  readonly saying?: SayingOnText | undefined
  /** Every clause is open, those that have not changed as well. */
  readonly isWhole?: boolean
}

/**
 * The whole text: which version, what changed, every clause in the languages it is written in, and what is still open. Where there is
 * an earlier version to compare with, a clause that reads as before is folded.
 */
export const TextBody = ({ shown, locale, saying, isWhole = false }: TextBodyProps): ReactNode => {
  const { text, against } = shown
  const changes = against?.difference.clauses ?? []
  const gone = changes.filter(({ id }) => text.clauses.every((clause) => clause.id !== id))
  const reading = { text, locale }
  return (
    <>
      <AboutText shown={shown} locale={locale} />
      <Sections changes={changes} {...reading} />
      {saying === undefined ? null : <OwnDrafts shown={shown} saying={saying} locale={locale} />}
      {text.clauses.map((clause) => {
        const change = changes.find(({ id }) => id === clause.id)
        const isOpen = isWhole || against === undefined || change !== undefined || saying?.forms.open === clause.id
        return (
          <section key={clause.id} id={clause.id} className="clause">
            <details open={isOpen}>
              <summary>
                <h3>
                  {clauseInWords(clause, reading)}
                  {change === undefined ? null : <small>{` · ${words[locale].isChanged}`}</small>}
                </h3>
              </summary>
              <OneClause clause={clause} change={change} {...reading} />
              {saying === undefined ? null : <SayOnClause clause={clause} {...reading} saying={saying} />}
            </details>
          </section>
        )
      })}
      <ByNotice {...reading} />
      {gone.length === 0 ? null : <h2>{words[locale].gone}</h2>}
      {gone.map((one) => (
        <section key={one.id}>
          <h3>{pieceNamed({ ...one, number: one.numberBefore }, { text, language: locale })}</h3>
          <Left change={one} kept={[]} {...reading} />
        </section>
      ))}
      <TextItems shown={shown} locale={locale} saying={saying} />
      {saying === undefined ? null : <SayHere saying={saying} locale={locale} />}
    </>
  )
}

interface ReadIn {
  readonly text: ShownText
  readonly locale: Locale
}

/** A list to jump by, with which of the sections read otherwise than before. */
const Sections = ({ text, locale, changes }: ReadIn & { readonly changes: readonly ClauseChange[] }): ReactNode => {
  const say = words[locale]
  if (text.clauses.length < 2) return null
  return (
    <nav aria-label={say.sections} className="no-print">
      <details open>
        <summary>{say.sections}</summary>
        <ul className="jumps">
          {[...text.clauses, ...text.byNotice].map((clause) => (
            <li key={clause.id}>
              <a href={`#${clause.id}`}>{pieceNamed(clause, { text, language: locale })}</a>
              {changes.some(({ id }) => id === clause.id) ? <small>{` · ${say.isChanged}`}</small> : null}
            </li>
          ))}
          <li>
            <a href="#items">{say.open}</a>
          </li>
        </ul>
      </details>
    </nav>
  )
}

/** How a clause is called in each of its languages, the reader's first. */
const clauseInWords = (clause: Pick<ShownClause, 'kind' | 'heading' | 'number'>, { text, locale }: ReadIn): ReactNode =>
  inOrder(text, locale).map((language, at) => (
    <span key={language} lang={language}>
      {`${at === 0 ? '' : ' / '}${pieceNamed(clause, { text, language })}`}
    </span>
  ))

const AboutText = ({ shown: { text, against, zone }, locale }: ReadingText): ReactNode => {
  const say = words[locale]
  const version = text.versions.find(({ no }) => no === text.no)
  const changed = against?.difference.clauses ?? []
  return (
    <>
      <dl className="facts">
        <dt>{say.version}</dt>
        <dd>{version?.called[locale]}</dd>
        <dt>{say.handed}</dt>
        <dd>{version === undefined ? null : momentInWords(version.handedAt, zone)[locale]}</dd>
        <dt>{say.code}</dt>
        <dd className="code">{text.hash}</dd>
        <dt>{say.against}</dt>
        <dd>
          {against === undefined
            ? say.first
            : `${against.called[locale]}${against.isCleared ? ` (${say.asCleared})` : ''}`}
        </dd>
        {against === undefined ? null : <dt>{say.changed}</dt>}
        {against === undefined ? null : (
          <dd>
            {changed.length === 0
              ? say.unchanged
              : changed.map((one, at) => (
                  <span key={one.id}>
                    {at === 0 ? null : say.and}
                    <a href={`#${one.id}`}>{pieceNamed(one, { text, language: locale })}</a>
                  </span>
                ))}
          </dd>
        )}
        {text.clearances.length === 0 ? null : <dt>{say.clearances}</dt>}
        {text.clearances.length === 0 ? null : (
          <dd>
            {text.clearances.map(({ key, title, stands }) => (
              <p key={key}>{`${title[locale]}${say.colon}${stands ? say.stands : say.fell}`}</p>
            ))}
          </dd>
        )}
      </dl>
      {against === undefined || changed.length === 0 ? null : <p>{say.mark(against.called[locale])}</p>}
    </>
  )
}

/** What is changed by notice: it stands behind the text on paper, and is no part of what is cleared and signed. */
const ByNotice = ({ text, locale }: ReadIn): ReactNode =>
  text.byNotice.map((piece) => (
    <section key={piece.id} id={piece.id} className="clause">
      <details open>
        <summary>
          <h3>{clauseInWords(piece, { text, locale })}</h3>
        </summary>
        <p className="soft">{words[locale].byNotice}</p>
        <OneClause clause={piece} change={undefined} text={text} locale={locale} />
      </details>
    </section>
  ))

interface ClauseProps extends ReadIn {
  readonly clause: Pick<ShownClause, 'paragraphs'>
  readonly change: ClauseChange | undefined
}

/** One clause: each paragraph in the reader's language, the other beneath it. */
const OneClause = ({ clause: { paragraphs }, change, text, locale }: ClauseProps): ReactNode => (
  <>
    {paragraphs.map((one) => {
      const changed = change?.paragraphs.find((other) => other.id === one.id)
      return inOrder(text, locale).map((language, nth) => (
        <div key={`${one.id} ${language}`} lang={language} className={nth === 0 ? undefined : 'soft'}>
          <p>
            {paragraphMarkIn(one, { text, language })}
            <Wording runs={changed?.changes[language]?.runs} text={one.text[language] ?? ''} />
          </p>
          <TableIn of={one} language={language} isInRuns={changed?.changes[language] !== undefined} />
        </div>
      ))
    })}
    <Left change={change} kept={paragraphs.map((one) => one.id)} text={text} locale={locale} />
  </>
)

/** Paragraphs that are not there any more. */
const Left = ({
  change,
  kept,
  text,
  locale,
}: Pick<ClauseProps, 'change' | 'text' | 'locale'> & { readonly kept: readonly string[] }): ReactNode =>
  change?.paragraphs
    .filter(({ id }) => !kept.includes(id))
    .map(({ id, before }) =>
      inOrder(text, locale).map((language) => (
        <p key={`${id} ${language}`} lang={language}>
          <del>{before?.[language] ?? ''}</del>
        </p>
      )),
    )

interface TableInProps {
  readonly of: ShownClause['paragraphs'][number]
  readonly language: string
  /** Its rows stand among what changed, a line each; its headings alone are missing there. */
  readonly isInRuns: boolean
}

/** The table of a paragraph under its headings as on paper, or the sentence that says it has no row. */
const TableIn = ({ of: { table, rows = [] }, language, isInRuns }: TableInProps): ReactNode => {
  if (table === undefined) return null
  if (rows.length === 0) return <p>{table.none[language]}</p>
  const headings = table.columns.map((heading) => heading[language] ?? '')
  if (isInRuns) return <p>{headings.join(' | ')}</p>
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={headings.join(', ')}>
      <table>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>{cell[language]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Runs = ClauseChange['paragraphs'][number]['changes'][string]['runs']

const Wording = ({ runs, text }: { readonly runs: Runs | undefined; readonly text: string }): ReactNode =>
  runs === undefined
    ? text
    : runs.map((run, at) => {
        if (run.how === 'same') return run.text
        return run.how === 'put_in' ? <ins key={at}>{run.text}</ins> : <del key={at}>{run.text}</del>
      })
