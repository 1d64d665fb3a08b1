import type { LocalText } from '../domain/locale.js'
import type { ReasonCode } from '../domain/reason-code.js'
import { reasonCodeLabels } from '../domain/words/reason-codes.js'

/** A paper gives a reason code in the words of the core, without a full stop. */
export const reasonTexts: Readonly<Record<ReasonCode, LocalText>> = reasonCodeLabels
