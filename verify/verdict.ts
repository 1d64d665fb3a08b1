import { checkEntries } from './check-entries.js'
import type { Visit } from './check-entries.js'
import { checkKept } from './check-kept.js'
import type { Kept } from './check-kept.js'
import { checkKeys } from './check-keys.js'
import { checkHistories, checkRules, documentChecker, rulesOf } from './check-papers.js'
import { checkProofs } from './check-proofs.js'
import { runChecker } from './check-runs.js'
import { checkState } from './check-state.js'
import { checkTree } from './check-tree.js'
import { checkWitnesses } from './check-witnesses.js'
import { textOf } from './entry.js'
import { checkNames, fault } from './fault.js'
import type { CheckName, Fault } from './fault.js'
import { follower } from './follow-entries.js'
import { formatKnown, jsonLines, readManifest } from './manifest.js'
import type { Manifest } from './manifest.js'
import type { Files } from './zip.js'

/** What the auditor brings from elsewhere. */
export interface Trust {
  readonly kept: readonly Kept[]
  readonly keys: readonly string[]
  /** Shown every entry that could be read, in the order of the log. */
  readonly visit?: Visit
  /** Whoever follows the order of steps and the table in another thread at the same time has them left out here. */
  readonly followsElsewhere?: boolean
}

export interface Verdict {
  readonly sound: boolean
  /** The first bad item, in the order of the checks. */
  readonly first?: Fault
  readonly faults: readonly Fault[]
  readonly figures: Readonly<Record<string, number>>
  readonly manifest?: Manifest
  /** The public keys whose signatures were believed. */
  readonly keys: readonly string[]
  readonly last?: { readonly size: number; readonly root: string; readonly time: string }
}

/** Enough to see what kind of harm was done; the rest is counted. */
const toldOfEach = 20

/** Computes everything in an evidence file again and says what does not fit. Reads nothing but the file. */
export function verifyEvidence(files: Files, trust: Trust): Verdict {
  const faults: Fault[] = []
  const counted = new Map<CheckName, number>()
  const found = (one: Fault): void => {
    const count = (counted.get(one.check) ?? 0) + 1
    counted.set(one.check, count)
    if (count <= toldOfEach) faults.push(one)
  }
  const manifest = readManifest(files)
  if (manifest === undefined || manifest.format > formatKnown) {
    found(manifest === undefined ? noEvidence : newer(manifest.format))
    return verdictOf({ faults, figures: {}, keys: [] })
  }
  for (const difference of jsonLines(files, 'differences.ndjson')) found(noted(textOf(difference, 'says')))
  const checked = checkAll({ files, manifest, trust }, found)
  return { ...verdictOf({ faults, ...checked }), manifest }
}

interface Given {
  readonly files: Files
  readonly manifest: Manifest
  readonly trust: Trust
}

function checkAll({ files, manifest, trust }: Given, found: (fault: Fault) => void) {
  const followed = trust.followsElsewhere === true ? undefined : follower(files, found)
  const documents = documentChecker(files, found)
  const needed = new Set<string>()
  const noteRules: Visit = (entry) => {
    needed.add(entry.rulesVersion)
    if (entry.type === 'stage_entered') needed.add(rulesOf(entry))
  }
  const runs = runChecker(files, found)
  const following = [followed?.visit, trust.visit].filter((visit) => visit !== undefined)
  const visitors = [...following, documents.visit, noteRules, runs.visit]
  const read = checkEntries(bytesOf(files, 'entries.ndjson'), { found, visitors })
  const { acts = 0 } = followed?.end() ?? {}
  const { entries } = read
  const told = jsonLines(files, 'checkpoints.ndjson')
  const notes = told.map((line) => textOf(line, 'note'))
  const keys = (files.bytes('keys.txt')?.toString('utf8') ?? '').split('\n').filter((line) => line !== '')
  const signed = checkKeys({ notes, keys, trusted: trust.keys }, found)
  const { checkpoints, accepted } = signed
  const last = checkpoints.at(-1)
  const counts = { entries: entries.length, streams: read.heads.size, checkpoints: checkpoints.length }
  const figures: Record<string, number> = { ...counts, signatures: signed.signatures }
  Object.assign(figures, checkWitnesses({ told, keys: [...keys, ...trust.keys] }, found))
  if (last === undefined) {
    found(noCheckpoint)
    return { figures, keys: [] }
  }
  const sizes = trust.kept.map(({ size }) => size)
  const tree = checkTree({ tree: bytesOf(files, 'tree.txt'), entries, checkpoints, sizes }, found)
  checkKept({ kept: trust.kept, tree, keys: accepted }, found)
  const state = checkState({ state: bytesOf(files, 'state.txt'), last, manifest, heads: read.heads }, found)
  figures['proofs'] = checkProofs({ proofs: files.bytes('proofs.json'), entries, tree, checkpoints }, found)
  figures['rules'] = checkRules({ files, state, needed }, found)
  const histories = { ...checkHistories({ files, state }, found), ...runs.end(state) }
  Object.assign(figures, documents.end(), histories, { acts })
  const { size, root, time } = last
  return { figures, keys: accepted.map(({ text }) => text), last: { size, root: root.toString('hex'), time } }
}

const bytesOf = (files: Files, name: string): Buffer => files.bytes(name) ?? Buffer.alloc(0)

/** The verdict over faults, the first one in the order of the checks first. */
export function verdictOf<T extends Pick<Verdict, 'faults' | 'figures' | 'keys'>>(checked: T) {
  const order = Object.keys(checkNames)
  const faults = checked.faults.toSorted((one, other) => order.indexOf(one.check) - order.indexOf(other.check))
  const [first] = faults
  return { ...checked, faults, sound: first === undefined, ...(first === undefined ? {} : { first }) }
}

const noEvidence: Fault = fault('file', {
  en: 'manifest.json is missing or damaged: this is not an evidence file of Cornerstone.',
  'zh-CN': 'manifest.json 缺失或损坏：这不是 Cornerstone 的证据文件。',
})

const newer = (format: number): Fault =>
  fault('file', {
    en: `The file has form ${format}, which is newer than this program knows (${formatKnown}). Use the program inside the file.`,
    'zh-CN': `文件格式${format}比本程序所知（${formatKnown}）更新。请使用文件内附的程序。`,
  })

const noCheckpoint: Fault = fault('keys', {
  en: 'There is no signed checkpoint in the file, so nothing in it is proved.',
  'zh-CN': '文件中没有已签名的检查点，因此其内容均未得到证明。',
})

const noted = (says: string): Fault =>
  fault('file', {
    en: `When the file was made, the installation found: ${says}`,
    'zh-CN': `制作文件时，系统发现：${says}`,
  })
