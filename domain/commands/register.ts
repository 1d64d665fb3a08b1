import type { RegisterEntry, RegisterKind } from '../register.js'

/** An administrator adds an organisation, a place, a category or names; what stands is corrected by two persons. */
export interface AddToRegister {
  readonly type: 'add_to_register'
  readonly entry: RegisterEntry
  /** It takes the place of what stands, once another person confirms it. */
  readonly corrects?: true
}
export interface ConfirmCorrection {
  readonly type: 'confirm_correction'
  readonly kind: RegisterKind
  readonly id: string
  /** The entry of the record that the second person read: what waits may have been taken back and asked anew since. */
  readonly seq: number
}

export type RegisterCommand = AddToRegister | ConfirmCorrection

/** Whether a command is one of these. */
export const isOfRegister = (command: { readonly type: string }): command is RegisterCommand =>
  command.type === 'add_to_register' || command.type === 'confirm_correction'
