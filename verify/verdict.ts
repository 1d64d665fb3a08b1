import { believedKeys } from './believed-keys.js'
import type { Believed, KeysFrom } from './believed-keys.js'
import { checkBases } from './check-bases.js'
import { exhibitChecker } from './check-exhibits.js'
import { checkEntries } from './check-entries.js'
import type { Visit } from './check-entries.js'
import { checkKept } from './check-kept.js'
import type { KeptCheckpoint } from './kept-checkpoint.js'
import { checkKeys } from './check-keys.js'
import type { Signed } from './check-keys.js'
import { changedIn, checkManifest } from './check-manifest.js'
import { checkHistories, checkRules, documentChecker, rulesOf } from './check-papers.js'
import { checkProofs } from './check-proofs.js'
import { runChecker } from './check-runs.js'
import { checkState } from './check-state.js'
import { checkStatement } from './check-statement.js'
import { textChecker } from './check-texts.js'
import { versionChecker } from './check-versions.js'
import { checkTree } from './check-tree.js'
import type { ReadTree } from './check-tree.js'
import { checkWitnesses } from './check-witnesses.js'
import type { Cosigned } from './check-witnesses.js'
import { textOf } from './entry.js'
import { checkNames, fault } from './fault.js'
import type { CheckName, Fault } from './fault.js'
import { follower } from './follow-entries.js'
import type { KeptEntries } from './kept-entries.js'
import { formatIn, formatKnown, jsonLines, readManifest } from './manifest.js'
import type { EvidenceManifest } from './evidence-manifest.js'
import { readNote, signedBy } from './note.js'
import { linesOf } from './source.js'
import { sourceOf } from './zip.js'
import type { Files } from './zip.js'
import { defined } from './defined.js'

/** What the auditor brings from elsewhere. */
export interface Trust {
  readonly kept: readonly KeptCheckpoint[]
  readonly keys: readonly string[]
  /** The public keys of witnesses who must have cosigned the last checkpoint. */
  readonly witnesses?: readonly string[]
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
  readonly manifest?: EvidenceManifest
  /** The public keys whose signatures were believed. */
  readonly keys: readonly string[]
  /** Those of them that have signed neither a checkpoint of the file nor its statement; left out where there is none. */
  readonly unused?: readonly string[]
  /** Whether the auditor brought the first of them, or a note with it, or nobody but the file says so. */
  readonly keysFrom?: KeysFrom
  /** The SHA-256 of the verifier that was signed for. */
  readonly verifier?: string
  readonly last?: { readonly size: number; readonly root: string; readonly time: string }
  /** How far each witness whose key is known has cosigned. */
  readonly cosigned?: readonly Cosigned[]
  /** The true time stamps, where somebody checked them; this room does not. */
  readonly stamped?: readonly Stamped[]
}

/** A checkpoint that existed at a moment, on the word of a time-stamp authority. */
export interface Stamped {
  readonly size: number
  readonly at: string
  readonly authority: string
}

/** Whether it could not be read as an evidence file at all, so that nothing in it was checked. */
export const isUnreadable = ({ faults, figures }: Pick<Verdict, 'faults' | 'figures'>): boolean =>
  faults.length > 0 && figures['entries'] === undefined

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
  const [manifest, format] = [readManifest(files), formatIn(files)]
  if (manifest === undefined || format !== formatKnown) {
    found(format === undefined || format === formatKnown ? noEvidence : otherForm(format))
    return verdictOf({ faults, figures: {}, keys: [] })
  }
  const large = tooLarge(files)
  if (large !== undefined) {
    found(ofSize(large))
    return verdictOf({ faults, figures: {}, keys: [] })
  }
  for (const difference of jsonLines(files, 'differences.ndjson')) found(noted(textOf(difference, 'says')))
  const checked = checkAll({ files, manifest, trust }, found)
  return { ...verdictOf({ faults, ...checked }), manifest }
}

const mebibyte = 1024 * 1024
/** What is read as a whole is bounded: a million entries have some ten mebibytes of it. */
const mostBytes: Readonly<Record<string, number>> = {
  'keys.txt': mebibyte / 16,
  'key-notes.ndjson': mebibyte,
  'differences.ndjson': mebibyte,
  'statement.txt': 16 * mebibyte,
  'checkpoint.txt': mebibyte,
  'proofs.json': 64 * mebibyte,
  'checkpoints.ndjson': 64 * mebibyte,
  'histories.ndjson': 32 * mebibyte,
  'bases.ndjson': 32 * mebibyte,
  'erasures.ndjson': 64 * mebibyte,
  'exhibits.ndjson': 64 * mebibyte,
}

