import type { ReactNode } from 'react'
import type { AnswerFault } from '../../domain/form/fault.js'
import type { FormField } from '../../domain/form/field.js'
import { fieldName } from '../../domain/form/posted.js'
import type { Locale } from '../../domain/locale.js'
import { faultInWords, inOrder } from './faults.js'

interface FaultListProps {
  readonly locale: Locale
  readonly faults: readonly AnswerFault[]
  readonly asked: readonly FormField[]
  /** The fields of the part that is on the page. */
  readonly fields: readonly FormField[]
  readonly parts: readonly { readonly no: number; readonly codes: readonly string[] }[]
}

/** What is missing or does not fit, each line leading to its field, on this part of the form or on another one. */
export const FaultList = ({ locale, faults, asked, fields, parts }: FaultListProps): ReactNode => (
  <ul>
    {inOrder(faults, asked).map((fault) => {
      const [code = ''] = fault.at
      const field = fields.find((one) => one.code === code)
      const part = parts.find(({ codes }) => codes.includes(code))?.no
      const said = faultInWords(fault, locale)
      return (
        <li key={fault.at.join('/')}>
          {field !== undefined ? (
            <a href={`#${fieldName(field)}.`}>{said}</a>
          ) : (
            <button form="form" name="to" value={part} className="plain">
              {said}
            </button>
          )}
        </li>
      )
    })}
  </ul>
)
