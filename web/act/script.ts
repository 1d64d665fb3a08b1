/**
 * Moves the token out of the address into the form and shows what it is for. That only looks: whoever runs scripts before a
 * person does has seen a page, and no more (0051).
 */
export const moveToken = `
(() => {
  const form = document.getElementById('link')
  const token = location.hash.slice(1)
  if (!form || token.length < 43) return
  form.elements.namedItem('token').value = token
  history.replaceState(null, '', location.pathname + location.search)
  form.submit()
})()
`
