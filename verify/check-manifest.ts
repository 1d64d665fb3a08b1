import { fault } from './fault.js'
import type { Fault } from './fault.js'
import { isFields, readJson } from './entry.js'
import type { EvidenceManifest } from './evidence-manifest.js'
import { linesOf, piecesOf, windowOn } from './source.js'
import type { Source } from './source.js'
import { sha256, sha256Over } from './tree.js'
import { sourceOf } from './zip.js'
import type { Files } from './zip.js'

type Found = (fault: Fault) => void

/** What lies in every evidence file under its own name. */
const always = [
  'entries.ndjson',
  'entries.csv',
  'exceptions.csv',
  'tree.txt',
  'state.txt',
  'checkpoints.ndjson',
  'checkpoint.txt',
  'keys.txt',
  'key-notes.ndjson',
  'proofs.json',
  'texts.ndjson',
  'erasures.ndjson',
  'text-versions.ndjson',
  'bases.ndjson',
  'exhibits.ndjson',
  'histories.ndjson',
  'differences.ndjson',
  'README.txt',
  'verify-evidence.mjs',
  'report.en.pdf',
  'report.zh-CN.pdf',
]

/** The two files that cannot be named by the manifest: itself, and the statement that holds its hash. */
const unnamed = ['manifest.json', 'statement.txt']

interface Given {
  readonly files: Files
  readonly manifest: EvidenceManifest
  /** The files that entries, the state and the list of histories name. */
  readonly named: ReadonlySet<string>
  readonly heads: ReadonlyMap<string, unknown>
  /** Whose log the last checkpoint is of. */
  readonly origin: string
  /** The files that are not those whose hashes stand in the manifest. */
  readonly changed: ReadonlySet<string>
}

/** Which files are there and are not those whose hashes stand in the manifest. */
export function changedIn({ files, manifest }: Pick<Given, 'files' | 'manifest'>): ReadonlySet<string> {
  const hashOf = (name: string) => sha256Over(piecesOf(sourceOf(files, name))).toString('hex')
  const listed = files.names.filter((name) => manifest.files.has(name) && !unnamed.includes(name))
  return new Set(listed.filter((name) => hashOf(name) !== manifest.files.get(name)))
}

/**
 * That every file in the container is named by the manifest with its SHA-256, and none is missing; that nothing lies in it that an
 * evidence file does not hold or no entry names; and that each line of its lists can be read.
 */
export function checkManifest({ files, manifest, named, heads, origin, changed }: Given, found: Found): void {
  const streams = [...heads.keys()].toSorted()
  const isSame = streams.length === manifest.streams.length && streams.every((one, at) => one === manifest.streams[at])
  if (!isSame || manifest.origin !== origin) found(otherAbout)
  const inside = new Set(files.names)
  for (const name of always) if (!inside.has(name)) found(missing(name))
  for (const name of files.names) {
    const source = sourceOf(files, name)
    if (unnamed.includes(name)) continue
    const hash = manifest.files.get(name)
    if (hash === undefined) found(unlisted(name))
    else if (changed.has(name)) found(otherBytes(name, { isResaved: isResaved(source, hash) }))
    if (!always.includes(name) && !named.has(name)) found(unrelated(name))
    if (name.endsWith('.ndjson') && name !== 'entries.ndjson') checkLines({ name, source }, found)
  }
  for (const name of manifest.files.keys()) if (!inside.has(name)) found(missing(name))
}

/** The names of the fields in a line of each list; all of them are there, and no other. */
const fieldsOfLines: Readonly<Record<string, readonly string[]>> = {
  'checkpoints.ndjson': ['attestations', 'note'],
  'key-notes.ndjson': ['note'],
  'texts.ndjson': ['author', 'body', 'id', 'salt', 'stream'],
  'erasures.ndjson': ['entry', 'index', 'path'],
  'text-versions.ndjson': ['base', 'body', 'hash'],
  'bases.ndjson': ['base', 'closed', 'hash', 'seq', 'stage', 'status'],
  'exhibits.ndjson': [
    'base',
    'class',
    'classProposed',
    'code',
    'exhibit',
    'expiresOn',
    'kind',
    'media',
    'pages',
    'readers',
    'scan',
    'seq',
    'sha256',
    'size',
    'stage',
    'status',
    'successor',
  ],
  'histories.ndjson': ['events', 'run', 'sealed', 'sha256', 'stream'],
  'differences.ndjson': ['says'],
}

/** Each line is one object, written without white space, no name twice, and with the fields of its list. */
function checkLines({ name, source }: { name: string; source: Source }, found: Found): void {
  const fields = fieldsOfLines[name]?.join()
  let number = 0
  for (const line of linesOf(source)) {
    number += 1
    const value = readJson(line)
    const isForm = isFields(value) && JSON.stringify(value) === line && Object.keys(value).toSorted().join() === fields
    if (!isForm || !areAttestations(value['attestations'])) found(unreadable(name, number))
  }
  if (source.length > 0 && windowOn(source)(source.length - 1, 1)[0] !== 10) found(unreadable(name, number))
}

/** What outsiders added to a checkpoint is a list, which may be empty; other lists have none. */
const areAttestations = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) &&
    value.every((one) => isFields(one) && Object.keys(one).toSorted().join() === 'body,kind,name'))

const otherAbout: Fault = fault('manifest', {
  en: 'manifest.json names other streams or another log than the entries and checkpoints do.',
  'zh-CN': 'manifest.json 所列记录流或日志与记录及检查点不符。',
})

const missing = (name: string): Fault =>
  fault('manifest', { en: `${name} is missing from the file.`, 'zh-CN': `文件中缺少 ${name}。` })

const unlisted = (name: string): Fault =>
  fault('manifest', { en: `${name} is not named by manifest.json.`, 'zh-CN': `manifest.json 未列出 ${name}。` })

const otherBytes = (name: string, { isResaved: only }: { isResaved: boolean }): Fault =>
  fault('manifest', {
    en: `${name} is not the file whose hash stands in manifest.json${only ? ': only the ends of its lines, or a mark of its encoding, were changed, as an editor or a mail does' : ''}.`,
    'zh-CN': `${name} 与 manifest.json 所载哈希不符${only ? '：仅换行符或编码标记被更改，编辑器或邮件会造成此情形' : ''}。`,
  })

/** Larger texts are not looked at for what an editor did to them. */
const mostResaved = 16 * 1024 * 1024

/** Whether a text would have its hash with other ends of lines, or without a byte-order mark. */
function isResaved(source: Source, hash: string): boolean {
  if (source.length > mostResaved) return false
  const text = Buffer.from(windowOn(source)(0, source.length)).toString('utf8')
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  return [plain, plain.replaceAll('\n', '\r\n')].some((one) => sha256(one).toString('hex') === hash)
}

const unrelated = (name: string): Fault =>
  fault('manifest', {
    en: `${name} belongs to nothing in the file: no entry names it.`,
    'zh-CN': `${name} 与文件内容无关：没有记录提及它。`,
  })

const unreadable = (name: string, line: number): Fault =>
  fault('file', {
    en: `Line ${line} of ${name} cannot be read.`,
    'zh-CN': `${name} 第${line}行无法读取。`,
  })
