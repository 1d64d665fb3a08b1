import type { FastifyRequest } from 'fastify'
import { listExhibits } from '../../db/reads/exhibits.js'
import { readBase } from '../../db/reads/bases.js'
import { namesOf } from '../../db/reads/names.js'
import type { Name } from '../../db/schema/programme-tables.js'
import type { FormField } from '../../domain/form/field.js'
import { isWeighty } from '../../domain/judge/weighty.js'
import type { LocalText } from '../../domain/locale.js'
import { keyOf } from '../../domain/values/step-key.js'
import { momentInWords } from '../../domain/words/hours.js'
import { notForYou } from '../../domain/words/doer.js'
import type { HandedShown, StepShown } from '../../web/work/step-model.js'
import { optionsShown } from '../act/filling.js'
import { shownStep, type OnStep } from '../act/subject.js'
import { isKnownAfresh } from '../auth/proof.js'
import { everyPage } from '../every-page.js'
import { formView } from '../forms/form-view.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { exhibitSight } from '../uploads/exhibit-sight.js'
import { exhibitTexts } from '../uploads/exhibit-texts.js'
import { exhibitNamed } from '../views/exhibit-view.js'
import { nameIn } from '../views/person-name.js'
import { readPinned } from '../views/pinned-procedure.js'
import { labelsOf } from '../wording.js'
import { papersWaiting } from './paper-acts.js'
import { stepActsOffered, voidAskedOn } from './small-acts.js'

/** A step with its form as one person sees both. */
export interface StepRead {
  readonly shown: StepShown
  readonly view: Awaited<ReturnType<typeof formView>>
  readonly asksInterest: boolean
  /** What the reader decided here, if anything. */
  readonly own: string | undefined
}

/** Reads a step for its page: through the views of `/bases/{id}/steps` and of its form, and nothing beside them. */
export const readStep = async (
  parts: ApiParts,
  { request, ...of }: OnStep & { readonly request: Pick<FastifyRequest, 'proof'> },
): Promise<StepRead> => {
  const [{ step, subject, asksInterest, rehearsal }, view, base] = await Promise.all([
    shownStep(parts, of),
    formView(parts, of),
    readBase(parts.db, { id: of.base }),
  ])
  if (base === undefined) throw notFound(`base ${of.base}`)
  const { steps } = await readPinned(parts, base)
  const form = steps[keyOf(of.step)]?.form
  const options = optionsShown(view)
  const weighty = options
    .map(({ option }) => option)
    .filter((option) => isWeighty({ command: { type: 'decide', step: of.step, option }, steps }))
  const offered = await stepActsOffered(parts, { ...of, isClosed: step.closedAt !== null })
  const people = [...step.acts, ...saidIn(view)].flatMap(({ person }) => person ?? [])
  const words: Told = {
    names: await namesOf(parts.db, { people }),
    at: (moment) => momentInWords(moment, base.zone ?? undefined),
    labelOf: (option) => labelsOf({ key: step.key, option }),
  }
  const handed = view.handedIn.map((one) => handedShown(one, { words, fields: form?.fields ?? [] }))
  return {
    view,
    asksInterest,
    own: step.acts.find(({ person }) => person === of.person)?.option,
    shown: {
      base: of.base,
      step: of.step,
      subject,
      rehearsal,
      ended: step.closedAt === null ? undefined : endShown({ ...step, closedAt: step.closedAt }, words),
      mayAct: view.mayAct,
      why: view.why,
      waits: step.why,
      options,
      asksAfresh: weighty.length === 0 || (await isKnownAfresh(parts, { request, ...of })) ? [] : weighty,
      acts: step.acts.map((act) => actShown(act, words)),
      handedIn: handed,
      hasDraft: view.draft !== null,
      beside: offered,
      voidAsked: step.closedAt === null ? undefined : await voidAskedOn(parts, of),
      papersWait: step.closedAt === null ? await papersWaiting(parts, { ...of, told: step.papers }) : [],
      exhibits: handed.length === 0 ? [] : await cited(parts, of),
      things: view.things,
    },
  }
}

/** Whatever somebody handed in here, or said otherwise since. */
const saidIn = ({ handedIn }: StepRead['view']): readonly { readonly person: string | null }[] =>
  handedIn.flatMap((one) => [one, ...one.saidOtherwise])

const actShown = (
  { person, option, at }: { readonly person: string; readonly option: string; readonly at: string },
  words: Told,
): StepShown['acts'][number] => ({ by: called(words, person), label: words.labelOf(option), at: words.at(at) })

const endShown = (
  { outcome, closedAt }: { readonly outcome: string | null; readonly closedAt: string },
  words: Told,
): StepShown['ended'] => ({ label: outcome === null ? undefined : words.labelOf(outcome), at: words.at(closedAt) })

interface Told {
  readonly names: ReadonlyMap<string, Name>
  readonly at: (moment: string) => LocalText
  readonly labelOf: (option: string) => LocalText
}

const handedShown = (
  { person, at, option, answers, withheld, saidOtherwise }: StepRead['view']['handedIn'][number],
  { words, fields }: { readonly words: Told; readonly fields: readonly FormField[] },
): HandedShown => ({
  by: person === null ? undefined : called(words, person),
  at: words.at(at),
  label: words.labelOf(option),
  fields,
  answers,
  withheld: withheld.map((code) => fields.find((field) => field.code === code)?.label ?? notForYou),
  otherwise: saidOtherwise.map(({ label, title, ...one }) => ({
    label,
    title,
    by: one.person === null ? undefined : called(words, one.person),
    at: words.at(one.at),
  })),
})

const called = ({ names }: Told, person: string): LocalText => {
  const name = nameIn(names, person)
  return { en: name?.en ?? person, 'zh-CN': name?.local ?? person }
}

/** The exhibits of a base that somebody sees, by their titles. */
const cited = async (parts: ApiParts, { person, base }: OnStep): Promise<StepShown['exhibits']> => {
  const sees = await exhibitSight(parts, { base, person })
  const rows = await everyPage((page) => listExhibits(parts.db, { base, ...page }))
  const shown = rows.filter((row) => sees(row) === 'whole')
  const texts = await exhibitTexts(parts, shown)
  return shown.map((row) => ({ code: row.id, label: exhibitNamed(row, texts) }))
}