const tooLarge = (files: Files): string | undefined =>
  Object.keys(mostBytes).find((name) => sourceOf(files, name).length > (mostBytes[name] ?? 0))

interface Given {
  readonly files: Files
  readonly manifest: EvidenceManifest
  readonly trust: Trust
}

/** What people wrote, each for himself and both sides together. */
const wordsChecker = (files: Files, found: (fault: Fault) => void) => {
  const [texts, versions] = [textChecker(files, found), versionChecker(files, found)]
  const visit: Visit = (entry) => {
    texts.visit(entry)
    versions.visit(entry)
  }
  return { visit, end: (ended: Parameters<typeof texts.end>[0]) => ({ ...texts.end(ended), ...versions.end() }) }
}

const checkersOf = (files: Files, found: (fault: Fault) => void) => ({
  documents: documentChecker(files, found),
  exhibits: exhibitChecker(files, found),
  texts: wordsChecker(files, found),
  runs: runChecker(files, found),
})

function checkAll({ files, manifest, trust }: Given, found: (fault: Fault) => void) {
  const followed = trust.followsElsewhere === true ? undefined : follower(files, found)
  const { documents, exhibits, texts, runs } = checkersOf(files, found)
  const needed = new Set<string>()
  const noteRules: Visit = (entry) => {
    needed.add(entry.rulesVersion)
    if (entry.type === 'stage_entered') needed.add(rulesOf(entry))
  }
  const following = [followed?.visit, trust.visit].filter((visit) => visit !== undefined)
  const visitors = [...following, documents.visit, exhibits.visit, texts.visit, noteRules, runs.visit]
  const read = checkEntries(sourceOf(files, 'entries.ndjson'), { found, visitors })
  const { acts = 0 } = followed?.end() ?? {}
  const { entries, heads } = read
  const told = jsonLines(files, 'checkpoints.ndjson')
  const notes = told.map((line) => textOf(line, 'note'))
  const believed = believedIn({ files, trust }, found)
  const { checkpoints, signatures, signed } = checkKeys({ notes, believed }, found)
  const last = checkpoints.at(-1)
  const counts = { entries: entries.length, streams: heads.size, checkpoints: checkpoints.length }
  const figures: Record<string, number> = { ...counts, signatures }
  const keys = [...keyLinesIn(files), ...trust.keys]
  const { counts: witnessed, cosigned } = checkWitnesses({ told, keys, demanded: trust.witnesses ?? [] }, found)
  Object.assign(figures, witnessed)
  if (last === undefined) {
    found(noCheckpoint)
    return { figures, keys: [] }
  }
  const changed = changedIn({ files, manifest })
  const { origin, size, root, time } = last
  const tree = checkLog({ files, kept: trust.kept, changed, entries, believed, checkpoints }, found)
  const state = checkState({ state: sourceOf(files, 'state.txt'), last, manifest, heads }, found)
  checkBases({ files, heads }, found)
  figures['proofs'] = checkProofs({ proofs: files.bytes('proofs.json'), entries, tree, checkpoints }, found)
  figures['rules'] = checkRules({ files, state, needed }, found)
  const histories = { ...checkHistories({ files, state, heads }, found), ...runs.end(state) }
  Object.assign(figures, documents.end(), exhibits.end({ heads }), texts.end({ tree, last }), histories, { acts })
  const { verifier } = checkStatement({ files, manifest, last, state, believed, checkpoints }, found)
  checkManifest({ files, manifest, named: namedIn(files, documents.named), heads, origin, changed }, found)
  // Where its bytes are not those that were put in, that is told of the file, and nothing of the keys.
  if (!changed.has('checkpoint.txt') && bytesOf(files, 'checkpoint.txt').toString('utf8') !== notes.at(-1))
    found(otherLast)
  return {
    figures,
    keys: believed.keys.map(({ text }) => text),
    keysFrom: believed.from,
    ...defined({ verifier, unused: unusedOf(believed, { signed, files }) }),
    last: { size, root: root.toString('hex'), time },
    cosigned,
  }
}

