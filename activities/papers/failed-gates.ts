import type { PaperFacts } from '../../documents/paper.js'
import type { DossierFacts } from '../../domain/facts.js'
import { factIn, rowsIn } from '../../domain/form/rows.js'
import type { LocalText } from '../../domain/locale.js'
import type { GateKey, Settings } from '../../domain/procedure.js'
import { gateLabels } from '../../domain/words/nomination.js'
import { numberInWords } from './answer-in-words.js'
import { actsOn, lastClosed, ofType, type StorySoFar } from './story-so-far.js'

type OnPaper = NonNullable<PaperFacts['feedback_sheet']['gates']>[number]

/**
 * The gates that a nomination did not pass, each with its limit and the reading that was accepted; what the officer wrote beside it
 * stays with the programme (1.5, 6.1). Nothing where the nomination went on to be scored.
 */
export const failedGatesOf = (story: StorySoFar): readonly OnPaper[] => {
  const judged = lastClosed(story, ['1.5a'])
  const dossier = ofType(story.events, 'step_acted').findLast(({ facts }) => facts?.dossier !== undefined)?.facts
    ?.dossier
  if (judged === undefined || judged.option === 'eligible' || dossier === undefined) return []
  const read = actsOn(story, judged.step).at(-1)?.form?.read ?? {}
  const treated = new Map(rowsIn(read, 'gates').map((cells) => [cells['gate'], cells]))
  return gates(dossier, story.procedure.settings).flatMap((one) => {
    const { gate, least, most, declared, said } = one
    const cells = treated.get(gate)
    const accepted =
      cells === undefined || cells['treat'] === 'accept' ? declared : (factIn(cells['reading'])?.value ?? null)
    const passes = accepted !== null && accepted >= (least ?? accepted) && accepted <= (most ?? accepted)
    if (passes) return []
    return [
      {
        name: gateLabels[gate],
        limit: bound(one),
        reading: accepted === null ? notShown : said(accepted),
      },
    ]
  })
}

interface Gate {
  readonly gate: GateKey
  readonly least?: number
  readonly most?: number
  readonly declared: number | null
  readonly said: (value: number) => LocalText
}

const gates = (dossier: DossierFacts, { limits }: Settings): readonly Gate[] => {
  const outputs = dossier.outputCnyBn.slice(0, limits.yearsOfData)
  const output = outputs.length < limits.yearsOfData ? null : Math.min(...outputs)
  return [
    { gate: 'G2', least: limits.clusterBodyYears, declared: dossier.clusterBodyYears, said: years },
    { gate: 'G3', least: limits.yearsOfData, declared: dossier.yearsOfData, said: years },
    { gate: 'G4', least: limits.leadIndustryShare, declared: dossier.leadIndustryShare, said: share },
    { gate: 'G5', least: limits.scaleCnyBn, declared: output, said: billions },
    { gate: 'G6', least: limits.memberFirms, declared: dossier.memberFirms, said: firms },
    { gate: 'G7', most: 0, declared: dossier.incidents, said: incidents },
    { gate: 'G10', least: 1, declared: Number(dossier.coFunding), said: yesOrNo },
    { gate: 'G11', least: 1, declared: Number(dossier.declarationsSigned), said: yesOrNo },
  ]
}

const both = (en: string, chinese: string): LocalText => ({ en, 'zh-CN': chinese })
const notShown = both('not shown', '未提供或未予采信')
const years = (n: number): LocalText => both(`${numberInWords(n)} years`, `${numberInWords(n)}年`)
const share = (n: number): LocalText => both(`${numberInWords(n * 100)} per cent`, `${numberInWords(n * 100)}%`)
const billions = (n: number): LocalText =>
  both(`CNY ${numberInWords(n)} billion in each year`, `每年${numberInWords(n * 10)}亿元`)
const firms = (n: number): LocalText => both(`${numberInWords(n)} firms`, `${numberInWords(n)}家`)
const incidents = (n: number): LocalText => both(numberInWords(n), `${numberInWords(n)}起`)
const yesOrNo = (n: number): LocalText => (n === 1 ? both('yes', '是') : both('no', '否'))

const bound = ({ least, most, said }: Gate): LocalText => {
  if (said === yesOrNo) return said(1)
  const limit = said(least ?? most ?? 0)
  return least === undefined
    ? both(`at most ${limit.en}`, `不超过${limit['zh-CN']}`)
    : both(`at least ${limit.en}`, `不低于${limit['zh-CN']}`)
}
