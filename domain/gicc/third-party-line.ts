import { answerInWords } from '../form/answer-in-words.js'
import { keyed, listed as rowsIn } from '../form/kinds/kind.js'
import type { LocalText } from '../locale.js'
import { withoutStop } from '../words/sentence.js'
import { keyOf } from '../values/step-key.js'
import { stepsInFull } from './steps.js'

/** What somebody outside is shown of an activity, in this order, and nothing else of the base: no money, no investor, no firm. */
const shown = [
  ...(['title', 'kind', 'period', 'place', 'partner', 'event', 'firms', 'persons'] as const),
  ...(['expert_days', 'advised', 'meetings', 'contracts', 'appearances', 'cluster_meetings', 'agreements'] as const),
  ...([
    'course_days',
    'trained',
    'certified',
    'experts_moved',
    'posts',
    'filled',
    'sign_where',
    'sign_ended',
    'indicator',
    'output',
  ] as const),
] as const

/** The parts of the id under which a row is followed. */
export const partsOfItem = (
  item: string,
): { readonly step: string; readonly field: string; readonly row: string } | undefined => {
  const [, step, field, row] = /^([^:]+):([^-]+)-(.+)$/.exec(item) ?? []
  return step === undefined || field === undefined || row === undefined ? undefined : { step, field, row }
}

/**
 * An activity in one line, as it was noted: what somebody outside is asked to confirm. Undefined where it was not noted on a sheet, or its
 * words cannot be read any more.
 */
export const thirdPartyLine = (
  activity: string,
  forms: readonly { readonly step: string; readonly answers: Readonly<Record<string, unknown>> | null }[],
): LocalText | undefined => {
  const { step, field, row } = partsOfItem(activity) ?? {}
  const table = stepsInFull[keyOf(step ?? '')]?.form?.fields.find(({ code }) => code === field)
  if (table?.kind !== 'table' || field === undefined) return undefined
  const answers = forms.findLast((one) => one.step === step)?.answers
  const cells = rowsIn(answers?.[field])
    .map(keyed)
    .find(({ id }) => id === row)
  const [title, ...others] = shown.flatMap(
    (code): readonly { readonly label: LocalText; readonly says: LocalText }[] => {
      const column = table.columns.find((one) => one.code === code)
      const said = column === undefined || cells === undefined ? undefined : answerInWords(column, cells[code])
      if (column === undefined || said === undefined) return []
      return [{ label: column.label, says: typeof said === 'string' ? { en: said, 'zh-CN': said } : said }]
    },
  )
  if (title === undefined) return undefined
  return {
    en: `${withoutStop(title.says.en)}. ${others.map(({ label, says }) => `${label.en}: ${says.en}`).join('; ')}.`,
    'zh-CN': `${withoutStop(title.says['zh-CN'])}。${others.map(({ label, says }) => `${label['zh-CN']}：${says['zh-CN']}`).join('；')}。`,
  }
}
