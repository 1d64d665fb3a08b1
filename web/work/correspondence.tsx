import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { CorrespondenceResponse } from '../../api/contract/paper.js'
import type { Locale } from '../../domain/locale.js'
import { lettersWords as words } from './letters-words.js'
import { Moment } from './moment.js'
import { Tag } from './parts.js'

export type WrittenLetter = z.output<typeof CorrespondenceResponse>

interface CorrespondenceProps {
  readonly base: { readonly id: string; readonly zone: string | null }
  readonly written: readonly WrittenLetter[]
  readonly locale: Locale
}

/** What was written to the address of a base, to be read and nothing else; no heading where nothing was. */
export const Correspondence = ({ base, written, locale }: CorrespondenceProps): ReactNode => {
  const say = words[locale]
  if (written.length === 0) return null
  return (
    <section>
      <h2>{say.written}</h2>
      <p className="soft">{say.writtenSays}</p>
      {written.map((one) => (
        <OneWritten key={one.id} base={base} one={one} locale={locale} />
      ))}
    </section>
  )
}

interface OneProps {
  readonly base: CorrespondenceProps['base']
  readonly one: WrittenLetter
  readonly locale: Locale
}

const OneWritten = ({ base, one, locale }: OneProps): ReactNode => {
  const say = words[locale]
  const { from, subject, text, receivedAt, isAutomatic, files, letter } = one
  return (
    <article className="card">
      <h3>{subject !== '' ? subject : from === '' && text === '' ? say.gone : say.noSubject}</h3>
      <p>
        {`${say.from}${locale === 'en' ? ': ' : '：'}${from} `}
        <small>
          <Moment at={receivedAt} locale={locale} zone={base.zone} />
        </small>{' '}
        {isAutomatic ? <Tag>{say.automatic}</Tag> : null}
      </p>
      <pre className="letter">{text}</pre>
      {files === 0 ? null : <p className="soft">{say.files(files)}</p>}
      {letter === null ? null : (
        <p>
          <a href={`/bases/${base.id}/letters/${letter}`}>{say.answers}</a>
        </p>
      )}
    </article>
  )
}
