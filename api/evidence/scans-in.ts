import { soundBytes } from '../../documents/document-store.js'
import { scanMediaOf, scanSuffixes } from '../../domain/scan.js'
import type { ApiParts } from '../parts.js'
import type { Gathered } from './gather.js'

interface Some {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly differences: readonly string[]
}

/** The scans that acts on paper rest on, refused ones as well; one that is damaged or gone is told and left out (R16). */
export async function scansIn({ documents }: Pick<ApiParts, 'documents'>, { entries }: Gathered): Promise<Some> {
  const files = new Map<string, Uint8Array>()
  const differences: string[] = []
  for (const { stream, seq, payload } of entries) {
    if (payload.type !== 'paper_entered') continue
    const { scan } = payload
    const bytes = await soundBytes(documents, scan)
    const media = bytes && scanMediaOf(bytes)
    if (bytes === undefined || media === undefined)
      differences.push(`scan ${scan} of entry ${seq} of ${stream} is damaged or gone from the document store.`)
    else files.set(`scans/${scan}.${scanSuffixes[media]}`, bytes)
  }
  return { files, differences }
}
