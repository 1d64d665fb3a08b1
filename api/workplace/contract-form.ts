import { z } from 'zod'
import type { FromPage } from '../../domain/form/posted.js'
import type { LocalText } from '../../domain/locale.js'
import type { AskedAs, AskedField, FieldChoice } from '../../web/work/contract-form.js'
import { fieldSays, fittingBranches } from '../contract/field-says.js'

/** What a page adds to a field of the contract: its label, and of what to choose where the contract takes any id. */
export interface FieldWords {
  readonly label: LocalText
  readonly hint?: LocalText
  readonly choices?: readonly FieldChoice[]
  /** A program may leave it out; on the page nothing comes of the act without it. */
  readonly isNeeded?: true
  /** What is said where that is left empty; left out: that it is missing. */
  readonly missing?: LocalText
}

/** A form that follows from the schema a program's body is read by: the fields named, in their order. */
export interface ContractForm<S extends z.ZodType> {
  readonly schema: S
  /** By where each stands in the body, such as `name/en` or `mandates/0/role`. */
  readonly fields: Readonly<Record<string, FieldWords>>
}

type Node = z.core.JSONSchema.BaseSchema

/**
 * The fields of a form as the contract has them: kind, length and whether one may be left out are read from the schema. Refuses, as a
 * defect, a field that the schema does not know.
 */
export const askedBy = <S extends z.ZodType>(
  { schema, fields }: ContractForm<S>,
  posted: FromPage = () => [],
): readonly AskedField[] => {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.entries(fields).map(([name, words]) => {
    const { node, isOptional } = placeIn(root, name)
    const as = words.choices === undefined ? kindOf(node) : 'choice'
    const typed = posted(name).flatMap((text) => (text.trim() === '' ? [] : [text.replaceAll('\r\n', '\n').trim()]))
    const most = typeof node.maxLength === 'number' ? node.maxLength : undefined
    return {
      name,
      as,
      isOptional: isOptional && words.isNeeded !== true,
      most,
      typed,
      label: words.label,
      hint: words.hint,
      isNumber: isNumber(node),
      choices: words.choices ?? choicesOf(node),
      faults: [],
    }
  })
}

interface Placed {
  readonly node: Node
  readonly isOptional: boolean
}

const placeIn = (root: Node, name: string): Placed =>
  name.split('/').reduce<Placed>(
    ({ node, isOptional }, part) => {
      const inner = partOf(resolved(node, root), { part, root })
      if (inner === undefined) throw new Error(`The contract has no field ${name}.`)
      return { node: resolved(inner.node, root), isOptional: isOptional || inner.isOptional }
    },
    { node: root, isOptional: false },
  )

const partOf = (node: Node, { part, root }: { readonly part: string; readonly root: Node }): Placed | undefined => {
  const { items } = node
  if (isIndex(part) && items !== undefined && !Array.isArray(items) && isNode(items))
    return { node: items, isOptional: false }
  const own = node.properties?.[part]
  if (own !== undefined && isNode(own)) return { node: own, isOptional: node.required?.includes(part) !== true }
  return (node.anyOf ?? [])
    .filter(isNode)
    .map((branch) => partOf(resolved(branch, root), { part, root }))
    .find((found) => found !== undefined)
}

const isNode = (value: Node | boolean): value is Node => typeof value !== 'boolean'
const isIndex = (part: string): boolean => /^\d+$/.test(part)

const resolved = (node: Node, root: Node): Node => {
  const [, id] = /^#\/\$defs\/(.+)$/.exec(node.$ref ?? '') ?? []
  const found = id === undefined ? undefined : root.$defs?.[id]
  return found === undefined ? node : resolved(found, root)
}

const linesFrom = 300

const kindOf = (node: Node): AskedAs => {
  const { type, format, items, anyOf, maxLength } = node
  if (node.enum !== undefined) return 'choice'
  if (type === 'boolean') return 'tick'
  if (isNumber(node)) return 'number'
  if (type === 'array')
    return items !== undefined && !Array.isArray(items) && isNode(items) && items.enum !== undefined
      ? 'choices'
      : 'list'
  const formats = [format, ...(anyOf ?? []).flatMap((one) => (isNode(one) ? [one.format] : []))]
  if (formats.includes('date')) return 'date'
  if (format === 'email') return 'email'
  return typeof maxLength === 'number' && maxLength > linesFrom ? 'lines' : 'line'
}

/** Whether what is chosen is a number, as each of some numbers is. */
const isNumber = ({ type, anyOf }: Node): boolean =>
  type === 'number' || type === 'integer' || (anyOf !== undefined && anyOf.every((one) => isNode(one) && isNumber(one)))

