import type { PersonId } from './ids.js'
import type { FormColumn, FormField } from './form/field.js'
import type { Form, FormAnswers } from './form/form.js'
import { isKeyed, keyed, listed } from './form/kinds/kind.js'
import { capacities, type Capacity } from './screening.js'
import { defined } from './values/defined.js'

/** A form as it was handed in, with what it was answered with: what was erased names nobody. */
export interface NamingForm {
  readonly step: string
  readonly key: string
  readonly seq: number
  readonly at: string
  readonly option: string
  readonly person: PersonId | null
  readonly answers: FormAnswers | null
}

/** Where a subject stands: `due` is whoever no screening, or not the last one, has looked for. */
export const subjectStatuses = ['due', 'clear', 'open_hit', 'no_bar', 'barred'] as const
export type SubjectStatus = (typeof subjectStatuses)[number]

/** What was found of a subject in a list. */
export interface SubjectHit {
  readonly row: string
  readonly list: string
  readonly entry?: string
  readonly strength?: number
  readonly disposition: string
  readonly because?: string
}

/** Whoever is screened for a base, in one capacity: where it comes from, and what the last screening that looked for it found. */
export interface ScreenedSubject {
  /** A person or an organisation as a form names it. */
  readonly who: Readonly<Record<string, unknown>>
  readonly capacity: Capacity
  readonly sources: readonly Pick<NamingForm, 'step' | 'key' | 'at'>[]
  readonly aliases?: string
  readonly status: SubjectStatus
  readonly screened?: Pick<NamingForm, 'step' | 'key' | 'at' | 'person'>
  readonly hits: readonly SubjectHit[]
}

interface Steps {
  /** The steps of all times, with their forms. */
  readonly steps: Readonly<Record<string, { readonly form?: Form }>>
}

/** The steps whose forms name somebody who is screened, and those that screen. */
export const namingKeys = ({ steps }: Steps): readonly string[] =>
  Object.entries(steps).flatMap(([key, { form }]) =>
    form !== undefined && (namesSomebody(form) || gatherer(form) !== undefined || examines(form)) ? [key] : [],
  )

const namesSomebody = ({ fields }: Form): boolean => fields.some((field) => namingFields(field).length > 0)

/** The field, or the columns of it, in which somebody is named who is screened. */
const namingFields = (field: FormField): readonly (FormColumn & { readonly screened: Capacity })[] =>
  (field.kind === 'table' ? field.columns : [field]).flatMap((one) =>
    (one.kind === 'person' || one.kind === 'organisation') && one.screened !== undefined
      ? [{ ...one, screened: one.screened }]
      : [],
  )

/** The table of a form that has a row for everybody who is screened. */
export const gatherer = ({ fields }: Form) =>
  fields.find((field) => field.kind === 'table' && field.gathers === 'subjects')

/** Whether a form says what became of hits that were left to be examined. */
const examines = ({ fields }: Form): boolean =>
  fields.some(({ code, kind }) => code === 'hits' && kind === 'table') &&
  fields.every(({ code }) => code !== 'subjects')

/**
 * Everybody who is screened for a base, read out of its forms in their order: whom a form names, and whom compliance added. The
 * last screening says of each what was found; whoever is named after it, or was left out of it, is due.
 */
export const subjectsIn = (forms: readonly NamingForm[], { steps }: Steps): readonly ScreenedSubject[] => {
  const found = new Map<string, ScreenedSubject>()
  for (const form of forms) {
    const told = steps[form.key]?.form
    if (told === undefined || form.answers === null) continue
    if (gatherer(told) !== undefined) screenedBy(found, form)
    else if (examines(told)) examinedBy(found, form)
    else for (const one of namedIn(told, form)) addTo(found, one)
  }
  return [...found.values()]
}

/** Whom a form names, in the capacity that its field says. */
const namedIn = (
  { fields }: Form,
  form: NamingForm,
): readonly Pick<ScreenedSubject, 'who' | 'capacity' | 'sources'>[] =>
  fields.flatMap((field) => {
    const answer = form.answers?.[field.code]
    const rows = field.kind === 'table' ? listed(answer).map(keyed) : [{ [field.code]: answer }]
    return namingFields(field).flatMap(({ code, screened: capacity }) =>
      rows.flatMap((row) => {
        const who = row[code]
        const { step, key, at } = form
        return isKeyed(who) && !('none' in who) ? [{ who, capacity, sources: [{ step, key, at }] }] : []
      }),
    )
  })

const addTo = (
  found: Map<string, ScreenedSubject>,
  one: Pick<ScreenedSubject, 'who' | 'capacity' | 'sources'>,
): void => {
  const id = subjectId(one)
  const before = found.get(id)
  found.set(
    id,
    before === undefined
      ? { ...one, status: 'due', hits: [] }
      : { ...before, sources: [...before.sources, ...one.sources] },
  )
}

