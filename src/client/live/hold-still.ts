/**
 * Changes a page so that what the reader looks at stays where it is on the screen: of the `anchors`, in the order of the page,
 * the first that begins in view, else the first that ends below the view's top, of those that are still there afterwards.
 */
export function holdStill(anchors: readonly Element[], change: () => void) {
  const root = document.documentElement
  const tops = anchors
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.bottom > 0 && box.height > 0)
  // Browsers that hold a page still by themselves would do it twice.
  root.style.setProperty('overflow-anchor', 'none')
  change()
  const left = tops.filter(({ element }) => element.isConnected)
  const held = left.find(({ box }) => box.top >= 0 && box.top < innerHeight) ?? left[0]
  const moved = held ? held.element.getBoundingClientRect().top - held.box.top : 0
  if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' })
  requestAnimationFrame(() => root.style.removeProperty('overflow-anchor'))
}
