import type { BaseId, PersonId } from '../../domain/ids.js'
import type { z } from 'zod'
import { baseStateOf } from '../../db/reads/base-states.js'
import { stagesOf } from '../../db/reads/bases.js'
import type { BasesFilter } from '../../db/reads/bases-asked.js'
import type { ReadValues } from '../../domain/form/read-values.js'
import { challengeOfIndicator, challengesMet, tablesOfSix, workByArea } from '../../domain/gicc/six-by-six.js'
import { classOf, type FormSight } from '../../domain/sight/answers.js'
import type { SixFigure, SixOfBase, SixShown } from '../../web/work/six-model.js'
import { seenBase } from '../auth/seen-base.js'
import type { FiguresResponse } from '../contract/figures.js'
import { followedOn } from '../follow-up/followed-on.js'
import type { ApiParts } from '../parts.js'
import { figuresSeen } from '../routes/figures.js'
import { answersSight } from './answers-sight.js'
import { basesSeen } from './bases-seen.js'
import { readPinned, sightRules } from './pinned-procedure.js'

interface Asked {
  readonly person: PersonId
  readonly filter: BasesFilter
  readonly after: string | undefined
}

/** So many bases stand on one page: of each its forms and figures are read. */
const onOnePage = 20

/** The bases somebody sees by the six areas and the six challenges: of each what its forms tell this reader, and its figures. */
export const sixSeen = async (
  parts: ApiParts,
  { person, filter, after }: Asked,
): Promise<Pick<SixShown, 'bases' | 'next'>> => {
  const { items, next } = await basesSeen(parts, { person, filter, page: { after, limit: onOnePage } })
  const bases: SixOfBase[] = []
  // One after another: all at once they would ask for more connections than there are.
  for (const { id, names } of items)
    bases.push({ id, name: names.name, ...(await sixOfBase(parts, { person, base: id })) })
  return { bases, next }
}

interface Looking {
  readonly person: PersonId
  readonly base: BaseId
}

const sixOfBase = async (parts: ApiParts, asked: Looking): Promise<Omit<SixOfBase, 'id' | 'name'>> => {
  const { base } = asked
  const { found, sight } = await seenBase(parts, asked)
  const [procedure, state] = await Promise.all([readPinned(parts, found), baseStateOf(parts.db, found)])
  const answered = await answersSight(parts.db, { base, sight, procedure, rules: sightRules(procedure) })
  const on = await followedOn(parts, { base, state, procedure })
  const filed = on.filed.map((form) => ({ ...form, read: tablesRead(form.read, answered(form)) }))
  const activities = on.items.filter(
    ({ kind, filed: form, field }) => kind === 'activity' && readsTable(field, answered(form)),
  )
  const figures = await figuresOf(parts, asked)
  return { areas: workByArea({ filed, activities }), challenges: challengesMet({ filed }), figures }
}

/** Of what the engine read of a form, the tables that tell of areas and challenges and are for these eyes. */
const tablesRead = (read: ReadValues, by: FormSight): ReadValues =>
  Object.fromEntries(
    Object.entries(read).filter(([name]) => {
      const [table = name] = name.split('.', 1)
      return tablesOfSix.some((one) => one === table) && readsTable(table, by)
    }),
  )

const readsTable = (table: string, by: FormSight): boolean => {
  const field = by.form?.fields.find(({ code }) => code === table)
  return by.sees(classOf(field, by)) === 'whole'
}

/** The agreed figures with what was reported last: of the newest year for which anything was. */
const figuresOf = async (parts: ApiParts, { person, base }: Looking): Promise<readonly SixFigure[]> => {
  const stages = (await stagesOf(parts.db, [base])).get(base) ?? []
  const years = stages.flatMap(({ year }) => year ?? []).toReversed()
  for (const year of years) {
    const figures = await figuresSeen(parts, { person, base, year })
    if (figures.report !== null) return figures.values.map((value) => figureOf(value, year))
  }
  return (await figuresSeen(parts, { person, base })).values.map((value) => figureOf(value, undefined))
}

type Value = z.output<typeof FiguresResponse>['values'][number]

const figureOf = (
  { indicator, label, unit, part, baseline, target, value }: Value,
  year: number | undefined,
): SixFigure => ({
  indicator,
  label,
  unit,
  of: part === 'challenges' ? challengeOfIndicator(indicator) : part,
  baseline,
  target,
  value,
  year,
})
