import { TextNumberResponse, TextResponse } from '../../api/contract/texts.js'
import { steps } from '../../domain/gicc/steps.js'
import type { Script } from './story.js'
import type { Player, Theatre } from './theatre.js'

interface Saying {
  readonly player: Player
  readonly step: { readonly id: string; readonly key: string }
  readonly option: string
  readonly actor: string
}

/** Remarks on the text before an answer that asks for one, so that the other side has something to go on (3.5, 3.2b). */
export const remarks = async (stage: Theatre, saying: Saying): Promise<void> => {
  const { player, step, option, actor } = saying
  const { client } = stage
  if (player.script.proposes?.when === step.key) return await proposes(stage, { ...saying, ...player.script.proposes })
  if (steps[step.key]?.text?.needs?.[option]?.includes('remark') !== true) return
  await client.post(`/bases/${player.base}/text/items`, {
    schema: TextNumberResponse,
    as: actor,
    body: { kind: 'comment', step: step.id, seenBy: 'both', text: 'Invented for rehearsal. 为演练虚构。' },
  })
}

type Proposal = NonNullable<Script['proposes']>

/** Another wording of one paragraph, asked for with the text as it is read, and an issue about the same section. */
const proposes = async (
  { client }: Theatre,
  { player: { base }, step, actor: as, clause, paragraph, text, why, issue }: Saying & Proposal,
): Promise<void> => {
  const { clauses } = await client.get(`/bases/${base}/text`, { schema: TextResponse, as })
  const section = clauses.find(({ id }) => id === clause)
  const edit = { kind: 'replace', clause, paragraph: section?.paragraphs[paragraph]?.id, text }
  const say = (body: object) =>
    client.post(`/bases/${base}/text/items`, {
      schema: TextNumberResponse,
      as,
      body: { step: step.id, ...body },
    })
  await say({ kind: 'proposal', edit, from: section?.hashes, why })
  await say({ kind: 'issue', clauses: [clause], ...issue })
}
