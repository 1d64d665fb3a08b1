import { checkFilled } from '../../domain/form/check.js'
import { holds } from '../../domain/form/condition.js'
import type { AnswerFault } from '../../domain/form/fault.js'
import type { Choice, FieldOf, FormField, TableField } from '../../domain/form/field.js'
import type { FormAnswers, Form } from '../../domain/form/form.js'
import { fitInWords } from '../../domain/form/in-words.js'
import { cutOffs } from '../../domain/form/kinds/fact.js'
import { cells, checkAnswer } from '../../domain/form/kinds/kinds.js'
import { isKeyed, keyed, listed } from '../../domain/form/kinds/kind.js'
import { organisationKinds } from '../../domain/form/kinds/parties.js'
import { readFilled } from '../../domain/form/read.js'
import { factNatures } from '../../domain/form/read-values.js'
import type { ThingThere } from '../../domain/follow-up/thing-there.js'
import type { LocalText } from '../../domain/locale.js'
import { spoken, told } from '../tongue.js'
import { typedAnswer } from '../../domain/form/typed.js'

/** Where questions go and answers come from, a line each, and what can be pointed at. */
export interface Talk {
  readonly things?: readonly ThingThere[]
  readonly say: (line: string) => void
  /** What was typed; undefined once nothing more comes. */
  readonly hear: (question: string) => Promise<string | undefined>
}

/** What is asked, what stands already, and whom. */
interface Asking {
  readonly option: string
  readonly prefilled: FormAnswers
  readonly talk: Talk
  /** Takes what was answered so far each time something was typed, so that it is there when the line breaks off. */
  readonly keep?: (answers: FormAnswers) => Promise<unknown>
}

/** Nothing more was typed while there were questions left. */
export class NobodyAnswers extends Error {
  override readonly name = 'NobodyAnswers'
}

/**
 * Asks for a form field by field, as far as the option and the answers so far ask for it; what does not fit is said and asked
 * again. An empty line confirms what stands already, or leaves out what may be left out.
 */
export const askForm = async (form: Form, { option, prefilled, talk, keep }: Asking): Promise<FormAnswers> => {
  let answers: FormAnswers = {}
  for (const field of form.fields) {
    if (!holds(field.asked, { option, read: readFilled(form, { option, answers }) })) continue
    const standing = prefilled[field.code]
    const answer = await askField(field, { standing, talk })
    if (answer === undefined) continue
    answers = { ...answers, [field.code]: answer }
    if (answer !== standing) await keep?.(answers)
  }
  for (const fault of checkFilled(form, { option, answers })) talk.say(faultLine(fault))
  return answers
}

interface AskingField {
  readonly standing?: unknown
  readonly talk: Talk
}

const askField = async (field: FormField, { standing, talk }: AskingField): Promise<unknown> => {
  talk.say('')
  talk.say(`${told(field.label)}${field.optional === true ? told(mayBeLeft) : ''} — ${fitInWords(field, spoken())}`)
  if (field.hint !== undefined) talk.say(told(field.hint))
  if (field.kind === 'table' && field.about?.every !== undefined && Array.isArray(standing))
    return await askTable(field, { talk, standing: standing.map(keyed) })
  if (field.kind === 'checklist') return await askChecklist(field, { talk, standing: keyed(standing) })
  if (standing !== undefined) talk.say(`${told(standsAlready)} ${JSON.stringify(standing)}`)
  for (;;) {
    const answer = await askKind(field, talk)
    if (answer === undefined && standing !== undefined) return standing
    if (answer === undefined && field.optional === true) return undefined
    const faults = answer === undefined ? mustBeAnswered : checkAnswer(answer, field)
    if (faults.length === 0) return answer
    for (const fault of faults) talk.say(faultLine(fault))
  }
}

