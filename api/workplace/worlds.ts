import type { LocalText } from '../../domain/locale.js'
import { programmeOfBase, type ProgrammeId } from '../../domain/ids.js'
import type { SeatsIn, WorkFrame, WorkReader } from '../../web/work/model.js'
import { beingPlayed } from '../rehearsals/being-played.js'
import { sampleProgramme } from '../contract/rehearsal.js'
import type { ApiParts } from '../parts.js'

interface Asking {
  readonly reader: WorkReader | undefined
  readonly url: string
}

/**
 * What a reader can switch between, and of which rehearsal a page is: both follow from seats and from the address alone, so that an
 * address leads everybody to the same page and nothing is kept (0069).
 */
export const worldsOf = (
  { config }: Pick<ApiParts, 'config'>,
  { reader, url }: Asking,
): Pick<WorkFrame, 'worlds' | 'rehearsalHere' | 'played'> => {
  const seats = reader?.seats ?? []
  const rehearsals = seats.filter(({ rehearsal }) => rehearsal)
  const here = rehearsals.find(({ programme }) => programme === programmeIn(url))?.programme
  const isOffered = (programme: ProgrammeId) => programme === here || programme === sampleProgramme
  const offered = rehearsals.filter(({ programme }) => isOffered(programme))
  return {
    worlds:
      offered.length === 0
        ? []
        : [
            ...offered.map(({ programme, label }) => ({ programme, label, isHere: programme === here })),
            { programme: undefined, label: real, isHere: here === undefined },
          ],
    rehearsalHere: here,
    played: here === sampleProgramme ? beingPlayed(config.SAMPLE_NOTE_FILE) : undefined,
  }
}

const real: LocalText = { en: 'Real programme', 'zh-CN': '正式项目' }

/** The programme an address names: in its question, or by what it is about. */
const programmeIn = (url: string): string | undefined => {
  const [path = '', query = ''] = url.split('?', 2)
  const asked = new URLSearchParams(query).get('programme')
  if (asked !== null && asked !== '') return asked
  const [, kind, id] = path.split('/', 3)
  if (id === undefined) return undefined
  return kind === 'bases' ? programmeOfBase(id) : kind === 'programmes' ? id : undefined
}

/** The programmes a page offers itself: not the sample, for which there is the switch of the frame. */
export const chosenOnPages = (seats: readonly SeatsIn[]) =>
  seats.flatMap(({ programme: id, label, rehearsal }) => (id === sampleProgramme ? [] : [{ id, label, rehearsal }]))
