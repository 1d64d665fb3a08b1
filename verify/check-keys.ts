import type { Believed } from './believed-keys.js'
import { fault } from './fault.js'
import type { Fault, Said } from './fault.js'
import { readCheckpoint, signedBy } from './note.js'
import type { Checkpoint, VerifierKey } from './note.js'

export interface Signed {
  readonly checkpoints: readonly Checkpoint[]
  readonly signatures: number
  /** The texts of the keys that are believed and have signed one of them. */
  readonly signed: ReadonlySet<string>
}

interface Given {
  readonly notes: readonly string[]
  readonly believed: Believed
}

/**
 * Checks the signature of every checkpoint, and that each follows the one before it; also that the list of keys is one chain, whoever
 * is believed.
 */
export function checkKeys({ notes, believed }: Given, found: (fault: Fault) => void): Signed {
  for (const line of believed.odd) found(odd(line))
  const checkpoints: Checkpoint[] = []
  const signed = new Set<string>()
  let [signatures, wayOut] = [0, wayOutOf(believed)]
  const foundOnce = ({ says, ...rest }: Fault): void => {
    found({ ...rest, says: { en: says.en + wayOut.en, 'zh-CN': says['zh-CN'] + wayOut['zh-CN'] } })
    wayOut = noWord
  }
  for (const [number, note] of notes.entries()) {
    const checkpoint = readCheckpoint(note)
    const last = checkpoints.at(-1)
    if (checkpoint === undefined) {
      found(unreadable(number + 1))
      continue
    }
    const signers = signedBy(checkpoint, believed.at(checkpoint.size))
    signatures += signers.length
    for (const { text } of signers) signed.add(text)
    if (signers.length === 0) foundOnce(unsigned(checkpoint))
    else if (!signers.some(({ name }) => name === checkpoint.origin)) foundOnce(otherOrigin(checkpoint, believed))
    if (last !== undefined && (checkpoint.size <= last.size || checkpoint.time < last.time))
      found(outOfOrder(checkpoint))
    checkpoints.push(checkpoint)
  }
  return { checkpoints, signatures, signed }
}

const noWord: Said = { en: '', 'zh-CN': '' }

/** What an auditor may do who gave one key of a log that has had several: the file itself says which vouches for which. */
const wayOutOf = ({ from, keys, vouched }: Believed): Said => {
  const isGiven = (key: VerifierKey) => keys.some(({ text }) => text === key.text)
  const [link] = vouched.filter(({ key, by }) => isGiven(key) !== isGiven(by))
  if (from !== 'given' || link === undefined) return noWord
  const [old, next] = [link.by.text, link.key.text]
  return {
    en: ` The file holds a note in which ${old} vouches for ${next}: if both are keys of this log, give all of them with --key, each asked for elsewhere than in this file.`,
    'zh-CN': `文件中有一份${old}为${next}担保的说明：若两者均为本日志的密钥，请用 --key 全部提供，且均须从本文件以外的来源取得。`,
  }
}

const odd = (line: string): Fault => {
  const shown = line.replaceAll('\n', ' ').slice(0, 120)
  return fault('keys', {
    en: `The keys in the file are no chain: "${shown}" is no key, or no key before it vouches for it.`,
    'zh-CN': `文件中的密钥不成链：“${shown}”不是密钥，或没有在先密钥为其担保。`,
  })
}

const unreadable = (number: number): Fault =>
  fault('keys', {
    en: `Checkpoint ${number} in checkpoints.ndjson has not the form of a signed checkpoint.`,
    'zh-CN': `checkpoints.ndjson 中第${number}个检查点不是已签名检查点的格式。`,
  })

const unsigned = ({ size, time, signatures }: Checkpoint): Fault => {
  const names = signatures.map(({ name, id }) => `${name}+${id}`).join(', ')
  return fault('keys', {
    en: `The checkpoint of ${size} entries (${time}) bears no true signature of a key that is believed; below it stands ${names}.`,
    'zh-CN': `${size}条记录的检查点（${time}）没有可信密钥的有效签名；其下署名为${names}。`,
  })
}

function otherOrigin(checkpoint: Checkpoint, { own, from }: Believed): Fault {
  const { size, origin } = checkpoint
  const [key] = signedBy(
    checkpoint,
    own.filter(({ name }) => name === origin),
  )
  if (key === undefined)
    return fault('keys', {
      en: `The checkpoint of ${size} entries is one of ${origin}, whose key has not signed it.`,
      'zh-CN': `${size}条记录的检查点属于${origin}，但该密钥未签名。`,
    })
  const isGiven = from === 'given'
  return fault('keys', {
    en: `The checkpoint of ${size} entries is one of ${origin}, whose key ${key.text} has signed it and is not among those ${isGiven ? 'you gave' : 'that are believed'}.`,
    'zh-CN': `${size}条记录的检查点属于${origin}，其密钥${key.text}已签名，但不在${isGiven ? '您所提供' : '所采信'}的密钥之列。`,
  })
}

const outOfOrder = ({ size, time }: Checkpoint): Fault =>
  fault('keys', {
    en: `The checkpoint of ${size} entries (${time}) does not follow the one before it in size and time.`,
    'zh-CN': `${size}条记录的检查点（${time}）在规模或时间上未接续前一个。`,
  })
