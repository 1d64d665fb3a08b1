import type { Locale } from '../../domain/locale.js'
import type { Days } from '../../domain/procedure.js'
import type { RedressOnPaper } from '../paper.js'
import type { Block } from '../sheet.js'
import { daysInWords } from '../wording.js'

interface Remedy {
  readonly redress?: RedressOnPaper
  readonly decidedAgain?: true
}

/**
 * How and until when redress may be asked, or that it was used already, in the words every paper has for it; nothing where there
 * is none (8.9).
 */
export const redressBlocks = ({ redress, decidedAgain }: Remedy, language: Locale): readonly Block[] => {
  if (redress !== undefined) return [{ type: 'paragraph', text: wordings[language](redress) }]
  return decidedAgain === true ? [{ type: 'paragraph', text: usedUp[language] }] : []
}

const usedUp: Readonly<Record<Locale, string>> = {
  en:
    'This was decided anew after redress had been upheld, by people who had not decided it before. It stands: what was decided ' +
    'again after redress cannot be contested once more (8.9).',
  'zh-CN': '本决定系复核申请成立后，由未参与原决定的人员重新作出，为最终决定；依照规则，不得再次申请复核（8.9）。',
}

const within = (days: Days | undefined, locale: Locale): string => {
  if (days === undefined) return ''
  return locale === 'en' ? ` within ${daysInWords(days, locale)}` : `在${daysInWords(days, locale)}内`
}

const wordings: Readonly<Record<Locale, (redress: RedressOnPaper) => string>> = {
  en: ({ until, admittedWithin, decidedWithin }) =>
    `You may ask for redress once, on procedure or facts and not on the merits, until ${until.en}. Whether it is admitted ` +
    `is decided${within(admittedWithin, 'en')}; once admitted, people who had no part in the matter decide on it` +
    `${within(decidedWithin, 'en')}.`,
  'zh-CN': ({ until, admittedWithin, decidedWithin }) =>
    `如对程序或者事实有异议，可于${until['zh-CN']}前申请复核一次；复核不重新评判专业评分。是否受理${within(admittedWithin, 'zh-CN')}决定；` +
    `受理后，由未参与本事项的人员${within(decidedWithin, 'zh-CN')}审议决定。`,
}
