import type { X509Certificate } from 'node:crypto'
import { checkStamp } from '../../stamps/check-stamp.js'
import type { StampFault } from '../../stamps/stamp-fault.js'
import { listOf, textOf } from '../../verify/entry.js'
import { fault } from '../../verify/fault.js'
import type { Fault } from '../../verify/fault.js'
import { jsonLines } from '../../verify/manifest.js'
import { readCheckpoint } from '../../verify/note.js'
import type { Checkpoint } from '../../verify/note.js'
import { verdictOf } from '../../verify/verdict.js'
import type { Stamped, Verdict } from '../../verify/verdict.js'
import type { Files } from '../../verify/zip.js'
import { defined } from '../../domain/values/defined.js'

interface Given {
  readonly files: Files
  /** The certificates the auditor brings; with none, no stamp is looked at and the verdict stays as it is. */
  readonly authorities: readonly X509Certificate[]
}

/**
 * Adds to a verdict what the time stamps in the file prove, on the word of the authorities the auditor brings: one of theirs that is
 * false is a fault, those of others are counted as not checked, and there must be a true one at all.
 */
export function withStamps<V extends Verdict>(verdict: V, { files, authorities }: Given): Verdict {
  if (authorities.length === 0 || verdict.last === undefined) return verdict
  const faults: Fault[] = []
  const stamped: Stamped[] = []
  let others = 0
  for (const line of jsonLines(files, 'checkpoints.ndjson')) {
    const checkpoint = readCheckpoint(textOf(line, 'note'))
    if (checkpoint === undefined) continue
    const { text, size } = checkpoint
    for (const added of listOf(line, 'attestations').filter(({ kind }) => kind === 'rfc3161')) {
      const bytes = Buffer.from(textOf(added, 'body'), 'base64')
      const checked = checkStamp(bytes, { text, time: new Date(checkpoint.time), authorities })
      if ('fault' in checked) faults.push(untrue(checkpoint, { name: textOf(added, 'name'), says: checked.fault.says }))
      else if ('other' in checked) others += 1
      else stamped.push({ size, at: checked.at.toISOString(), authority: checked.authority })
    }
  }
  if (stamped.length === 0) faults.push(noneTrue)
  const { stamps: _, ...figures } = verdict.figures
  const counts = { stamped: stamped.length, ...defined({ othersStamps: others === 0 ? undefined : others }) }
  const checked = { faults: [...verdict.faults, ...faults], figures: { ...figures, ...counts }, stamped }
  return verdictOf({ ...verdict, ...checked })
}

const untrue = ({ size }: Checkpoint, { name, says }: { name: string; says: StampFault['says'] }): Fault =>
  fault('stamps', {
    en: `The time stamp of ${name} on the checkpoint of ${size} entries ${says.en}.`,
    'zh-CN': `${name}在${size}条记录的检查点上的时间戳${says['zh-CN']}。`,
  })

const noneTrue: Fault = fault('stamps', {
  en: 'No checkpoint in the file bears a true time stamp under the certificates you gave.',
  'zh-CN': '文件中没有检查点带有您所提供证书下的属实时间戳。',
})
