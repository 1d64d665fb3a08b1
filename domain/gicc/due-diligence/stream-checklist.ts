import type { ChecklistItem } from '../../form/field.js'
import { listed, told, type Listed, type Pair } from '../form-fields.js'

/** What an item of a work-stream can be found to be. */
export const findingResults = listed(
  ['met', 'Met', '符合'],
  ['minor', 'Minor finding', '轻微问题'],
  ['serious', 'Serious finding', '较重问题'],
  ['knock_out', 'Knock-out', '一票否决'],
  ['unclear', 'Cannot be assessed', '无法判断'],
)

const itemOf =
  (...results: readonly string[]) =>
  ([code, en, chinese]: Listed, first: Pair): ChecklistItem => ({
    code,
    label: told([en, chinese]),
    hint: told([`Looked for first: ${first[0]}.`, `首先查阅：${first[1]}。`]),
    results,
  })

/** An item of which no more than a minor finding can come, with the proof that is looked for first. */
export const minor = itemOf('met', 'unclear', 'minor')
/** An item of which a serious finding can come. */
export const serious = itemOf('met', 'unclear', 'minor', 'serious')
/** An item that by itself can end a nomination (6.3). */
export const knockOut = itemOf('met', 'unclear', 'minor', 'serious', 'knock_out')
