/** The element below `root` that its markup must have. */
export function part<T extends Element = HTMLElement>(root: ParentNode, selector: string): T {
  const element = root.querySelector<T>(selector)
  if (!element) throw new Error(`search lacks ${selector}`)
  return element
}