/** Which of the keys that are believed have signed nothing here: of these it is not said that the file is signed with them. */
function unusedOf(
  { keys }: Believed,
  { signed, files }: { readonly signed: ReadonlySet<string>; readonly files: Files },
): readonly string[] | undefined {
  const statement = readNote(bytesOf(files, 'statement.txt').toString('utf8'))
  const left = keys.filter((key) => !signed.has(key.text) && (!statement || signedBy(statement, [key]).length === 0))
  return left.length === 0 ? undefined : left.map(({ text }) => text)
}

interface Log extends Pick<Signed, 'checkpoints'> {
  readonly files: Files
  readonly kept: Trust['kept']
  readonly changed: ReadonlySet<string>
  readonly entries: KeptEntries
  readonly believed: Believed
}

/** The entries in their order against every checkpoint, those of the file and those the auditor kept. */
function checkLog({ files, kept, changed: all, entries, ...signed }: Log, found: (fault: Fault) => void): ReadTree {
  const changed = ['entries.ndjson', 'tree.txt'].find((name) => all.has(name))
  const { checkpoints } = signed
  const sizes = kept.map(({ size }) => size)
  const tree = checkTree({ tree: sourceOf(files, 'tree.txt'), entries, checkpoints, sizes, changed }, found)
  checkKept({ kept, tree, changed, ...signed }, found)
  return tree
}

/** More keys than a log has in a lifetime, and few enough to try each. */
const mostKeys = 100

const keyLinesIn = (files: Files): readonly string[] => [...linesOf(bytesOf(files, 'keys.txt'))].slice(0, mostKeys)

function believedIn({ files, trust }: Pick<Given, 'files' | 'trust'>, found: (fault: Fault) => void): Believed {
  const lines = [...linesOf(bytesOf(files, 'keys.txt'))]
  const notes = jsonLines(files, 'key-notes.ndjson').map((line) => textOf(line, 'note'))
  if (lines.length > mostKeys || notes.length > mostKeys) found(tooManyKeys)
  const own = { lines: lines.slice(0, mostKeys), notes: notes.slice(0, mostKeys) }
  return believedKeys({ ...own, trusted: trust.keys, kept: trust.kept })
}

/** What lies in the file because something else names it. */
const namedIn = (files: Files, documents: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([
    ...documents,
    ...jsonLines(files, 'histories.ndjson').map((one) => `histories/${textOf(one, 'sha256')}.binpb`),
    // Each of them is held against the state.
    ...files.names.filter((name) => /^procedures\/.+\.json$/.test(name)),
  ])

const bytesOf = (files: Files, name: string): Buffer => files.bytes(name) ?? Buffer.alloc(0)

/** The verdict over faults, the first one in the order of the checks first. */
export function verdictOf<T extends Pick<Verdict, 'faults' | 'figures' | 'keys'>>(checked: T) {
  const order = Object.keys(checkNames)
  const faults = checked.faults.toSorted((one, other) => order.indexOf(one.check) - order.indexOf(other.check))
  const [first] = faults
  return { ...checked, faults, sound: first === undefined, ...defined({ first }) }
}

const noEvidence: Fault = fault('file', {
  en: 'manifest.json is missing or damaged: this is not an evidence file of Cornerstone. Hand in the file as it was given out, or ask for it anew.',
  'zh-CN': 'manifest.json 缺失或损坏：这不是 Cornerstone 的证据文件。请原样提供所收到的文件，或重新索取。',
})

const otherForm = (format: number): Fault =>
  fault('file', {
    en: `The file has form ${format}; this program reads form ${formatKnown}. Ask for the file anew, or take a program of its time.`,
    'zh-CN': `文件格式为${format}，本程序读取格式${formatKnown}。请重新索取文件，或使用相应时期的程序。`,
  })

const ofSize = (name: string): Fault =>
  fault('file', {
    en: `${name} is larger than in any evidence file.`,
    'zh-CN': `${name} 超过任何证据文件的大小。`,
  })

const otherLast: Fault = fault('keys', {
  en: 'checkpoint.txt is not the last of the checkpoints in checkpoints.ndjson.',
  'zh-CN': 'checkpoint.txt 不是 checkpoints.ndjson 中的最后一个检查点。',
})

const tooManyKeys: Fault = fault('keys', {
  en: `keys.txt or key-notes.ndjson holds more than ${mostKeys} lines.`,
  'zh-CN': `keys.txt 或 key-notes.ndjson 超过${mostKeys}行。`,
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
