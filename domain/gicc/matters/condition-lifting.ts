import { three } from '../bodies.js'
import { coded, onward, saying, stepsOf, wd, within } from '../telling.js'

/** 8.16: the board, which fixes conditions, lifts one that is asked for with a reason; whoever asked has no vote on it. */
export const liftingSteps = stepsOf('memorandum', {
  '8.16a': {
    name: 'condition_lifting',
    title: { en: 'Lift the condition or keep it', 'zh-CN': '审议是否解除附带条件' },
    role: 'BD',
    due: within(wd(20)),
    escalation: 'E4',
    matter: 'condition_lifting',
    notByRaiser: true,
    decides: { ...three('BD'), otherwise: 'keep' },
    options: { lift: coded(onward, 'GOV', 'LEG', 'FIN', 'FMJ', 'DAT', 'TXT'), keep: saying(onward) },
    labels: {
      lift: { en: 'Lift the condition', 'zh-CN': '解除附带条件' },
      keep: { en: 'Keep the condition', 'zh-CN': '保留附带条件' },
    },
    duties: ['vote'],
    begins: true,
  },
})
