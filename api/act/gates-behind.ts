import type { PersonId } from '../../domain/ids.js'
import { answerInWords } from '../../domain/form/answer-in-words.js'
import { gatesBehind, gatesRead } from '../../domain/gates-told.js'
import type { LocalText } from '../../domain/locale.js'
import { roles } from '../../domain/role.js'
import { lastDecided } from '../../domain/state.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { formView } from '../forms/form-view.js'
import type { ApiParts } from '../parts.js'
import type { StepSetting } from '../views/step-setting.js'
import { labelsOf, titlesOf } from '../wording.js'

interface OfStep {
  readonly person: PersonId
  readonly step: string
  readonly key: StepKey
  readonly setting: StepSetting
}

/**
 * What whoever decides on the ground of the gates has to know before (1.5): how the officer decided, with what was filled in and said
 * beside, and which gates fail or were read otherwise than declared. Nothing for whoever does not read the inner side of the base.
 */
export const gatesTold = async (
  parts: ApiParts,
  { person, step, key, setting }: OfStep,
): Promise<readonly LocalText[]> => {
  const { base, state, procedure, sight } = setting
  if (state === undefined || sight.sees({ kind: 'inner' }) !== 'whole') return []
  if (gatesRead(state, procedure) === undefined) return []
  const ground = (procedure.rests?.[key] ?? []).find((one) => procedure.steps[one]?.supports === 'gates')
  const read = ground === undefined ? undefined : lastDecided(state, ground)
  if (ground === undefined || read?.outcome === undefined) return []
  const title = titlesOf(ground)
  const label = labelsOf({ key: ground, option: read.outcome.option })
  const { handedIn } = await formView(parts, { person, base: base.id, step: read.id })
  const { option } = read.outcome
  const answers = handedIn.findLast((one) => one.option === option)?.answers ?? {}
  const filledIn = (procedure.steps[ground]?.form?.fields ?? []).flatMap((field) => {
    const said = answerInWords(field, answers[field.code])
    return said === undefined
      ? []
      : [labelled(field.label, typeof said === 'string' ? { en: said, 'zh-CN': said } : said)]
  })
  const gates = gatesBehind(state, { key, procedure })
  return [
    { en: `${ground} ${title.en}: ${label.en}`, 'zh-CN': `${ground} ${title['zh-CN']}：${label['zh-CN']}` },
    ...saidWith(setting, { step, ground }),
    ...filledIn,
    ...(gates === undefined ? [] : [gates]),
  ]
}

const labelled = (label: LocalText, said: LocalText): LocalText => ({
  en: `${label.en}: ${said.en}`,
  'zh-CN': `${label['zh-CN']}：${said['zh-CN']}`,
})

/** The reason the officer gave, as it was written, where it may be read. */
const saidWith = (
  { openedBy, sight }: StepSetting,
  { step, ground }: { readonly step: string; readonly ground: StepKey },
): readonly LocalText[] => {
  const found = openedBy.find((one) => one.step === step && one.key === ground)
  if (found === undefined || found.words === null) return []
  const { person, role, words } = found
  return sight.sees({ kind: 'words', person, side: roles[role].side }) === 'whole'
    ? [{ en: words, 'zh-CN': words }]
    : []
}
