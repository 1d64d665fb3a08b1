import { z } from 'zod'
import { localText, locales, type LocalText } from '../../domain/locale.js'
import { reasonCodes } from '../../domain/reason-code.js'
import { roleCodes, roles } from '../../domain/role.js'
import { reasonCodeLabels } from '../../domain/words/reason-codes.js'
import type { FieldChoice } from '../../web/work/contract-form.js'
import { seating } from '../contract/commands/programme.js'
import { registering } from '../contract/commands/register.js'
import { RegistrationRequest } from '../contract/records.js'
import { identifier } from '../contract/scalars.js'

const roleChoices: readonly FieldChoice[] = roleCodes.map((code) => ({ code, label: roles[code].label }))
export const codeChoices: readonly FieldChoice[] = reasonCodes.map((code) => {
  const { en, 'zh-CN': zh } = reasonCodeLabels[code]
  return { code, label: localText(`${code} ${en}`, `${code} ${zh}`) }
})
const inWords: Readonly<Record<(typeof locales)[number], LocalText>> = {
  en: localText('English', '英文'),
  'zh-CN': localText('Chinese', '中文'),
}

const person = {
  label: localText('Number of the person', '人员编号'),
  hint: localText('Such as p-so-3, as it is registered.', '即登记时的编号，例如 p-so-3。'),
}
const dayHint = localText('By the clock of New York. Left empty: from now on.', '以纽约时间为准；不填即自现在起。')

/** A seat that is proposed: one of the contract of mandates, with the paper of appointment. */
export const giveForm = (organisations: readonly FieldChoice[]) => ({
  schema: seating.grant_mandates.body,
  fields: {
    'mandates/0/role': { label: localText('Role', '角色'), choices: roleChoices },
    'mandates/0/person': person,
    'mandates/0/organisation': { label: localText('On behalf of', '代表机构'), choices: organisations },
    'mandates/0/base': {
      label: localText('For one base alone', '仅限某一基地'),
      hint: localText(
        'The number of the base; roles of a place are held for one. Left empty: the whole programme.',
        '填写基地编号；政府等各角色仅限一个基地。不填即整个项目。',
      ),
    },
    'mandates/0/from': { label: localText('From', '起始日'), hint: dayHint },
    'mandates/0/until': {
      label: localText('Until', '截止日'),
      hint: localText(
        'To the end of that day in New York. Left empty: without an end.',
        '至纽约时间该日结束；不填即无期限。',
      ),
    },
    'paper/number': {
      label: localText('Number on the paper of appointment', '任命文件文号'),
      hint: localText('Such as GASME-2026-14.', '例如 GASME-2026-14。'),
      isNeeded: true as const,
    },
    'paper/date': {
      label: localText('Date on it', '任命文件日期'),
      isNeeded: true as const,
      missing: localText(
        'give its date; a paper without one is named by its file, with the command grant-seat and --paper-sha256',
        '请填写文件日期；文件无日期的，须以该文件本身登记（命令 grant-seat，选项 --paper-sha256）',
      ),
    },
  },
})

/** Somebody who is registered: the contract of the route, and the number that stands in its address. */
export const personForm = {
  schema: z.strictObject({ person: identifier, ...RegistrationRequest.shape }),
  fields: {
    person: { ...person, hint: localText('Short and for good, such as p-so-3.', '简短且不再更改，例如 p-so-3。') },
    'name/en': { label: localText('Name in English', '英文姓名') },
    'name/local': { label: localText('Name as its bearer writes it', '本国文字姓名') },
    email: { label: localText('E-mail address', '电子邮件地址') },
    language: {
      label: localText('Language of letters', '函件语言'),
      choices: locales.map((code) => ({ code, label: inWords[code] })),
    },
  },
}

export const organisationForm = {
  schema: registering.add_organisation.body,
  fields: {
    organisation: {
      label: localText('Number of the organisation', '机构编号'),
      hint: localText('Short and for good, such as o-hanoi-institute.', '简短且不再更改，例如 o-hanoi-institute。'),
    },
    'name/en': { label: localText('Name in English', '英文名称') },
    'name/local': { label: localText('Name as it writes it', '本国文字名称') },
    country: { label: localText('Code of its country', '所在国代码'), hint: localText('Such as VN.', '例如 VN。') },
    corrects: {
      label: localText(
        'It is registered already, and this is to take its place once another person confirms it',
        '该机构已登记，此处内容经另一人确认后取代原内容',
      ),
    },
  },
}

/** A seat that is ended, with why. */
export const endForm = {
  schema: seating.revoke_mandate.body,
  fields: { code: { label: localText('Reason', '原因'), choices: codeChoices } },
}