/** Codes of the contract for which nobody has words stand for themselves. */
const choicesOf = ({ enum: codes, items }: Node): readonly FieldChoice[] => {
  const of = codes ?? (items !== undefined && !Array.isArray(items) && isNode(items) ? items.enum : undefined) ?? []
  return of.map((code) => ({ code: String(code), label: { en: String(code), 'zh-CN': String(code) } }))
}

/** What a page sent, as the contract reads it, or what does not fit, each at its field. */
export interface ReadOnPage<S extends z.ZodType> {
  /** Undefined: something does not fit. */
  readonly read: z.output<S> | undefined
  readonly fields: readonly AskedField[]
  /** What does not fit and belongs to no field of the page. */
  readonly others: readonly LocalText[]
}

/** Reads a form by the very schema a program's body is read by. */
export const readOnPage = <S extends z.ZodType>(form: ContractForm<S>, posted: FromPage): ReadOnPage<S> => {
  const fields = askedBy(form, posted)
  const { data, error } = form.schema.safeParse(bodyOf(fields))
  const empty = fields.filter(({ name, typed }) => form.fields[name]?.isNeeded === true && typed.length === 0)
  if (error === undefined && empty.length === 0) return { read: data, fields, others: [] }
  const faults = [
    ...empty.map(({ name }) => ({ at: name, says: form.fields[name]?.missing ?? missing })),
    ...(error?.issues ?? [])
      .flatMap(inItsForm)
      .map((issue) => ({ at: issue.path.join('/'), says: fieldSays({ ...issue }) })),
  ]
  const placed = faults.map(({ at, says }) => ({ says, name: fieldAt(fields, at)?.name }))
  return {
    read: undefined,
    fields: fields.map((field) => ({
      ...field,
      faults: saidAt(
        field,
        placed.filter(({ name }) => name === field.name).map(({ says }) => says),
      ),
    })),
    others: placed.filter(({ name }) => name === undefined).map(({ says }) => says),
  }
}

/** Where one of several forms alone takes what was typed, its faults stand each at its own field. */
const inItsForm = (issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] => {
  if (issue.code !== 'invalid_union') return [issue]
  const [only, ...others] = fittingBranches(issue.errors)
  if (only === undefined || others.length > 0) return [issue]
  return only.flatMap((inner) => inItsForm({ ...inner, path: [...issue.path, ...inner.path] }))
}

const missing: LocalText = { en: 'is missing', 'zh-CN': '未填写' }
const chooseOne: LocalText = { en: 'choose one of them', 'zh-CN': '请选择其中一项' }

/** Where one chooses, the codes of all choices say nothing to a reader; the same is said once. */
const saidAt = ({ as }: AskedField, faults: readonly LocalText[]): readonly LocalText[] =>
  faults.length === 0 ? [] : as === 'choice' ? [chooseOne] : faults.slice(0, 1)

/** A fault of a group stands at the first of its fields. */
const fieldAt = (fields: readonly AskedField[], at: string): AskedField | undefined =>
  fields.find(({ name }) => name === at || at.startsWith(`${name}/`)) ??
  (at === '' ? undefined : fields.find(({ name }) => name.startsWith(`${at}/`)))

const bodyOf = (fields: readonly AskedField[]): unknown =>
  nested(
    fields.flatMap((field) => {
      const value = valueOf(field)
      return value === undefined ? [] : [{ at: field.name.split('/'), value }]
    }),
  )

const valueOf = ({ as, typed, isNumber: counts }: AskedField): unknown => {
  const [first] = typed
  if (first === undefined) return undefined
  if (counts) return Number.isFinite(Number(first)) ? Number(first) : first
  switch (as) {
    case 'tick':
      return true
    case 'choices':
      return [...typed]
    case 'list':
      return first.split(/[\s,，、]+/).filter((one) => one !== '')
    case 'number':
    case 'line':
    case 'lines':
    case 'date':
    case 'email':
    case 'choice':
      return first
  }
}

interface Leaf {
  readonly at: readonly string[]
  readonly value: unknown
}

const nested = (leaves: readonly Leaf[]): unknown => {
  const heads = [...new Set(leaves.flatMap(({ at: [head] }) => head ?? []))]
  const inner = (head: string): unknown => {
    const below = leaves.filter(({ at }) => at[0] === head).map(({ at, value }) => ({ at: at.slice(1), value }))
    const [only] = below
    return only !== undefined && only.at.length === 0 ? only.value : nested(below)
  }
  return heads.length > 0 && heads.every(isIndex)
    ? heads.map(inner)
    : Object.fromEntries(heads.map((head) => [head, inner(head)]))
}
