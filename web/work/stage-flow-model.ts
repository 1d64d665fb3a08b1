import type { LocalText } from '../../domain/locale.js'
import type { MapStanding } from '../../domain/stage-map.js'

/** A step in the drawing of a stage. */
export interface FlowStep {
  readonly key: string
  readonly title: LocalText
  readonly role: LocalText
  readonly standing: MapStanding
  /** Its newest visit, once there is one. */
  readonly step: string | undefined
  readonly late: boolean
  /** The steps it may send back to. */
  readonly back: readonly string[]
}

/** The stage a base is in, in layers from its beginning to its end. */
export interface StageFlow {
  readonly rules: string
  readonly layers: readonly (readonly FlowStep[])[]
  /** Open steps that came up beside the stage. */
  readonly beside: readonly { readonly step: string; readonly title: LocalText }[]
}
