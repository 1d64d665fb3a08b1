import type { AnswerFault } from '../../domain/form/fault.js'
import type { FormField } from '../../domain/form/field.js'
import type { Locale } from '../../domain/locale.js'
import { sentence, withoutStop } from '../../domain/words/sentence.js'

/** As the fields stand in the form, and not by their codes. */
export const inOrder = (faults: readonly AnswerFault[], asked: readonly FormField[]): readonly AnswerFault[] => {
  const place = ({ at: [code] }: AnswerFault): number => asked.findIndex((field) => field.code === code)
  return faults.toSorted((one, other) => place(one) - place(other))
}

/** What is wrong at one place of a form, in one sentence that begins with where it is. */
export const faultInWords = ({ labels, needs }: AnswerFault, locale: Locale): string => {
  const where = labels.map((part) => part[locale]).join(' › ')
  const said = withoutStop(needs[locale])
  return sentence(where === '' ? said : `${where}${locale === 'en' ? ': ' : '：'}${said}`, locale)
}
