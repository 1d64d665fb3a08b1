import { readBase } from '../../db/reads/bases.js'
import { listExhibits } from '../../db/reads/exhibits.js'
import { mayBeCited } from '../../domain/exhibits/exhibit.js'
import { plainDate } from '../../domain/calendar-date.js'
import { checkFilled } from '../../domain/form/check.js'
import { holds } from '../../domain/form/condition.js'
import type { Choice } from '../../domain/form/field.js'
import type { Form, FormAnswers } from '../../domain/form/form.js'
import type { FromPage } from '../../domain/form/posted.js'
import { readFilled } from '../../domain/form/read.js'
import { reasonCodeLabel } from '../../domain/words/reason-codes.js'
import type { ActOption, FilledPage } from '../../web/act/model.js'
import { everyPage } from '../every-page.js'
import { confirmedActivities } from '../follow-up/confirmed-activities.js'
import type { formView } from '../forms/form-view.js'
import type { ApiParts } from '../parts.js'
import { exhibitSight } from '../uploads/exhibit-sight.js'
import { exhibitTexts } from '../uploads/exhibit-texts.js'
import { exhibitNamed } from '../views/exhibit-view.js'
import { readPinned } from '../views/pinned-procedure.js'
import { todayOf } from '../views/today-of.js'
import type { OnStep } from './subject.js'

export type FormView = Awaited<ReturnType<typeof formView>>

/** The options of a step for a page, with the words they need. */
export const optionsShown = ({ options }: FormView): readonly ActOption[] =>
  options.map(({ option, label, leadsTo, codes, needs, because }) => ({
    option,
    label,
    leadsTo,
    codes: codes.map((code) => ({
      code,
      label: { en: reasonCodeLabel(code, 'en'), 'zh-CN': reasonCodeLabel(code, 'zh-CN') },
    })),
    needsWords: needs.includes('reason'),
    because,
  }))

interface Filled {
  readonly of: OnStep
  /** What the page bears by which an act is known to come from it. */
  readonly mark: string
  readonly view: FormView
  readonly option: ActOption
  readonly posted: FromPage
  readonly asksInterest: boolean
}

/** A page with these fields of a form and what stands beside them, before anything is found wrong and without a code that is asked for. */
export const pageFilled = async (
  parts: ApiParts,
  { of, mark, view, option, posted, asksInterest, fields, answers }: Filled & Pick<FilledPage, 'fields' | 'answers'>,
): Promise<FilledPage> => ({
  option,
  mark,
  fields,
  answers,
  faults: [],
  exhibits: fields.length === 0 ? [] : await citable(parts, of),
  things: view.things,
  longer: posted('longer')[0],
  code: posted('code')[0] ?? '',
  reason: posted('reason')[0] ?? '',
  asksInterest,
  saysNoInterest: posted('noInterest').length > 0,
  asksCode: false,
  isCodeSent: false,
  no: undefined,
})

/** What is wrong with a form before it is handed in, place by place. */
export const faultsIn = (
  form: Form | undefined,
  { option, answers }: Pick<FilledPage, 'answers'> & { option: string },
) => (form === undefined ? [] : checkFilled(form, { option, answers }))

interface Answered {
  readonly option: string
  readonly answers: FormAnswers
}

/** The fields of a form that are asked for with an option, after what was answered. */
export const fieldsAsked = (form: Form, { option, answers }: Answered): Form['fields'] => {
  const read = readFilled(form, { option, answers })
  return form.fields.filter(({ asked }) => holds(asked, { option, read }))
}

/** What this person may cite today: exhibits by their titles, and activities that somebody outside has confirmed. */
export const citable = async (parts: ApiParts, { person, base }: OnStep): Promise<readonly Choice[]> => {
  const sees = await exhibitSight(parts, { base, person })
  const today = plainDate(await todayOf(parts, base))
  const rows = await everyPage((page) => listExhibits(parts.db, { base, ...page }))
  const shown = rows.filter((row) => {
    const expiresOn = row.expires_on === null ? undefined : plainDate(row.expires_on)
    return mayBeCited({ status: row.status, expiresOn }, today) && sees(row) === 'whole'
  })
  const texts = await exhibitTexts(parts, shown)
  const found = await readBase(parts.db, { id: base })
  const confirmed =
    found === undefined
      ? []
      : await confirmedActivities(parts, { base: found, person, procedure: await readPinned(parts, found) })
  return [...shown.map((row) => ({ code: row.id, label: exhibitNamed(row, texts) })), ...confirmed]
}
