import type { Procedure } from './procedure.js'
import type { ClaimLimits } from './claims.js'
import { defined } from './values/defined.js'

/** The numbers of the pinned procedure that the database tests claims against. */
export const claimLimitsOf = ({ settings }: Pick<Procedure, 'settings'>): ClaimLimits => ({
  slots: settings.slots,
  capPerCategory: settings.capPerCategory,
  capPerProvince: settings.capPerProvince,
  shortlistFactor: settings.shortlistFactor,
  ...defined({ categoriesAtLeast: settings.categoriesAtLeast, roleModels: settings.roleModels }),
})
