import { FormResponse } from '../contract/form.js'
import { StepParams } from '../contract/step.js'
import { formView } from '../forms/form-view.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { problems } from './responses.js'

/** What a step asks of whoever acts on it. */
export const addForms = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    params: StepParams,
    response: { 200: FormResponse, ...problems },
    tags: ['steps'],
    summary: 'The form of a step',
  }
  app.get('/bases/:id/steps/:step/form', { schema }, async ({ person, params: { id: base, step } }) =>
    formView(parts, { person, base, step }),
  )
}
