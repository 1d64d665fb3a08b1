import type { ReactNode } from 'react'
import type { FormField } from '../../domain/form/field.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { decidingWords } from '../page/deciding-words.js'

interface PartProps {
  readonly locale: Locale
  /** What is filled in on one page each, and how much is missing there or does not fit. */
  readonly parts: readonly { readonly no: number; readonly label: LocalText; readonly left: number }[]
  readonly part: number
}

/** Where one is in a long form, and a list to jump by: each part is one page, and is kept when one goes to another. */
export const FormParts = ({ locale, parts, part }: PartProps): ReactNode => {
  const say = decidingWords[locale]
  if (parts.length === 0) return null
  if (parts.length === 1) return <h2>{say.form}</h2>
  return (
    <>
      <h2>{`${say.form}: ${say.partOf(part, parts.length)}`}</h2>
      <details>
        <summary>{say.parts}</summary>
        <ol className="parts">
          {parts.map(({ no, label, left }) => (
            <li key={no}>
              <button name="to" value={no} className="plain" aria-current={no === part ? 'step' : undefined}>
                {`${label[locale]} …`}
              </button>{' '}
              <span className={left === 0 ? 'tag good' : 'tag'}>{left === 0 ? say.filled : say.left(left)}</span>
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}

/** The parts before and behind, where there are any. */
export const GoTo = ({ locale, parts, part }: PartProps): ReactNode => {
  const say = decidingWords[locale]
  return (
    <>
      {part > 1 ? (
        <button name="to" value={part - 1}>
          {say.goBack}
        </button>
      ) : null}
      {part < parts.length ? (
        <button className="main" name="to" value={part + 1}>
          {say.goOn}
        </button>
      ) : null}
    </>
  )
}

/** Which fields are on a page, so that one that was emptied there is told from one that stands on another. */
export const On = ({ fields }: { readonly fields: readonly FormField[] }): ReactNode => (
  <input type="hidden" name="on" value={fields.map(({ code }) => code).join(' ')} />
)