const mayBeLeft: LocalText = { en: ' (may be left empty)', 'zh-CN': '（可不填）' }
const standsAlready: LocalText = {
  en: 'Stands already; an empty line keeps it:',
  'zh-CN': '已有内容，直接回车即保留：',
}
const mustBeAnswered: readonly AnswerFault[] = [{ at: [], labels: [], needs: { en: 'an answer', 'zh-CN': '须填写' } }]

const faultLine = ({ labels, needs }: AnswerFault): string =>
  `  ${spoken() === 'en' ? 'wanted' : '要求'}: ${[...labels.map(told), told(needs)].join(' › ')}`

const heard = async (talk: Talk, question: string): Promise<string> => {
  const line = await talk.hear(`${question}> `)
  if (line === undefined) throw new NobodyAnswers()
  return line.trim()
}

/** One answer, however many lines its kind takes; undefined for an empty line. */
const askKind = async (field: FormField, talk: Talk): Promise<unknown> => {
  if (field.kind === 'text' && field.both === true) return await askBoth(talk)
  if (field.kind === 'place') return await askPlace(talk)
  if (field.kind === 'fact') return await askFact(talk)
  if (field.kind === 'table') return await askTable(field, { talk })
  if (field.kind === 'reference') return await askReference(field, talk)
  if (field.kind === 'choice' || field.kind === 'choices') listChoices(field.choices, talk)
  const isParty = field.kind === 'person' || field.kind === 'organisation'
  const line = await heard(talk, isParty ? told(byIdOrNew) : '')
  if (line === '') return undefined
  return isParty && line === '+' ? await askParty(field.kind, talk) : typedAnswer(line, field)
}

const byIdOrNew: LocalText = { en: 'id, or + for one without', 'zh-CN': '编号；无编号请输入 +' }

const listChoices = (choices: readonly Choice[], { say }: Talk): void => {
  for (const [index, { label }] of choices.entries()) say(`  ${index + 1}  ${told(label)}`)
}

const askBoth = async (talk: Talk): Promise<unknown> => {
  const en = await heard(talk, 'English')
  if (en === '') return undefined
  return { en, 'zh-CN': await heard(talk, '中文') }
}

const askPlace = async (talk: Talk): Promise<unknown> => {
  const code = await heard(talk, spoken() === 'en' ? 'ISO 3166-2 code' : 'ISO 3166-2 代码')
  return code === '' ? undefined : { code, name: await askBoth(talk) }
}

const askFact = async (talk: Talk): Promise<unknown> => {
  const value = await heard(talk, spoken() === 'en' ? 'value' : '数值')
  if (value === '') return undefined
  return {
    value: Number(value),
    year: Number(await heard(talk, spoken() === 'en' ? 'year' : '年份')),
    cutOff: await heard(talk, cutOffs.join(' / ')),
    nature: await heard(talk, factNatures.join(' / ')),
    class: Number(await heard(talk, spoken() === 'en' ? 'evidence class 1–5' : '证据等级 1–5')),
  }
}

/** Somebody who is not in the register: by name, office and where that is. */
const askParty = async (kind: 'person' | 'organisation', talk: Talk): Promise<unknown> => {
  if (kind === 'person') {
    const name = await heard(talk, spoken() === 'en' ? 'name' : '姓名')
    const organisation = await heard(talk, spoken() === 'en' ? 'organisation' : '单位')
    return { name, organisation, position: await askBoth(talk) }
  }
  const name = await askBoth(talk)
  return {
    name,
    kind: await heard(talk, organisationKinds.join(' / ')),
    country: await heard(talk, spoken() === 'en' ? 'country, two letters' : '国家代码（两个字母）'),
  }
}

interface AskingItems {
  readonly talk: Talk
  /** The items of which something stands already: an empty line keeps it. */
  readonly standing: Readonly<Record<string, unknown>>
}

