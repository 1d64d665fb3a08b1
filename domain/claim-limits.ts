import type { Procedure } from './procedure.js'
import type { ClaimLimits } from './record.js'

/** The numbers of the pinned procedure that the database tests claims against. */
export const claimLimitsOf = ({ settings }: Pick<Procedure, 'settings'>): ClaimLimits => ({
  slots: settings.slots,
  capPerCategory: settings.capPerCategory,
  capPerProvince: settings.capPerProvince,
  shortlistFactor: settings.shortlistFactor,
  ...(settings.categoriesAtLeast === undefined ? {} : { categoriesAtLeast: settings.categoriesAtLeast }),
  ...(settings.roleModels === undefined ? {} : { roleModels: settings.roleModels }),
})
