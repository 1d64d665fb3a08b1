import type { Role } from '../../domain/role.js'
import type { SightForm } from '../../domain/sight/sight-form.js'

/** Who reads what, as the programme says it (8.12), written down apart from the code: PAR, PRG, COM, CPL, FRM, before and after. */
const matrix = `
PM RR RR -S SS --
PD RR RR -R SS --
SO TR TR -- -S TT
CO RR RR -S RR TT
LC RR RR -S SS --
FO TR TR -S -- --
EX A- -- OA -- A-
DL RR RT OS SS R-
SP R- T- -- S- T-
SV R- T- -- -- T-
CM RS SS OR SS --
CH RS RS OR SS --
SM TT SS OT SS --
CS RR RR SR SS --
BD RS RS OR SS --
AS TT -- -- -- --
TR T- -- -- -- --
RV T- -- -- -- --
RP RS R- OR SS --
AP RS R- TT T- T-
AU LL LL LL LL LL
AD -- -- -- -- --
HG TT -- -S -- --
LG RR -- -S -S SS
LX TR -- -- -- --
SA TS -- -S -- --
CLO RR -- -S -S OO
EN TT -- -- -- OO
AL TT -- -- -- --`
const cells = new Map(
  matrix
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([role = '', ...row]) => [role, row]),
)
const order = ['PAR', 'PRG', 'COM', 'CPL', 'FRM']
const forms: Readonly<Record<string, SightForm>> = { R: 'whole', L: 'whole', A: 'unnamed', S: 'masked' }

/** How something brought is seen by somebody else than who brought it, by the letter in its cell. */
export const right = (
  role: Role,
  { readers, isDecided, isTask }: { readers: string; isDecided: boolean; isTask: boolean },
) => {
  const letter = cells.get(role)?.[order.indexOf(readers === 'PUB' ? 'PRG' : readers)]?.[isDecided ? 1 : 0] ?? '?'
  return letter === 'T' ? (isTask ? 'whole' : 'none') : (forms[letter] ?? 'none')
}
