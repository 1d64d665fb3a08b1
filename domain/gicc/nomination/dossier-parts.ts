import { isKeyed } from '../../form/kinds/kind.js'
import type { ReadValues } from '../../form/read-values.js'
import type { Condition } from '../../form/condition.js'
import type { Choice, FormField } from '../../form/field.js'
import { dossierParts, type DossierPart } from '../../facts.js'
import { dossierPartTitles } from '../../words/nomination.js'
import { listed } from '../form-fields.js'

/** The fourteen parts as they are ticked; a part's code is `p` and its number. */
export const partChoices: readonly Choice[] = dossierParts.map((part) => ({
  code: `p${part}`,
  label: dossierPartTitles[part],
}))

/** The parts that the officer's checklist finds missing, unsigned or otherwise not complete (1.4a). */
export const lackingIn = (read: ReadValues): readonly DossierPart[] => {
  const { parts } = read
  const ticked = new Map<string, unknown>(isKeyed(parts) ? Object.entries(parts) : [])
  return dossierParts.filter((part) => (ticked.get(`p${part}`) ?? 'complete') !== 'complete')
}

/** The currencies figures may be handed in with; what is no CNY the officer reads at 1.5a: the engine converts no output (6.1). */
export const currencies = listed(
  ['CNY', 'Chinese yuan', '人民币'],
  ['USD', 'US dollar', '美元'],
  ['EUR', 'Euro', '欧元'],
  ['JPY', 'Japanese yen', '日元'],
  ['GBP', 'Pound sterling', '英镑'],
  ['KRW', 'Korean won', '韩元'],
  ['INR', 'Indian rupee', '印度卢比'],
  ['VND', 'Vietnamese dong', '越南盾'],
  ['THB', 'Thai baht', '泰铢'],
  ['IDR', 'Indonesian rupiah', '印尼盾'],
  ['BRL', 'Brazilian real', '巴西雷亚尔'],
  ['TRY', 'Turkish lira', '土耳其里拉'],
)

/** The fields of a part: asked while the part is not among those that are still lacking. */
export const partOf =
  (part: DossierPart, fields: readonly FormField[]) =>
  (handedIn: Condition): readonly FormField[] =>
    fields.map((field) => ({
      ...field,
      asked: {
        all: [
          handedIn,
          { not: { field: 'lacking', is: [`p${part}`] } },
          ...(field.asked === undefined ? [] : [field.asked]),
        ],
      },
    }))

/** A part of the dossier as a list of fields, given when it is handed in. */
export type FieldsOfPart = ReturnType<typeof partOf>
