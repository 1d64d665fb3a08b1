import { readFilled } from '../../domain/form/read.js'
import { clientOf } from '../../cli/http-client.js'
import { Refused } from '../../cli/failure.js'
import { filledIn, proven, type Played } from '../../cli/rehearsal/filled/filled-in.js'
import { FormResponse } from '../../api/contract/form.js'
import { asking, pointed, pointsAway } from '../../cli/forms/pointed.js'
import { bringProof } from '../../cli/rehearsal/proofs.js'
import { addDays, plainDate } from '../../domain/calendar-date.js'
import type { FilledForm } from '../../domain/form/filled-form.js'
import type { Form, FormAnswers } from '../../domain/form/form.js'
import { steps } from '../../domain/gicc/steps.js'
import { keyOf } from '../../domain/values/step-key.js'
import type { TextReference } from '../../domain/values/text-reference.js'

/** Words as they travel: people have written them, and the example keeps none. */
export const someWords: TextReference = { id: '00000000-0000-4000-8000-000000000814', hash: 'c'.repeat(64) }

/** A day on which every figure of an example is old enough. */
const today = plainDate('2026-11-15')

/** An invented form as it travels, where a step has one: its answers fit, and lie nowhere. `played`: figures read out of it. */
export const formFilledIn = (
  form: Form | undefined,
  chosen: string | { readonly option: string; readonly played: Played },
): FilledForm | undefined => {
  if (form === undefined) return undefined
  if (typeof chosen !== 'string') return asItTravels(form, chosen)
  // A life of the core hands the same example in thousands of times: it is made up once for each option.
  const known = examplesOf.get(form) ?? new Map<string, FilledForm>()
  examplesOf.set(form, known)
  const example = known.get(chosen) ?? asItTravels(form, { option: chosen })
  known.set(chosen, example)
  return example
}

/** The same with each day that may not be over soon after that moment: an example that was made up for all is of a day of its own. */
export const daysToCome = (
  filled: FilledForm | undefined,
  { form, now }: { readonly form: Form | undefined; readonly now: string },
): FilledForm | undefined => {
  const named = form?.fields.filter(
    (field) => field.kind === 'date' && field.ahead !== undefined && filled?.read[field.code] !== undefined,
  )
  if (filled === undefined || named === undefined || named.length === 0) return filled
  const day = addDays(plainDate(now.slice(0, 'YYYY-MM-DD'.length)), 3)
  return { ...filled, read: { ...filled.read, ...Object.fromEntries(named.map(({ code }) => [code, day])) } }
}

const examplesOf = new WeakMap<Form, Map<string, FilledForm>>()

const asItTravels = (
  form: Form,
  { option, played }: { readonly option: string; readonly played?: Played },
): FilledForm => {
  const read = readFilled(form, { option, answers: filledIn(form, { option, played, today }) })
  return { version: form.version, content: someWords, read }
}

const formOf = (step: string): Form | undefined => steps[steps[step] === undefined ? keyOf(step) : step]?.form

/** Invented answers to the form of a step, by its id or key; undefined where it asks for none. */
export const answersFor = (
  step: string,
  { option, played }: { readonly option: string; readonly played?: Played | undefined },
): FormAnswers | undefined => {
  const form = formOf(step)
  return form && filledIn(form, { option, played, today })
}

/** What came on paper is decided as well. */
const deciding = /^\/bases\/([^/]+)\/steps\/([^/]+)\/(?:decisions|papers)$/

/**
 * What fills in the forms of tests that are about something else, at one API: it brings what the answers cite, once for each
 * base and person.
 */
export const fillerAt = (api: string) => {
  const client = clientOf({ api })
  const brought = new Map<string, Promise<string>>()
  const bring = ({ base, as, about }: { base: string; as: string; about: string }): Promise<string> => {
    const key = `${base} ${as} ${about}`
    const exhibit = brought.get(key) ?? bringProof(client, { base, as, about, issuedOn: plainDate('2026-01-01') })
    brought.set(key, exhibit)
    return exhibit
  }
  /** Invented answers with what they cite brought by that person; undefined for whoever may not bring it. */
  const provenBy = ({ base, as, answers }: { base: string; as: string; answers: FormAnswers }) =>
    proven(answers, (example) => bring({ base, as, about: example })).catch((error: unknown) => {
      if (error instanceof Refused) return undefined
      throw error
    })
  /** Invented answers that point at what is there, as the form shows it to whoever fills it in. */
  const pointedBy = async (
    form: Form,
    { base, step, as, filling }: { base: string; step: string; as: string; filling: Parameters<typeof filledIn>[1] },
  ): Promise<FormAnswers> => {
    const path = `/bases/${base}/steps/${step}/form`
    const shown = pointsAway(form)
      ? await client.get(path, { schema: FormResponse, as }).catch(() => undefined)
      : undefined
    if (shown === undefined) return filledIn(form, filling)
    return pointed(form, { answers: filledIn(asking(form, shown), filling), shown })
  }
  return {
    provenBy,
    /**
     * A decision that brings no form where its step has one gets an invented one that holds its `facts`. Whoever wants to send
     * none says so with null; whoever may not bring what it cites sends none either, and hears why from the core.
     */
    withForm: async (path: string, { as, body }: { as: string | undefined; body: unknown }): Promise<unknown> => {
      const [, base, step] = deciding.exec(path) ?? []
      if (base === undefined || step === undefined || !isDecision(body)) return body
      if (body.form === null) return { ...body, form: undefined }
      const { facts, ...rest } = body
      const form = formOf(step)
      if ('form' in body || form === undefined || as === undefined) return rest
      const filling = { option: body.option, played: facts, today }
      const answers = await pointedBy(form, { base, step, as, filling })
      return { ...rest, form: await provenBy({ base, as, answers }) }
    },
  }
}

interface Decided {
  readonly option: string
  readonly form?: unknown
  readonly facts?: Played
}

const isDecision = (body: unknown): body is Decided =>
  typeof body === 'object' && body !== null && 'option' in body && typeof body.option === 'string'
