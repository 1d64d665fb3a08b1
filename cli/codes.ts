import { isStage, isStatus, lifecycle, stageLabel } from '../domain/lifecycle.js'
import { isReasonCode } from '../domain/reason-code.js'
import { colourLabel } from '../domain/words/criteria.js'
import { reasonCodeLabel } from '../domain/words/reason-codes.js'
import { spoken, told } from './tongue.js'

/** A stage in words of the language that is spoken; what is none comes back as it is. */
export const stageWord = (code: string): string => (isStage(code) ? told(stageLabel[code]) : code)

/** A status in words; a stage that is not left has none yet. */
export const statusWord = (code: string | null): string =>
  code === null ? '–' : isStatus(code) ? told(lifecycle[code].label) : code

/** A colour in words. */
export const colourWord = (code: string | null | undefined): string =>
  code === null || code === undefined ? '' : colourLabel(code, spoken())

/** A status with the reason it stands for, in words. */
export const statusBecause = ({ status, code }: { status: string; code?: string | null | undefined }): string =>
  `${statusWord(status)}${code === undefined || code === null ? '' : spoken() === 'en' ? ` (${reasonWord(code)})` : `（${reasonWord(code)}）`}`

/** A reason code with what it means, since it is typed again. */
export const reasonWord = (code: string): string =>
  isReasonCode(code) ? `${code}${spoken() === 'en' ? ': ' : '：'}${reasonCodeLabel(code, spoken())}` : code
