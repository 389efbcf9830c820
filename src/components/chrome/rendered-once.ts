const rendered = new Map<string, Promise<string>>()

/** The markup that is kept under a name for all pages of a build; made when it is first asked for. */
export function renderedOnce(name: string, render: () => Promise<string>): Promise<string> {
  const kept = rendered.get(name) ?? render()
  rendered.set(name, kept)
  return kept
}
