import type { VisibilityClass } from '../form/field.js'
import type { Role } from '../role.js'
import type { PersonId } from '../ids.js'
import type { SightForm } from './sight-form.js'

/**
 * How much a role reads: all of the case (R), what its task names (T), its own (O), without names (A), that it is there with its
 * verdict (S), all and each reading logged (L), nothing.
 */
export type Reach = 'R' | 'T' | 'O' | 'A' | 'S' | 'L' | '-'
type Reaches = Readonly<Record<Exclude<VisibilityClass, 'PUB'>, readonly [before: Reach, after: Reach]>>

const row = (cells: string): Reaches => {
  const [par, prg, com, cpl, frm] = cells.split(' · ').map(pairOf)
  if (par === undefined || prg === undefined || com === undefined || cpl === undefined || frm === undefined)
    throw new RangeError(`a row of the matrix has five pairs: ${cells}`)
  return { PAR: par, PRG: prg, COM: com, CPL: cpl, FRM: frm }
}

const pairOf = (cell: string): readonly [Reach, Reach] => {
  const [before, after] = cell.split(' ').filter(isReach)
  if (before === undefined || after === undefined) throw new RangeError(`a cell of the matrix is a pair: ${cell}`)
  return [before, after]
}
const isReach = (letter: string): letter is Reach => /^[RTOASL-]$/.test(letter)

/**
 * Who reads what was brought, answers to forms as well as exhibits: by role and confidentiality, before and after the decision the
 * content serves (8.12). In this order: partner and programme, programme, deciding body, compliance, firm.
 */
export const sightMatrix: Readonly<Record<Role, Reaches>> = {
  PM: row('R R · R R · - S · S S · - -'),
  PD: row('R R · R R · - R · S S · - -'),
  SO: row('T R · T R · - - · - S · T T'),
  CO: row('R R · R R · - S · R R · T T'),
  LC: row('R R · R R · - S · S S · - -'),
  FO: row('T R · T R · - S · - - · - -'),
  EX: row('A - · - - · O A · - - · A -'),
  DL: row('R R · R T · O S · S S · R -'),
  SP: row('R - · T - · - - · S - · T -'),
  SV: row('R - · T - · - - · - - · T -'),
  CM: row('R S · S S · O R · S S · - -'),
  CH: row('R S · R S · O R · S S · - -'),
  SM: row('T T · S S · O T · S S · - -'),
  CS: row('R R · R R · S R · S S · - -'),
  BD: row('R S · R S · O R · S S · - -'),
  AS: row('T T · - - · - - · - - · - -'),
  TR: row('T - · - - · - - · - - · - -'),
  RV: row('T - · - - · - - · - - · - -'),
  RP: row('R S · R - · O R · S S · - -'),
  AP: row('R S · R - · T T · T - · T -'),
  AU: row('L L · L L · L L · L L · L L'),
  AD: row('- - · - - · - - · - - · - -'),
  HG: row('T T · - - · - S · - - · - -'),
  LG: row('R R · - - · - S · - S · S S'),
  LX: row('T R · - - · - - · - - · - -'),
  SA: row('T S · - - · - S · - - · - -'),
  CLO: row('R R · - - · - S · - S · O O'),
  EN: row('T T · - - · - - · - - · O O'),
  AL: row('T T · - - · - - · - - · - -'),
}

/** Whether a role reads all of every class, before and after any decision; one that has no row reads nothing. */
export const readsEverything = (role: Role): boolean =>
  Object.hasOwn(sightMatrix, role) &&
  Object.values(sightMatrix[role]).every((pair) => pair.every((reach) => reach === 'R' || reach === 'L'))

/** Whether a role has an own part in what a body decides: before the decision it reads its own of what the body reads (8.12). */
export const judgesInBody = (role: Role): boolean => sightMatrix[role].COM[0] === 'O'

/** Something that was brought, as far as its sight hangs on it: an exhibit, or the answer to a question of a form. */
export interface Brought {
  readonly readers: VisibilityClass
  /** Who brought it; null: erased. */
  readonly person: PersonId | null
  /** Whether the decision it serves was taken; undefined where that is not known: then the narrower of both counts. */
  readonly isDecided: boolean | undefined
  /** The roles whose task names it: they have, or had in the stage it serves, a step. */
  readonly tasks: readonly Role[]
  /** The roles whose work on it is over before that decision: for them it is as after it. */
  readonly over?: readonly Role[]
  /** It stands in a single vote, or in a sheet: `isSealed` while one of them is still awaited. */
  readonly single?: { readonly of: 'vote' | 'sheet'; readonly isSealed: boolean }
}

interface BroughtReader {
  readonly role: Role
  readonly person: PersonId
  /** The seat was lent for some steps alone: of what its role reads it reads what a task names (SD7). */
  readonly isForSteps?: boolean
}

/** In which form a role sees what was brought on its base. What one brought oneself is one's own to read. */
export const broughtForm = ({ role, person, isForSteps = false }: BroughtReader, thing: Brought): SightForm => {
  if (person === thing.person) return 'whole'
  // Nothing is published yet by the engine: until then what is public is read within the programme.
  const [first, second] = sightMatrix[role][thing.readers === 'PUB' ? 'PRG' : thing.readers]
  const pair = isForSteps ? ([ofTask(first), ofTask(second)] as const) : ([first, second] as const)
  const isDecided = thing.over?.includes(role) === true ? true : thing.isDecided
  const form = formAt(pair, { isDecided, isTask: thing.tasks.includes(role) })
  return width[form] > width.masked && isSingleKept(thing, role) ? 'masked' : form
}

/** Of all of the case what a task names. */
const ofTask = (reach: Reach): Reach => (reach === 'R' || reach === 'L' ? 'T' : reach)

/** Sheets are sealed from everybody but their author until the last is in; who directs the programme never reads a single vote (8.4). */
const isSingleKept = ({ single }: Brought, role: Role): boolean =>
  single !== undefined && (single.of === 'sheet' ? single.isSealed : withoutVotes.includes(role))

/** Who reads reports and minutes of a body and never how one member voted. */
export const withoutVotes: readonly Role[] = ['PD']

const formAt = (
  [before, after]: readonly [Reach, Reach],
  { isDecided, isTask }: { isDecided: boolean | undefined; isTask: boolean },
): SightForm => {
  if (isDecided !== undefined) return formOf(isDecided ? after : before, { isTask })
  const [first, second] = [formOf(before, { isTask }), formOf(after, { isTask })]
  return width[first] < width[second] ? first : second
}

const width: Readonly<Record<SightForm, number>> = { none: 0, masked: 1, unnamed: 2, whole: 3 }

const formOf = (reach: Reach, { isTask }: { isTask: boolean }): SightForm => {
  switch (reach) {
    case 'R':
    case 'L':
      return 'whole'
    case 'T':
      return isTask ? 'whole' : 'none'
    case 'A':
      return 'unnamed'
    case 'S':
      return 'masked'
    // One's own was told above.
    case 'O':
    case '-':
      return 'none'
  }
}
