import type { z } from 'zod'
import { answerInWords } from '../../domain/form/answer-in-words.js'
import type { FormColumn } from '../../domain/form/field.js'
import { isKeyed, keyed, listed } from '../../domain/form/kinds/kind.js'
import { stepsInFull } from '../../domain/gicc/steps.js'
import type { LocalText } from '../../domain/locale.js'
import type { ScreeningState } from '../../domain/screening.js'
import type { SightForm } from '../../domain/sight/sight-form.js'
import { gatherer, type NamingForm, type ScreenedSubject } from '../../domain/subjects.js'
import { capacityLabels, screeningVerdictLabels, subjectStatusLabels } from '../../domain/words/screening.js'
import type { SubjectsResponse } from '../contract/subjects.js'
import { titlesOf } from '../wording.js'

type View = z.output<typeof SubjectsResponse>
type Words = { label: LocalText; says: LocalText }[]

interface Screened {
  readonly subjects: readonly ScreenedSubject[]
  readonly forms: readonly NamingForm[]
  readonly screening: ScreeningState | undefined
  /** How whoever looks sees what is compliance's alone. */
  readonly sees: SightForm
}

/** Verdict, dates and counts for whoever may know them; names, aliases, lists and hits for compliance alone (1.6, 8.12). */
export const subjectsView = ({ subjects, forms, screening, sees }: Screened): View => ({
  verdict: screening?.verdict ?? null,
  verdictLabel: screening === undefined ? null : { ...screeningVerdictLabels[screening.verdict] },
  screenedAt: screening?.at ?? null,
  nextOn: screening?.next ?? null,
  known: subjects.length,
  due: subjects.filter(({ status }) => status === 'due').length,
  items: sees === 'whole' ? subjects.map(subjectView) : null,
  runs: sees === 'whole' ? forms.flatMap(runView) : null,
})

const subjectView = (subject: ScreenedSubject): NonNullable<View['items']>[number] => {
  const { who, capacity, aliases, sources, status, screened } = subject
  return {
    capacity,
    capacityLabel: { ...capacityLabels[capacity] },
    who: { ...whoInWords(who) },
    aliases: aliases ?? null,
    sources: sources.map(sourceView),
    status,
    statusLabel: { ...subjectStatusLabels[status] },
    screened: screened === undefined ? null : { ...sourceView(screened), person: screened.person },
    // By its number whoever examines a hit says which one is meant (1.6c, 1.6e).
    hits: subject.hits.map((hit) => ({
      words: [numbered(hit.row), ...cellsInWords({ ...hit }, { key: screened?.key, table: 'hits' })],
    })),
  }
}

const numbered = (row: string): Words[number] => ({ label: { en: 'Number', 'zh-CN': '编号' }, says: inBoth(row) })

/** As a form names it: by the id of the register, or by name, and of a person the office. */
const whoInWords = ({ id, name, position, organisation }: ScreenedSubject['who']): LocalText => {
  const parts = (locale: keyof LocalText): string =>
    [id, name, position, organisation]
      .map((part) => (isKeyed(part) ? part[locale] : part))
      .filter((part) => typeof part === 'string')
      .join(', ')
  return { en: parts('en'), 'zh-CN': parts('zh-CN') }
}

const sourceView = ({ step, key, at }: Pick<NamingForm, 'step' | 'key' | 'at'>) => ({ step, title: titlesOf(key), at })

const runView = (form: NamingForm): NonNullable<View['runs']> => {
  const told = stepsInFull[form.key]?.form
  if (told === undefined || gatherer(told) === undefined) return []
  const lists = listed(form.answers?.['lists']).map(keyed)
  const inWords = (row: Readonly<Record<string, unknown>>) => cellsInWords(row, { key: form.key, table: 'lists' })
  return [{ ...sourceView(form), person: form.person, lists: lists.map((row) => ({ words: inWords(row) })) }]
}

/** The cells of a row as people read them, by the columns of the form it stands in. */
const cellsInWords = (
  row: Readonly<Record<string, unknown>>,
  { key, table }: { readonly key: string | undefined; readonly table: string },
): Words =>
  columnsOf(key ?? '', table).flatMap((column) => {
    const says = row[column.code] === undefined ? undefined : answerInWords(column, row[column.code])
    return says === undefined ? [] : [{ label: { ...column.label }, says: inBoth(says) }]
  })

const columnsOf = (key: string, code: string): readonly FormColumn[] => {
  const found = stepsInFull[key]?.form?.fields.find((field) => field.code === code)
  return found?.kind === 'table' ? found.columns.filter((column) => column.code !== 'subject') : []
}

const inBoth = (says: string | LocalText): { en: string; 'zh-CN': string } =>
  typeof says === 'string' ? { en: says, 'zh-CN': says } : { ...says }
