import type { Alarm, EscalationProfile } from '../procedure.js'
import { cd, wd } from './telling.js'

const half: Alarm = { moment: { at: 'half' }, kind: 'reminder', tells: ['actor'] }
const before = (days: Alarm['moment'] & { at: 'before' }): Alarm => ({
  moment: days,
  kind: 'reminder',
  tells: ['actor'],
})

/**
 * The escalation profiles E1 to E6: when the actor is reminded, who hears when it is late, what the ladder does, and
 * how often its last rung sounds again until somebody acts. */
export const escalation: Readonly<Record<EscalationProfile, readonly Alarm[]>> = {
  E1: [
    half,
    before({ at: 'before', days: wd(2) }),
    { moment: { at: 'late', days: wd(1) }, kind: 'escalation', tells: ['actor', 'supervisor'] },
    { moment: { at: 'late', days: wd(5) }, kind: 'escalation', tells: ['PD'] },
    {
      moment: { at: 'late', days: wd(10) },
      kind: 'escalation',
      tells: ['PD', 'supervisor'],
      effect: 'reassign',
      repeats: 5,
    },
  ],
  E2: [
    half,
    before({ at: 'before', days: wd(5) }),
    before({ at: 'before', days: wd(1) }),
    { moment: { at: 'late', days: wd(1) }, kind: 'escalation', tells: ['actor', 'LG', 'supervisor', 'PM'] },
    // Head of government beside the local government: where nobody holds that seat, the others hear as ever.
    { moment: { at: 'late', days: wd(10) }, kind: 'escalation', tells: ['LG', 'HG', 'PD'] },
    {
      moment: { at: 'late', days: wd(20) },
      kind: 'escalation',
      tells: ['LG', 'HG', 'PM', 'CH'],
      effect: 'hold',
      repeats: 10,
    },
  ],
  E3: [
    before({ at: 'before', days: cd(60) }),
    before({ at: 'before', days: cd(30) }),
    before({ at: 'before', days: cd(10) }),
    { moment: { at: 'late', days: wd(1) }, kind: 'reminder', tells: ['actor', 'LG'] },
    { moment: { at: 'late', days: wd(16) }, kind: 'reminder', tells: ['actor', 'LG', 'PM'] },
    { moment: { at: 'late', days: wd(31) }, kind: 'escalation', tells: ['PM', 'PD'], effect: 'silence', repeats: 15 },
  ],
  E4: [
    before({ at: 'before', days: wd(10) }),
    before({ at: 'before', days: wd(5) }),
    { moment: { at: 'late', days: wd(0) }, kind: 'escalation', tells: ['actor', 'CS'], effect: 'reconvene' },
  ],
  E5: [
    before({ at: 'before', days: cd(30) }),
    before({ at: 'before', days: cd(10) }),
    before({ at: 'before', days: cd(2) }),
    { moment: { at: 'late', days: wd(0) }, kind: 'escalation', tells: ['actor', 'PM'], effect: 'silence' },
  ],
  E6: [
    { moment: { at: 'opening' }, kind: 'escalation', tells: ['CO', 'PD'] },
    // Compliance has ten working days, then the board may decide what it does not.
    { moment: { at: 'late', days: wd(0) }, kind: 'escalation', tells: ['BD', 'PD'], effect: 'reassign', repeats: 5 },
  ],
}
