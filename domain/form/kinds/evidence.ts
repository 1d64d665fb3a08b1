import { every, inside, sound, wrong, type AnswerFault } from '../fault.js'
import type { FieldOf, ReferenceKind } from '../field.js'
import type { LocalText } from '../../locale.js'
import { mayTravel } from '../read-values.js'
import { isKeyed, keyed, listed, noOther, type KindOfField } from './kind.js'

const locator = /^[^\p{Cc}\p{Cf}]{1,60}$/u

/** One exhibit with where in it: a page, a sheet, a clause. */
const checkCited = (value: unknown): readonly AnswerFault[] => {
  if (!isKeyed(value)) return wrong('an exhibit by its id', '佐证材料编号')
  const { exhibit, at } = value
  return every(
    noOther(value, { known: ['exhibit', 'at'], needs: wrong('an exhibit and where in it', '佐证材料及其位置') }),
    typeof exhibit === 'string' && mayTravel(exhibit) ? sound : wrong('the id of an exhibit', '佐证材料编号'),
    at === undefined || (typeof at === 'string' && locator.test(at))
      ? sound
      : wrong('a place in the exhibit of at most 60 characters', '不超过60个字符的位置说明'),
  )
}

const checkMany = (
  value: unknown,
  { least, most, check }: { least: number; most: number; check: (one: unknown) => readonly AnswerFault[] },
): readonly AnswerFault[] => {
  if (!Array.isArray(value)) return wrong('a list', '列表')
  const given: readonly unknown[] = value
  return every(
    given.length < least ? wrong(`at least ${least}`, `至少${least}份`) : sound,
    given.length > most ? wrong(`at most ${most}`, `最多${most}份`) : sound,
    ...given.map((one, index) => inside({ code: String(index), label: nth(index) }, check(one))),
  )
}

const nth = (index: number): LocalText => ({ en: `No. ${index + 1}`, 'zh-CN': `第${index + 1}份` })

/** Exhibits that are not there: whoever takes an example over brings them first and puts their ids in. */
export const exampleCited = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ exhibit: `example-${index + 1}` }))

/** Papers that prove nothing by themselves. */
export const file: KindOfField<FieldOf<'file'>> = {
  check: (value, { least = 1, most = 20 }) => checkMany(value, { least, most, check: checkCited }),
  example: ({ least = 1 }) => exampleCited(least),
}

/** Exhibits that prove something, each with its place. Whether they are there, and of what class, is asked of the store. */
export const evidence: KindOfField<FieldOf<'evidence'>> = {
  check: (value, { most = 5 }) => checkMany(value, { least: 1, most, check: checkCited }),
  example: () => exampleCited(1),
}

/** The exhibits that an answer of any kind cites, by id. */
export const exhibitsCitedIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(exhibitsCitedIn)
  if (!isKeyed(value)) return []
  const { exhibit } = value
  return typeof exhibit === 'string' ? [exhibit] : Object.values(value).flatMap(exhibitsCitedIn)
}

const checkReference = (to: readonly ReferenceKind[]) => (value: unknown) => {
  const { kind, id } = keyed(value)
  const needs = wrong(`a ${to.join(' or ')} by its id`, `所引对象的编号`)
  return to.some((one) => one === kind) && typeof id === 'string' && mayTravel(id)
    ? noOther(keyed(value), { known: ['kind', 'id'], needs })
    : needs
}

/** An earlier paper, fact, finding or decision that is meant. */
export const reference: KindOfField<FieldOf<'reference'>> = {
  check: (value, { to, most = 1 }) => checkMany(value, { least: 1, most, check: checkReference(to) }),
  read: (value) =>
    listed(value).flatMap((one) => {
      const { id } = keyed(one)
      return typeof id === 'string' ? [id] : []
    }),
  checkRead: (value) =>
    Array.isArray(value) && value.every((id) => typeof id === 'string' && mayTravel(id)) ? sound : wrong('ids', '编号'),
  example: ({ to: [kind = 'paper'] }, number) => [{ kind, id: `${kind}-${number}` }],
}
