import { every, inside, sound, wrong, type AnswerFault } from '../fault.js'
import type { FieldOf } from '../field.js'
import type { LocalText } from '../../locale.js'
import { mayTravel } from '../read-values.js'
import { isKeyed, keyed, noOther, type KindOfField } from './kind.js'
import { text } from './text.js'

/** A line of a card: what it is called, and whether it may be left out. */
interface Line {
  readonly label: LocalText
  readonly most: number
  readonly optional?: true
  readonly both?: true
}
type Card = Readonly<Record<string, Line>>

export const personCard: Card = {
  name: { label: { en: 'Name', 'zh-CN': '姓名' }, most: 60 },
  latin: { label: { en: 'Name in Latin letters', 'zh-CN': '姓名（拉丁字母）' }, most: 60, optional: true },
  position: { label: { en: 'Position', 'zh-CN': '职务' }, most: 80, both: true },
  organisation: { label: { en: 'Organisation', 'zh-CN': '单位' }, most: 120 },
  mail: { label: { en: 'Office mail', 'zh-CN': '办公邮箱' }, most: 120, optional: true },
  phone: { label: { en: 'Office phone', 'zh-CN': '办公电话' }, most: 40, optional: true },
}

/** What kind of body an organisation is. */
export const organisationKinds = [
  'authority',
  'public_institution',
  'association',
  'non_profit',
  'firm',
  'university',
  'finance',
  'foreign',
] as const

export const organisationCard: Card = {
  name: { label: { en: 'Legal name', 'zh-CN': '法定名称' }, most: 120, both: true },
  register: { label: { en: 'Register number', 'zh-CN': '登记号' }, most: 40, optional: true },
  seat: { label: { en: 'Seat', 'zh-CN': '住所' }, most: 120, optional: true },
}

export const placeCard: Card = {
  name: { label: { en: 'Name of the place', 'zh-CN': '地点名称' }, most: 80, both: true },
  local: { label: { en: 'Local code', 'zh-CN': '行政区划代码' }, most: 20, optional: true },
}

const checkCard = (value: Readonly<Record<string, unknown>>, card: Card): readonly AnswerFault[] =>
  Object.entries(card).flatMap(([code, line]) => {
    const given = value[code]
    if (given === undefined && line.optional === true) return sound
    return inside({ code, label: line.label }, checkLine(given, line))
  })

const checkLine = (given: unknown, { label, most, both }: Line): readonly AnswerFault[] => {
  const line = { code: 'line', kind: 'text', lines: 'one', label, most } as const
  return text.check(given, both === true ? { ...line, both } : line)
}

const noMore = (value: Readonly<Record<string, unknown>>, known: readonly string[]): readonly AnswerFault[] =>
  noOther(value, { known: known, needs: wrong('only what the form asks for', '仅限表格所列内容') })

/** Somebody of the register is named by the id alone. */
const registered = (value: unknown): string | undefined => {
  const { id, ...rest } = keyed(value)
  return typeof id === 'string' && Object.keys(rest).length === 0 ? id : undefined
}

const checkId = (id: unknown): readonly AnswerFault[] =>
  typeof id === 'string' && mayTravel(id) ? sound : wrong('an id of the register', '登记册中的编号')

/** Somebody: by id where registered, else by name and office; never an identity number or a birth date. */
export const person: KindOfField<FieldOf<'person'>> = {
  check: (value) => {
    if (!isKeyed(value))
      return wrong('a person by id, or by name, position and organisation', '人员编号，或姓名、职务和单位')
    if ('id' in value) return every(checkId(value['id']), noMore(value, ['id']))
    return every(noMore(value, Object.keys(personCard)), checkCard(value, personCard))
  },
  read: (value) => registered(value),
  checkRead: checkId,
  example: (_, nth) => ({
    name: `Rehearsal Person ${nth}`,
    position: { en: 'Officer', 'zh-CN': '工作人员' },
    organisation: 'Invented office',
  }),
}

const checkOrganisation = (value: unknown): readonly AnswerFault[] => {
  if (!isKeyed(value))
    return wrong('an organisation by id, or by name, kind and country', '机构编号，或名称、类型和国家')
  if ('id' in value) return every(checkId(value['id']), noMore(value, ['id']))
  const { kind, country } = value
  return every(
    noMore(value, [...Object.keys(organisationCard), 'kind', 'country']),
    checkCard(value, organisationCard),
    organisationKinds.some((one) => one === kind)
      ? sound
      : inside(
          { code: 'kind', label: { en: 'Kind', 'zh-CN': '机构类型' } },
          wrong('a kind of the list', '所列类型之一'),
        ),
    typeof country === 'string' && /^[A-Z]{2}$/.test(country)
      ? sound
      : inside(
          { code: 'country', label: { en: 'Country', 'zh-CN': '国家' } },
          wrong('a code of two capitals, such as CN', '两个大写字母的国家代码，如 CN'),
        ),
  )
}

/** A body: by id where registered, else by legal name, kind and country. */
export const organisation: KindOfField<FieldOf<'organisation'>> = {
  check: checkOrganisation,
  read: (value) => registered(value),
  checkRead: checkId,
  example: (_, nth) => ({
    name: { en: `Invented organisation ${nth}`, 'zh-CN': `虚构机构${nth}` },
    kind: 'association',
    country: 'CN',
  }),
}

const region = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/

const checkRegion = (code: unknown): readonly AnswerFault[] =>
  typeof code === 'string' && region.test(code)
    ? sound
    : wrong('a code of ISO 3166-2, such as CN-ZJ', 'ISO 3166-2 代码，如 CN-ZJ')

/** A territory by its code, name and whether it is meant whole. */
export const place: KindOfField<FieldOf<'place'>> = {
  check: (value) => {
    if (!isKeyed(value)) return wrong('a place by code and name', '地点代码和名称')
    const { code, whole } = value
    return every(
      noMore(value, [...Object.keys(placeCard), 'code', 'whole']),
      inside({ code: 'code', label: { en: 'Code', 'zh-CN': '代码' } }, checkRegion(code)),
      checkCard(value, placeCard),
      whole === undefined || typeof whole === 'boolean' ? sound : wrong('whole or part', '全部或部分'),
    )
  },
  read: (value) => {
    const { code } = keyed(value)
    return typeof code === 'string' ? code : undefined
  },
  checkRead: checkRegion,
  example: (_, nth) => ({
    code: 'CN-ZJ',
    name: { en: `Invented place ${nth}`, 'zh-CN': `虚构地点${nth}` },
    whole: true,
  }),
}
