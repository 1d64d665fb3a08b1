import { every, inside, sound, wrong, type AnswerFault } from '../fault.js'
import type { FieldOf } from '../field.js'
import { isKeyed, keyed, noOther, type KindOfField } from './kind.js'

type NumberField = FieldOf<'number'>

/** A number in its base unit. */
export const number: KindOfField<NumberField> = {
  check: checkNumber,
  read: (value) => (typeof value === 'number' ? value : undefined),
  checkRead: checkNumber,
  example: ({ least = 0, most = Infinity, decimals = 0 }, nth) =>
    Math.min(most, least + nth + (decimals > 0 && most > least + nth + 1 ? 0.5 : 0)),
}

function checkNumber(value: unknown, { least = 0, most, decimals = 0 }: NumberField): readonly AnswerFault[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong('a number', '数字')
  if (value < least || value > (most ?? value))
    return most === undefined
      ? wrong(`${least} or more`, `不小于${least}`)
      : wrong(`from ${least} to ${most}`, `${least}至${most}之间`)
  if (hasAtMost(decimals, value)) return sound
  return decimals === 0
    ? wrong('a whole number', '整数')
    : wrong(`at most ${decimals} decimal(s)`, `最多${decimals}位小数`)
}

/** Whether a number has no more decimals than that: 0.1 + 0.2 has one. */
const hasAtMost = (decimals: number, value: number): boolean =>
  Math.abs(value - Number(value.toFixed(decimals))) <= Math.abs(value) * Number.EPSILON * 4

const currency = /^[A-Z]{3}$/

/** An amount with its currency and the year or day it is for; nominal. */
export const money: KindOfField<FieldOf<'money'>> = {
  check: (value) => {
    if (!isKeyed(value)) return wrong('an amount with its currency', '金额及币种')
    const { amount, currency: code, year } = value
    return every(
      noOther(value, {
        known: ['amount', 'currency', 'year'],
        needs: wrong('an amount, its currency and its year, and no more', '仅限金额、币种和年份'),
      }),
      typeof amount === 'number' && amount >= 0 && amount <= mostMoney && hasAtMost(2, amount)
        ? sound
        : wrong('an amount of 0 or more with at most two decimals', '不小于0的金额，最多两位小数'),
      typeof code === 'string' && currency.test(code)
        ? sound
        : wrong('a currency of three capitals, such as CNY', '三个大写字母的币种代码，如 CNY'),
      isYear(year) ? sound : wrong('the year it is for', '所属年份'),
    )
  },
  read: (value) => {
    const { amount, currency: code } = keyed(value)
    return typeof amount === 'number' && typeof code === 'string' ? { amount, currency: code } : undefined
  },
  checkRead: (value) => {
    const { amount, currency: code } = keyed(value)
    return typeof amount === 'number' && amount >= 0 && typeof code === 'string' && currency.test(code)
      ? sound
      : wrong('an amount with its currency', '金额及币种')
  },
  example: (_, nth) => ({ amount: nth * 100_000, currency: 'CNY', year: 2027 }),
}

/** A hundred thousand billion: what no cluster turns over. */
const mostMoney = 1e14

/** Whether it is a year of our times. */
export const isYear = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2200

type PercentageField = FieldOf<'percentage'>

const asPercentage: NumberField = {
  code: 'percentage',
  kind: 'number',
  label: { en: 'Percentage', 'zh-CN': '百分比' },
  unit: { en: '%', 'zh-CN': '%' },
  decimals: 1,
  most: 100,
}

/** A share of 100, or the two numbers it is made of. What the engine reads is a share from 0 to 1. */
export const percentage: KindOfField<PercentageField> = {
  check: (value, { parts }) => (parts === true ? checkParts(value) : checkNumber(value, asPercentage)),
  read: (value, { parts }) => {
    if (parts !== true) return typeof value === 'number' ? value / 100 : undefined
    const { numerator, denominator } = keyed(value)
    return typeof numerator === 'number' && typeof denominator === 'number' && denominator > 0
      ? numerator / denominator
      : undefined
  },
  checkRead: (value) =>
    typeof value === 'number' && value >= 0 && value <= 1 ? sound : wrong('a share from 0 to 1', '0至1之间的占比'),
  example: ({ parts }, nth) => {
    const share = Math.min(100, 40 + nth)
    return parts === true ? { numerator: share, denominator: 100 } : share
  },
}

export const numeratorLabel = { en: 'Numerator', 'zh-CN': '分子' }
export const denominatorLabel = { en: 'Denominator', 'zh-CN': '分母' }

const checkParts = (value: unknown): readonly AnswerFault[] => {
  if (!isKeyed(value)) return wrong('its numerator and its denominator', '分子和分母')
  const { numerator, denominator } = value
  const below = typeof denominator === 'number' && denominator > 0 ? denominator : undefined
  const above = typeof numerator === 'number' && numerator >= 0 ? numerator : undefined
  return every(
    noOther(value, {
      known: ['numerator', 'denominator'],
      needs: wrong('its numerator and its denominator, and no more', '仅限分子和分母'),
    }),
    below === undefined
      ? inside({ code: 'denominator', label: denominatorLabel }, wrong('a number above 0', '大于0的数字'))
      : sound,
    above === undefined
      ? inside({ code: 'numerator', label: numeratorLabel }, wrong('a number of 0 or more', '不小于0的数字'))
      : sound,
    above !== undefined && below !== undefined && above > below
      ? inside({ code: 'numerator', label: numeratorLabel }, wrong('at most the denominator', '不大于分母'))
      : sound,
  )
}
