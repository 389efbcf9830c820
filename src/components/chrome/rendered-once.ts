const rendered = new WeakMap<object, Map<string, Promise<string>>>()

/**
 * The markup that is kept under a name for all pages of a build; made when it is first asked for.
 * @param of what it shows of the edition: with another object, of another edition, it is made anew
 */
export function renderedOnce(of: object, name: string, render: () => Promise<string>): Promise<string> {
  const kept = rendered.get(of) ?? new Map<string, Promise<string>>()
  rendered.set(of, kept)
  const markup = kept.get(name) ?? render()
  kept.set(name, markup)
  return markup
}
