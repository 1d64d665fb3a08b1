import type { Locale } from '../../domain/locale.js'
import type { Days } from '../../domain/procedure.js'
import type { RedressOnPaper } from '../paper.js'
import type { Block } from '../sheet.js'
import { daysInWords } from '../wording.js'

/** How and until when redress may be asked, in the words every paper has for it; nothing where there is none (8.9). */
export const redressBlocks = (redress: RedressOnPaper | undefined, language: Locale): readonly Block[] =>
  redress === undefined ? [] : [{ type: 'paragraph', text: wordings[language](redress) }]

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
    `如对程序或者事实有异议，可于${until['zh-CN']}前提出一次申诉；申诉不涉及评审实体内容。是否受理${within(admittedWithin, 'zh-CN')}决定；` +
    `受理后，由未参与本事项的人员${within(decidedWithin, 'zh-CN')}审议决定。`,
}
