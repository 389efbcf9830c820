/** Shows the one of the lines below `root` whose `data-when` is `what`; none for undefined. */
export function say(root: Element | null, what: string | undefined) {
  for (const line of root?.querySelectorAll<HTMLElement>('[data-when]') ?? [])
    line.hidden = line.dataset.when !== what
}
