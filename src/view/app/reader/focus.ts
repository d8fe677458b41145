/** Where the keyboard goes when something is opened: to the heading of the Reader, so that reading goes on from there. */

export const headingId = 'reader-heading'

/** After the page has shown what was chosen. */
export function focusReader(): void {
  setTimeout(focusHeading, 0)
}

/** If what had the focus is gone, the heading takes it: nobody begins again at the top of the page. */
export function keepFocus(): void {
  setTimeout(() => {
    if (document.activeElement === null || document.activeElement === document.body) focusHeading()
  }, 0)
}

function focusHeading(): void {
  document.getElementById(headingId)?.focus({ preventScroll: true })
}
