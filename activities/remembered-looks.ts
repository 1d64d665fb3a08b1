import type { Kysely } from 'kysely'
import { headOf } from '../db/reads/heads.js'
import type { Looks } from '../db/reads/reconciliations.js'
import type { Database } from '../db/schema.js'
import type { Divergence } from '../domain/divergence.js'

interface Remembering {
  readonly db: Kysely<Database>
  readonly clock: () => Date
}

const dayMs = 24 * 60 * 60_000
/** Less than from one hourly comparison to the next: one look at broken logs is told by the reports of all programmes. */
const brokenMs = 30 * 60_000

/**
 * The same looks, made again only where the head of a stream has moved, where the last one found something, or after a day. The logs are
 * those of the installation: one look is that of every programme. A process that begins remembers nothing and looks at everything once.
 */
export const rememberedLooks = (looks: Looks, { db, clock }: Remembering): Looks => {
  const sound = new Map<string, { readonly head: number; readonly at: number }>()
  let logs: { readonly found: readonly string[]; readonly until: number } = { found: [], until: 0 }
  const unlessSound = async (
    { name, head }: { readonly name: string; readonly head: number },
    look: () => Promise<readonly Divergence[]>,
  ): Promise<readonly Divergence[]> => {
    const [last, at] = [sound.get(name), clock().getTime()]
    if (last?.head === head && at - last.at < dayMs) return []
    const found = await look()
    if (found.length === 0) sound.set(name, { head, at })
    else sound.delete(name)
    return found
  }
  return {
    // The head is read before the rows: what is written meanwhile moves it, and is looked at the next time.
    ofStream: async (stream) =>
      await unlessSound({ name: stream, head: await headOf(db, stream) }, () => looks.ofStream(stream)),
    ofProgramme: (programme) =>
      unlessSound({ name: `vouched ${programme}`, head: 0 }, () => looks.ofProgramme(programme)),
    ofLogs: async () => {
      const at = clock().getTime()
      if (at >= logs.until) {
        const found = await looks.ofLogs()
        logs = { found, until: at + (found.length === 0 ? dayMs : brokenMs) }
      }
      return logs.found
    },
  }
}
