/**
 * Says which entry the slider stands on while it moves, and asks for it once it rests; without it a button does. What moves by keys asks
 * for nothing until the slider is left, so that nobody loses the place on the way.
 */
export const scrubberScript = `
(() => {
  const slider = document.getElementById('entry')
  const shown = document.getElementById('entry-shown')
  if (!slider || !shown) return
  const begun = slider.value
  let byPointer = false
  slider.addEventListener('pointerdown', () => { byPointer = true })
  slider.addEventListener('input', () => { shown.textContent = slider.value })
  const ask = () => { if (slider.value !== begun) slider.form.submit() }
  slider.addEventListener('change', () => { if (byPointer) ask() })
  slider.addEventListener('blur', ask)
})()
`
