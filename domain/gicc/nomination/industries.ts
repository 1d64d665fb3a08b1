import { industryLabel } from '../../cluster-words.js'
import type { Choice } from '../../form/field.js'
import { listed } from '../form-fields.js'

/** The industries of the programme as codes that may travel (13.1). */
export const industries: readonly Choice[] = Object.entries(industryLabel).map(([category, label]) => ({
  code: category.replaceAll(' ', '_'),
  label,
}))

/** The same, and one for whatever is not among them: an administrator adds it to the register. */
export const anyIndustry: readonly Choice[] = [...industries, ...listed(['other', 'Other', '其他'])]

/** What a cluster stands for: its size, or what it alone can do. */
export const tracks = listed(['scale', 'Scale track', '规模型'], ['specialist', 'Specialist track', '特色型'])
