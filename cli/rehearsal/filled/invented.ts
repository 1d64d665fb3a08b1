import type { EvidenceClass } from '../../../domain/form/field.js'
import { defined } from '../../../domain/values/defined.js'
import { exampleCited } from '../../../domain/form/kinds/evidence.js'

/** An invented figure that is counted; what is not self-declared cites what shows it. */
export const inventedFigure = (value: number, { year, shown }: { year: number; shown: EvidenceClass }) => ({
  value,
  year,
  cutOff: 'all',
  nature: 'actual',
  class: shown,
  ...defined({ evidence: shown === 5 ? undefined : exampleCited(1) }),
})

/** Words that nobody takes for real ones, in both languages. */
export const inventedWords = { en: 'Invented for rehearsal.', 'zh-CN': '为演练虚构。' }

/** An organisation that nobody takes for a real one. */
export const inventedBody = (kind: 'authority' | 'firm', number: number) => ({
  name: { en: `Invented ${kind} ${number}`, 'zh-CN': `虚构单位${number}` },
  kind,
  country: 'CN',
})
