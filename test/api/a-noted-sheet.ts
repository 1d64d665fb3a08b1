import type { ReadValues } from '../../domain/form/read-values.js'
import type { By } from '../../domain/values/by.js'
import { saveText } from '../../db/writes/texts.js'
import { stepOpened } from '../db/an-example.js'
import type { ABase } from '../support/a-base.js'
import { dayOfTheApi, type AnApi } from './an-api.js'
import { recordAfter } from './a-recorded-life.js'

interface Sheet {
  readonly base: ABase
  readonly after: number
  readonly by: By
  readonly step: string
  /** What lies sealed beside what the engine reads. */
  readonly answers: object
  readonly read: ReadValues
}

/** A sheet of the year as it was handed in (5.14). */
export const handsInSheet = async (api: AnApi, { base, after, by, step, answers, read }: Sheet): Promise<void> => {
  const body = JSON.stringify({ version: 1, answers })
  const stream = base.state().id
  const content = await saveText(api.parts.db, { stream, author: by.person, body, at: dayOfTheApi })
  if (content === undefined) throw new Error('the words of the sheet were not kept')
  const [key, option] = ['5.14a', 'record'] as const
  await recordAfter(api, {
    base,
    after,
    by,
    events: [
      stepOpened(step, 'CLO'),
      { type: 'step_acted', step, key, option, form: { version: 1, content, read }, by },
      { type: 'step_closed', step, key, option, how: 'act' },
    ],
  })
}
