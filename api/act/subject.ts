import type { BaseId, PersonId } from '../../domain/ids.js'
import { readBase } from '../../db/reads/bases.js'
import { listSteps } from '../../db/reads/steps.js'
import type { LocalText } from '../../domain/locale.js'
import { roles } from '../../domain/role.js'
import { programmeZone } from '../../domain/values/programme-zone.js'
import { endInWords } from '../../domain/words/hours.js'
import { paperNames } from '../../domain/words/papers.js'
import { reasonCodeLabel } from '../../domain/words/reason-codes.js'
import { zoneAround } from '../../domain/words/zone-around.js'
import type { ActSubject } from '../../web/act/model.js'
import { mustSeeBase } from '../auth/sight.js'
import { everyPage } from '../every-page.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { askedFirst } from '../text/asked-first.js'
import { textTold } from '../text/drafting-shown.js'
import { namesByKind } from '../views/base-view.js'
import { stepSetting } from '../views/step-setting.js'
import { stepView } from '../views/step-view.js'
import { gatesTold } from './gates-behind.js'

/** A step, and who looks at it. */
export interface OnStep {
  readonly person: PersonId
  readonly base: BaseId
  readonly step: string
}

export interface Shown {
  readonly step: ReturnType<typeof stepView>
  readonly rehearsal: boolean
  readonly subject: ActSubject
  readonly asksInterest: boolean
}

/** A step as one person sees it, by a link or with an account. */
export const shownStep = async (parts: ApiParts, { person, base: id, step: stepId }: OnStep): Promise<Shown> => {
  const { db } = parts
  const sight = await mustSeeBase(parts, { person, base: id })
  const base = await readBase(db, { id })
  if (base === undefined) throw notFound(`base ${id}`)
  const setting = await stepSetting(parts, { base, sight })
  const found = (await everyPage((page) => listSteps(db, { base: id, ...page }))).find((one) => one.id === stepId)
  if (found === undefined) throw notFound(`step ${stepId}`)
  const step = stepView(found, setting)
  const { sees, acts, withheld, sentBack, raised } = step
  const { drafted, waiting } = await textTold(parts, { person, base: id, step: stepId })
  return {
    step,
    rehearsal: base.rehearsal,
    asksInterest: step.asksInterest,
    subject: {
      base: id,
      rehearsal: base.rehearsal,
      cluster: namesByKind(base.names, base.cluster).name,
      key: step.key,
      title: step.title,
      role: roles[step.role].label,
      dueAt: dueIn(step.dueAt, { side: roles[step.role].side, place: base.zone ?? programmeZone }),
      seats: step.seats,
      acted: withheld ? undefined : acts.length,
      also: step.also.map((role) => roles[role].label),
      text: sees?.text,
      drafted,
      waiting,
      asksFirst: drafted === undefined ? {} : askedFirst(setting.procedure.steps[step.key]?.text),
      papers: (sees?.hashes ?? [])
        .filter((hash) => hash !== sees?.text)
        .map((sha256) => ({
          sha256,
          label: labelled(paperNames[sees?.kind ?? 'mou_text'], sha256.slice(0, 12)),
        })),
      before: [
        ...(sees?.text === undefined ? [] : [aboutText(sees.text)]),
        ...(sentBack === undefined ? [] : sentBackInWords(sentBack)),
        ...(raised === undefined ? [] : inSentences(raised)),
        ...(await gatesTold(parts, { person, step: stepId, key: step.key, setting })),
      ],
    },
  }
}

/** Which version of the text it is about: the decision names it. */
const aboutText = (hash: string): LocalText => ({
  en: `Text code ${hash.slice(0, 12)}`,
  'zh-CN': `文本校验码 ${hash.slice(0, 12)}`,
})

const dueIn = (at: string, { side, place }: { side: 'programme' | 'partner'; place: string }): LocalText => {
  const [own, other] = side === 'partner' ? [place, programmeZone] : [programmeZone, place]
  return endInWords(at, { here: zoneAround(own, at), there: zoneAround(other, at) })
}

const labelled = (name: LocalText, mark: string): LocalText => ({
  en: `${name.en} (${mark})`,
  'zh-CN': `${name['zh-CN']}（${mark}）`,
})

type View = ReturnType<typeof stepView>

/** By which decision it came back, with its code and what is missing in the words of whoever sent it back. */
const sentBackInWords = ({ key, title, label, code, words }: NonNullable<View['sentBack']>): readonly LocalText[] => [
  {
    en: `${key} ${title.en}: ${label.en}${code === undefined ? '' : ` (${code} ${reasonCodeLabel(code, 'en')})`}`,
    'zh-CN': `${key} ${title['zh-CN']}：${label['zh-CN']}${code === undefined ? '' : `（${code} ${reasonCodeLabel(code, 'zh-CN')}）`}`,
  },
  ...asSaid(words),
]

const inSentences = ({ sentence, words }: NonNullable<View['raised']>): readonly LocalText[] => [
  sentence,
  ...asSaid(words),
]

/** What somebody wrote stands as it was written, in either language. */
const asSaid = (words: string | null | undefined): readonly LocalText[] =>
  words === null || words === undefined ? [] : [{ en: words, 'zh-CN': words }]
