import proto from '@temporalio/proto'
import type { HistoryReaders } from '../../db/reads/testimony.js'
import { soundBytes } from '../../documents/document-store.js'
import { isTheFile, liesWhole } from '../../exhibits/whole-file.js'
import { defined } from '../../domain/values/defined.js'
import type { ExhibitAtRest } from '../../db/reads/kept-documents.js'
import { isRunId } from '../../domain/ids.js'
import { factsOf } from '../../reconciliation/facts-of.js'
import type { RunFacts } from '../../reconciliation/run-facts.js'
import { actorHeader } from '../../workflows/messages.js'
import type { ApiParts } from '../parts.js'

const reading = { read: (data: Uint8Array): unknown => JSON.parse(Buffer.from(data).toString()), actorHeader }

const factsIn = (run: string, bytes: Uint8Array): RunFacts =>
  factsOf({ run, events: proto.temporal.api.history.v1.History.decode(bytes).events }, reading)

interface Reach extends Pick<ApiParts, 'temporal' | 'documents'> {
  readonly exhibits?: Pick<ApiParts['exhibits'], 'store'>
}

/**
 * Histories as the API reads them: through its own door, and from the copies in the document store. `whole`: files of exhibits
 * are read to their end; else it is looked whether they lie there with their length.
 */
export const historyReaders = (
  { temporal, documents, exhibits }: Reach,
  { whole = false }: { readonly whole?: boolean | undefined } = {},
): HistoryReaders => ({
  fromServer: async (place) => {
    if (place.run !== undefined && !isRunId(place.run)) return undefined
    const history = await temporal.historyOf(place)
    return history && factsIn(history.run, history.bytes)
  },
  runsOf: (place) => temporal.runsOf(place),
  streamsOf: (place) => temporal.streamsOf(place),
  ...defined({ isThere: exhibits && ((file: ExhibitAtRest) => (whole ? isTheFile : liesWhole)(exhibits.store, file)) }),
  isSound: async (sha256) => (await soundBytes(documents, sha256)) !== undefined,
  fromCopy: async ({ sha256, run }) => {
    const bytes = await soundBytes(documents, sha256)
    return bytes && factsIn(run, bytes)
  },
})
