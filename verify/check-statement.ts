import type { Believed } from './believed-keys.js'
import type { ReadState } from './check-state.js'
import { isInstant } from './entry.js'
import { fault } from './fault.js'
import type { Fault } from './fault.js'
import type { EvidenceManifest } from './evidence-manifest.js'
import { readNote, signedBy, valueOf } from './note.js'
import type { Checkpoint } from './note.js'
import { sha256 } from './tree.js'
import type { Files } from './zip.js'

interface Given {
  readonly files: Files
  readonly manifest: EvidenceManifest
  readonly last: Checkpoint
  readonly state: ReadState
  readonly believed: Believed
  readonly checkpoints: readonly Checkpoint[]
}

/**
 * Holds the file against what the signing side said it has to hold (`statement.txt`): its subject, the checkpoint it was made
 * under and those before it, where each stream ended, and the hash of the manifest. Returns the fingerprint of the true verifier.
 */
export function checkStatement(given: Given, found: (fault: Fault) => void): { readonly verifier?: string } {
  const { files, manifest, last, state, believed, checkpoints } = given
  const note = readNote(files.bytes('statement.txt')?.toString('utf8') ?? '')
  if (note === undefined) {
    found(absent)
    return {}
  }
  if (signedBy(note, believed.saying(last.size)).length === 0) found(unsigned)
  const lines = note.text.split('\n')
  const verifier = valueOf(lines[8], 'verifier')
  const all = sha256(...checkpoints.map(({ text }) => text)).toString('hex')
  const wanted = [
    'cornerstone evidence v1',
    `subject ${manifest.kind} ${manifest.subject}`,
    `origin ${last.origin}`,
    `size ${last.size}`,
    `root ${last.root.toString('base64')}`,
    `state ${last.stateRoot.toString('base64')}`,
    `checkpoints ${checkpoints.length} ${all}`,
    `manifest ${hexOf(files, 'manifest.json')}`,
    `verifier ${verifier}`,
    `time ${timeIn(lines[9])}`,
    ...state.own,
    '',
  ]
  const at = wanted.findIndex((line, number) => line !== lines[number])
  if (at >= 0 || lines.length !== wanted.length)
    found(otherwise({ says: lines[at] ?? '', is: wanted[at] ?? '', line: at < 0 ? wanted.length : at + 1 }))
  const own = hexOf(files, 'verify-evidence.mjs')
  if (own !== verifier) found(otherVerifier({ own, verifier }))
  return { verifier }
}

const timeIn = (line: string | undefined): string => {
  const time = valueOf(line, 'time')
  return isInstant(time) ? time : ''
}

const hexOf = (files: Files, name: string): string => sha256(files.bytes(name) ?? '').toString('hex')

const absent: Fault = fault('statement', {
  en: 'statement.txt is missing or damaged: nobody signed what this file has to hold.',
  'zh-CN': 'statement.txt 缺失或损坏：无人签署本文件应含的内容。',
})

const unsigned: Fault = fault('statement', {
  en: 'statement.txt bears no true signature of a key that is believed.',
  'zh-CN': 'statement.txt 没有可信密钥的有效签名。',
})

const otherwise = ({ says, is, line }: { says: string; is: string; line: number }): Fault =>
  fault('statement', {
    en: `The file is not the one that was signed for: line ${line} of statement.txt says "${shown(says)}", and the file "${shown(is)}".`,
    'zh-CN': `本文件与所签内容不符：statement.txt 第${line}行为“${shown(says)}”，而文件为“${shown(is)}”。`,
  })

const shown = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text)

const otherVerifier = ({ own, verifier }: { own: string; verifier: string }): Fault =>
  fault('statement', {
    en: `verify-evidence.mjs in the file (${own}) is not the verifier that was signed for (${verifier}): do not run it.`,
    'zh-CN': `文件内的 verify-evidence.mjs（${own}）并非所签的核验程序（${verifier}）：请勿运行。`,
  })
