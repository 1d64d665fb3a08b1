import type { LocalText } from '../locale.js'
import type { ChangeClass, ParagraphChange, TextChange } from './changes.js'
import type { ClearanceScope, TextModel } from './model.js'
import { modelPieces } from './pieces.js'

/** A clearance that somebody gave of a text, in a scope of the model. */
export interface GivenClearance {
  readonly id: string
  /** Of the programme, or of the place. */
  readonly side: ClearingSide
  readonly scope: string
}
export type ClearingSide = 'programme' | 'place'

/** What becomes of a clearance, from the heaviest: it falls; its office may take it back; it stands and is told; it stands. */
export type ClearanceFate = 'falls' | 'may_take_back' | 'told' | 'stands'

export interface FateOfClearance {
  readonly clearance: string
  readonly fate: ClearanceFate
  /** The pieces that make it so. */
  readonly because: readonly string[]
}

/** What a change of one class does (R6): within the scope of a clearance, or whatever its scope. */
export interface ClassEffect {
  readonly programme: { readonly fate: ClearanceFate; readonly inScope: boolean }
  readonly place: { readonly fate: ClearanceFate; readonly inScope: boolean }
  /** Whether both languages of the piece are compared again (8.7). */
  readonly concordance: boolean
  /** What people are told; `{sections}` are the pieces that changed. */
  readonly told: LocalText
}

const again: LocalText = {
  en: '{sections} changed: the offices in whose scope it lies look again.',
  'zh-CN': '{sections}有实质性修改，须重新审核会签。',
}

/** The table of classes. Nothing else decides what falls. */
export const classEffects: Readonly<Record<ChangeClass, ClassEffect>> = {
  material: {
    programme: { fate: 'falls', inScope: true },
    place: { fate: 'falls', inScope: true },
    concordance: true,
    told: again,
  },
  pre_cleared: {
    programme: { fate: 'stands', inScope: true },
    place: { fate: 'falls', inScope: true },
    concordance: true,
    told: again,
  },
  normal: {
    programme: { fate: 'stands', inScope: true },
    place: { fate: 'may_take_back', inScope: false },
    concordance: true,
    told: {
      en: '{sections} changed after your clearance; nothing is asked unless you object.',
      'zh-CN': '{sections}在审核后有文字调整，附对照稿；如无异议，无须回复。',
    },
  },
  editorial: {
    programme: { fate: 'stands', inScope: true },
    place: { fate: 'told', inScope: false },
    concordance: true,
    told: {
      en: '{sections}: form only, listed in the certificate.',
      'zh-CN': '{sections}仅作文字性订正，列入一致性证明。',
    },
  },
  by_notice: {
    programme: { fate: 'stands', inScope: true },
    place: { fate: 'stands', inScope: true },
    concordance: false,
    told: { en: '{sections} changed by notice.', 'zh-CN': '{sections}已以通知方式更新。' },
  },
}

/**
 * What becomes of each clearance when a text changes from what it cleared. Each is asked about the changes since the text
 * its own office cleared last, so that small steps cannot add up unseen.
 */
export const whatFalls = (
  changes: readonly TextChange[],
  { clearances, model }: { readonly clearances: readonly GivenClearance[]; readonly model: TextModel },
): readonly FateOfClearance[] => clearances.map((clearance) => fateOf(clearance, { changes, model }))

/** The pieces whose languages have to be compared again after these changes. */
export const concordanceFalls = (changes: readonly TextChange[]): readonly string[] =>
  changes
    .filter(({ paragraphs }) => paragraphs.some((one) => classEffects[one.class].concordance))
    .map(({ piece }) => piece)

const fateOf = (
  clearance: GivenClearance,
  { changes, model }: { readonly changes: readonly TextChange[]; readonly model: TextModel },
): FateOfClearance => {
  const scope = model.scopes.find(({ id }) => id === clearance.scope)
  const fates = changes.flatMap((change) =>
    change.paragraphs.map((one) => ({ piece: change.piece, fate: fateBy(one, { change, clearance, scope, model }) })),
  )
  const fate = fatesByWeight.find((weight) => fates.some((one) => one.fate === weight)) ?? 'stands'
  const because = fate === 'stands' ? [] : fates.filter((one) => one.fate === fate).map(({ piece }) => piece)
  return { clearance: clearance.id, fate, because: [...new Set(because)] }
}

const fatesByWeight: readonly ClearanceFate[] = ['falls', 'may_take_back', 'told', 'stands']

interface Weighed {
  readonly change: TextChange
  readonly clearance: GivenClearance
  /** Absent: nobody knows what it covered, so everything lies in it. */
  readonly scope: ClearanceScope | undefined
  readonly model: TextModel
}

const fateBy = (paragraph: ParagraphChange, { change, clearance, scope, model }: Weighed): ClearanceFate => {
  const { fate, inScope } = classEffects[paragraph.class][clearance.side]
  if (!inScope || scope === undefined) return fate
  return liesIn(scope, { piece: change.piece, paragraph: paragraph.paragraph, model }) ? fate : 'stands'
}

/**
 * Whether a paragraph lies in what an office clears. One the model does not know was written by hand: it lies in the scope
 * of everybody who clears any of its piece.
 */
export const liesIn = (
  { whole, pieces = [] }: ClearanceScope,
  { piece, paragraph, model }: { readonly piece: string; readonly paragraph: string; readonly model: TextModel },
): boolean => {
  if (whole === true || pieces.includes(piece) || pieces.includes(paragraph)) return true
  const known = modelPieces(model).find(({ id }) => id === piece)?.paragraphs ?? []
  const own = known.map(({ id }) => id)
  return (!own.includes(paragraph) || paragraph === piece) && own.some((id) => pieces.includes(id))
}