const askChecklist = async (field: FieldOf<'checklist'>, { talk, standing }: AskingItems): Promise<unknown> => {
  listChoices(field.results, talk)
  const given: [string, object][] = []
  for (const item of field.items) {
    const before = standing[item.code]
    const stands = field.results.find(({ code }) => code === keyed(before)['result'])
    const line = await heard(talk, `${told(item.label)}${stands === undefined ? '' : ` [${told(stands.label)}]`}`)
    if (line === '' && isKeyed(before)) {
      given.push([item.code, before])
      continue
    }
    const result = typedAnswer(line, { ...field, kind: 'choice', choices: field.results })
    const isResult = (results: readonly string[] = []) => typeof result === 'string' && results.includes(result)
    const remark = isResult(field.remarks) ? { remark: await heard(talk, spoken() === 'en' ? 'remark' : '说明') } : {}
    const proofs = isResult(field.proofs) ? await heard(talk, spoken() === 'en' ? 'evidence' : '佐证材料') : undefined
    const evidence = proofs === undefined ? {} : { evidence: typedAnswer(proofs, { ...field, kind: 'evidence' }) }
    given.push([item.code, { result, ...remark, ...evidence }])
  }
  return Object.fromEntries(given)
}

/** By its number in the list, or by its id. */
const askReference = async (field: FieldOf<'reference'>, talk: Talk): Promise<unknown> => {
  const things = (talk.things ?? []).filter(({ kind }) => field.to.some((one) => one === kind))
  listChoices(
    things.map(({ id, label }) => ({
      code: id,
      label: { en: `${label.en} (${id})`, 'zh-CN': `${label['zh-CN']}（${id}）` },
    })),
    talk,
  )
  const line = await heard(talk, '')
  if (line === '') return undefined
  const named = line.split(/[,，、]/).map((one) => one.trim())
  return named.flatMap((one) => {
    const thing = things.find(({ id }, index) => id === one || String(index + 1) === one)
    return thing === undefined ? typedAnswer(one, field) : [{ kind: thing.kind, id: thing.id }]
  })
}

interface AskingTable {
  readonly talk: Talk
  /** Rows that are asked for, each with what it is about. */
  readonly standing?: readonly Readonly<Record<string, unknown>>[]
}

const askTable = async (field: TableField, { talk, standing = [] }: AskingTable): Promise<unknown> => {
  const rows: object[] = []
  for (const begun of standing) rows.push(await askRow(field, { number: rows.length + 1, talk, begun }))
  while (rows.length < field.most) {
    const isWanted = rows.length < (field.least ?? 1)
    if (!isWanted && !/^(y|yes|是)$/i.test(await heard(talk, told(anotherRow)))) break
    rows.push(await askRow(field, { number: rows.length + 1, talk }))
  }
  return rows.length === 0 ? undefined : rows
}

/** What a row is about, in its words where they are known. */
const begunWith = (value: unknown, { things = [] }: Talk): string =>
  listed(value)
    .map((one) => {
      const id = String(keyed(one)['id'])
      const thing = things.find((other) => other.id === id)
      return thing === undefined ? id : `${told(thing.label)} (${id})`
    })
    .join('; ')

const anotherRow: LocalText = { en: 'another row? y/n', 'zh-CN': '再填一行？是/否' }

interface AskingRow {
  readonly number: number
  readonly talk: Talk
  readonly begun?: Readonly<Record<string, unknown>>
}

const askRow = async ({ columns }: TableField, { number, talk, begun }: AskingRow): Promise<object> => {
  talk.say(spoken() === 'en' ? `Row ${number}` : `第${number}行`)
  let row: Readonly<Record<string, unknown>> = { id: `r${number}`, ...begun }
  for (const column of columns) {
    if (row[column.code] !== undefined) {
      talk.say(`${told(column.label)}: ${begunWith(row[column.code], talk)}`)
      continue
    }
    const read = Object.fromEntries(
      columns.flatMap((one) => {
        const value = row[one.code] === undefined ? undefined : cells.read(row[one.code], one)
        return value === undefined ? [] : [[one.code, value]]
      }),
    )
    if (!holds(column.asked, { option: '', read })) continue
    const answer = await askField(column, { talk })
    if (answer !== undefined) row = { ...row, [column.code]: answer }
  }
  return row
}
