import type { ReactNode } from 'react'
import type { TextPaper, TextShown } from '../page/text-model.js'
import { TextBody } from '../page/text.js'
import { textWords as words } from '../page/text-words.js'
import { baseContent } from './base-frame.js'
import type { BaseHead } from './base-model.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import type { WorkContent } from './model.js'
import { Empty } from './parts.js'

/** What there is to say of a text that nobody can read yet. */
export interface NoText {
  /** Which step hands over the first draft; undefined: the base has ended. */
  readonly from: LocalText | undefined
  readonly waits: readonly LocalText[]
}

/** In the place of a text that is not there yet: from where it comes, and what the base waits for until then. */
export const noTextContent = (
  { head, noText: { from, waits } }: { readonly head: BaseHead; readonly noText: NoText },
  locale: Locale,
): WorkContent => {
  const say = words[locale]
  const overview = (
    <p>
      <a className="button" href={`/bases/${head.id}`}>
        {say.toOverview}
      </a>
    </p>
  )
  return baseContent({
    head,
    tab: 'text',
    locale,
    children: (
      <Empty
        says={say.none}
        next={
          <>
            <p>{from === undefined ? say.noneEver : say.noneFrom(from[locale])}</p>
            {waits.length === 0 ? null : <p>{`${say.noneNow}${say.colon}`}</p>}
            {waits.map((one) => (
              <p key={one.en}>{one[locale]}</p>
            ))}
            {overview}
          </>
        }
      />
    ),
  })
}

interface TextPageProps {
  readonly head: BaseHead
  readonly shown: TextShown
  readonly papers: readonly TextPaper[]
  readonly isWhole: boolean
}

/** What is taken along of the version that is shown: for a word processor, and as a paper. */
const TakeAlong = ({
  of: { head, shown, papers },
  locale,
}: {
  readonly of: TextPageProps
  readonly locale: Locale
}): ReactNode => {
  const say = words[locale]
  const { text, against } = shown
  const file = `/bases/${head.id}/text.docx?version=${text.no}`
  return (
    <section className="no-print" aria-label={say.take}>
      <p>{say.take}</p>
      <ul>
        <li>
          <a href={file}>{say.asWord}</a>
        </li>
        {against === undefined ? null : (
          <>
            <li>
              <a href={`${file}&against=${against.no}`}>{say.asTracked(against.called[locale])}</a>
            </li>
            <li>
              <a href={`/bases/${head.id}/text/differences.pdf?from=${against.no}&to=${text.no}&language=${locale}`}>
                {say.asRedline(against.called[locale])}
              </a>
            </li>
          </>
        )}
        {papers.map(({ sha256, language }) => (
          <li key={sha256}>
            <a href={`/documents/${sha256}`}>{say.asPaper(language[locale])}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The text of a base as a page of it, with every version its reader may look at. */
export const textContent = (page: TextPageProps, locale: Locale): WorkContent => {
  const { head, shown, isWhole } = page
  return baseContent({
    head,
    tab: 'text',
    locale,
    children: (
      <div className="card">
        <TakeAlong of={page} locale={locale} />
        <nav aria-label={words[locale].versions} className="no-print">
          <p>{words[locale].versions}</p>
          <ul>
            {shown.text.versions.map(({ no, called, counts }) => (
              <li key={no}>
                <a
                  href={`/bases/${head.id}/text?version=${no}`}
                  aria-current={no === shown.text.no ? 'page' : undefined}
                >
                  {called[locale]}
                </a>
                {counts ? null : ` (${words[locale].noLonger})`}
              </li>
            ))}
          </ul>
        </nav>
        {shown.against === undefined || isWhole ? null : (
          <p className="no-print">
            <a href={`/bases/${head.id}/text?version=${shown.text.no}&whole=yes`}>{words[locale].whole}</a>
          </p>
        )}
        <TextBody shown={shown} locale={locale} isWhole={isWhole} />
      </div>
    ),
  })
}
