import type { z } from 'zod'
import { countedAtMost } from '../../db/reads/bases.js'
import { csvOf } from '../../domain/csv.js'
import { lifecycle, stageLabel } from '../../domain/lifecycle.js'
import type { BaseSummary } from '../contract/base.js'
import { everyPage } from '../every-page.js'
import type { AskingParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { basesSeen } from './bases-seen.js'

type Shown = z.output<typeof BaseSummary>
type Asked = Omit<Parameters<typeof basesSeen>[1], 'page'> & Pick<Parameters<typeof basesSeen>[1]['page'], 'sort'>

/**
 * The bases somebody may see, as asked for, as a table for a spreadsheet: a row for each, in both languages. No cell is a formula.
 * Refuses more than a thousand, since a table that is cut off looks whole.
 */
export const basesTable = async (parts: AskingParts, { sort, ...asked }: Asked): Promise<string> => {
  const { total } = await basesSeen(parts, { ...asked, page: { limit: 1, sort } })
  if (total?.isMore === true) throw new ProblemError({ code: 'table_too_large', detail: { most: countedAtMost } })
  const bases = await everyPage((page) => basesSeen(parts, { ...asked, page: { ...page, sort } }))
  return `\uFEFF${csvOf([columns, ...bases.map(rowOf)])}`
}

const columns = [
  'base',
  'name_en',
  'name_zh',
  'place_en',
  'place_zh',
  'country',
  'category',
  'stage',
  'stage_en',
  'stage_zh',
  'stage_since',
  'status',
  'status_en',
  'status_zh',
  'colour',
  'score',
  'slot',
  'waits_for',
  'roles',
  'deadline',
  'late',
  'signed',
  'ends',
  'next_review',
  'rehearsal',
]

const rowOf = (base: Shown): readonly (string | number | null)[] => [
  base.id,
  base.names.name.en,
  base.names.name['zh-CN'],
  base.names.place.en,
  base.names.place['zh-CN'],
  base.country,
  base.category,
  base.stage,
  stageLabel[base.stage].en,
  stageLabel[base.stage]['zh-CN'],
  base.stageEnteredAt,
  base.status,
  lifecycle[base.status].label.en,
  lifecycle[base.status].label['zh-CN'],
  base.colour ?? null,
  base.score ?? null,
  base.slot ?? null,
  base.waitsFor.map(({ step }) => step).join(' '),
  [...new Set(base.waitsFor.map(({ role }) => role))].join(' '),
  // Of what it waits for, as the page has it: the clock may wake for a reminder long before.
  base.waitsFor.map(({ dueAt }) => dueAt).toSorted()[0] ?? null,
  base.waitsFor.some(({ late }) => late) ? 'yes' : null,
  base.signedAt,
  base.endsOn,
  base.review?.at ?? null,
  base.rehearsal ? 'yes' : null,
]
