import type { LocalText } from '../../locale.js'
import type { StepKey } from '../../values/step-key.js'
import type { ForbiddenPair } from '../../separation.js'

/** The two steps of the programme itself: somebody proposes a call, somebody else opens it. */
export const callSteps = { proposal: '1.1a', opening: '1.1b' } as const

/** 1.1 happens in the programme, before there is a base: what its two steps are called, and that two people do them. */
export const callTitles: Readonly<Record<StepKey, LocalText>> = {
  '1.1a': { en: 'Propose the opening of a call', 'zh-CN': '提出启动申报的建议' },
  '1.1b': { en: 'Decide on the opening of the call', 'zh-CN': '审批启动申报' },
}

export const callPair: ForbiddenPair = {
  rule: 'SD1',
  first: [callSteps.proposal],
  second: [callSteps.opening],
}