/** A screening looks anew at everybody it has a row for; the others are due. */
const screenedBy = (found: Map<string, ScreenedSubject>, form: NamingForm): void => {
  for (const [id, subject] of found) found.set(id, { ...subject, status: 'due' })
  const { step, key, at, person } = form
  const hits = listed(form.answers?.['hits']).map(keyed)
  for (const { id: row, ...one } of rowsOfSubjects(form.answers)) {
    const id = subjectId(one)
    const own = hits.filter((hit) => hit['subject'] === row).map(hitIn)
    const before = found.get(id) ?? { ...one, sources: [{ step, key, at }] }
    found.set(id, {
      ...before,
      ...defined({ aliases: one.aliases }),
      screened: { step, key, at, person },
      hits: own,
      status: statusBy(own),
    })
  }
}

/** The rows of a screening, each with whom it looks for. */
export const rowsOfSubjects = (
  answers: FormAnswers | null,
): readonly (Pick<ScreenedSubject, 'who' | 'capacity' | 'aliases'> & { readonly id: string })[] =>
  listed(answers?.['subjects'])
    .map(keyed)
    .flatMap((row) => {
      const who = row['body'] ?? row['person']
      const capacity = capacities.find((one) => one === row['capacity'])
      const aliases = textIn(row['aliases'])
      return isKeyed(who) && capacity !== undefined
        ? [{ id: String(row['id']), who, capacity, ...defined({ aliases }) }]
        : []
    })

const hitIn = (hit: Readonly<Record<string, unknown>>): SubjectHit => ({
  row: String(hit['id']),
  list: String(hit['list']),
  disposition: String(hit['disposition']),
  ...defined({ entry: textIn(hit['entry']), because: textIn(hit['because']), strength: strengthIn(hit['strength']) }),
})

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const strengthIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

/**
 * What was left to be examined became what was found of it; what nothing was found of is no bar where none was found at all, and
 * waits on where the bar is another's. A bar that names no hit of theirs is said of all of them: nobody passes for want of a number.
 */
const examinedBy = (found: Map<string, ScreenedSubject>, form: NamingForm): void => {
  const examined = listed(form.answers?.['hits']).map(keyed)
  const open = [...found].filter(([, { status }]) => status === 'open_hit')
  const findingOf = ({ row }: SubjectHit): string | undefined =>
    textIn(examined.find(({ hit }) => hit === row)?.['finding'])
  const namesOne = open.some(([, { hits }]) => hits.some((hit) => findingOf(hit) !== undefined))
  const otherwise = form.option === 'clear' ? 'no_bar' : namesOne ? 'to_examine' : 'bar'
  for (const [id, subject] of open) {
    const hits = subject.hits.map((hit) =>
      hit.disposition === 'to_examine' ? { ...hit, disposition: findingOf(hit) ?? otherwise } : hit,
    )
    found.set(id, { ...subject, hits, status: statusBy(hits) })
  }
}

const statusBy = (hits: readonly SubjectHit[]): SubjectStatus => {
  const has = (disposition: string): boolean => hits.some((hit) => hit.disposition === disposition)
  if (has('bar')) return 'barred'
  if (has('to_examine')) return 'open_hit'
  return has('no_bar') ? 'no_bar' : 'clear'
}

/** By what two forms mean the same: an id of the register, a register number, else the name as it is written, and the capacity. */
export const subjectId = ({ who, capacity }: Pick<ScreenedSubject, 'who' | 'capacity'>): string => {
  const { id, register, name, organisation, country } = who
  const card = typeof id === 'string' ? ['id', id] : [register ?? named(name), organisation ?? country]
  return JSON.stringify([capacity, ...card.map(plain)])
}

const named = (name: unknown): unknown => (isKeyed(name) ? (name['zh-CN'] ?? name['en']) : name)
const plain = (part: unknown): string => (typeof part === 'string' ? part : '').normalize('NFKC').trim().toLowerCase()

/** Rows for everybody who is known, as a screening begins with them. */
export const rowsToScreen = (subjects: readonly ScreenedSubject[]): readonly Readonly<Record<string, unknown>>[] =>
  subjects.map(({ who, capacity, aliases }, index) => ({
    id: `r${index + 1}`,
    capacity,
    [people.includes(capacity) ? 'person' : 'body']: who,
    ...defined({ aliases }),
  }))

/** Capacities in which a person is screened; in all others an organisation is. */
export const people: readonly Capacity[] = ['head_of_government', 'head_of_organisation', 'board', 'signatory']

/** Those who have no row in a screening that must have one for each. */
export const leftOut = (subjects: readonly ScreenedSubject[], answers: FormAnswers): readonly ScreenedSubject[] => {
  const there = rowsOfSubjects(answers).map(subjectId)
  return subjects.filter((one) => !there.includes(subjectId(one)))
}
