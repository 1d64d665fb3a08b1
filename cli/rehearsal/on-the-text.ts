import { TextNumberResponse } from '../../api/contract/texts.js'
import { steps } from '../../domain/gicc/steps.js'
import type { Player, Theatre } from './theatre.js'

interface Saying {
  readonly player: Player
  readonly step: { readonly id: string; readonly key: string }
  readonly option: string
  readonly actor: string
}

/** Remarks on the text before an answer that asks for one, so that the other side has something to go on (3.5, 3.2b). */
export const remarks = async ({ client }: Theatre, { player, step, option, actor }: Saying): Promise<void> => {
  if (steps[step.key]?.text?.needs?.[option]?.includes('remark') !== true) return
  await client.post(`/bases/${player.base}/text/items`, {
    schema: TextNumberResponse,
    as: actor,
    body: { kind: 'comment', step: step.id, seenBy: 'both', text: 'Invented for rehearsal. 为演练虚构。' },
  })
}
