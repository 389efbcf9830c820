/** A component as Astro has compiled it. */
type Component = (result: unknown, props: unknown, slots: unknown) => unknown

/** The same component, whose errors say in which file of the outlet they were made. */
export function namingErrors(component: Component, file: string): Component {
  const named: Component = (...args) => {
    try {
      const rendered = component(...args)
      return rendered instanceof Promise ? rendered.catch(tell) : rendered
    } catch (error) {
      return tell(error)
    }
  }
  // Astro knows a component by these.
  return Object.assign(named, component)

  function tell(thrown: unknown): never {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    const { message, stack } = error
    error.message = `${file} cannot be rendered: ${message}`
    if (stack !== undefined) error.stack = stack.replace(message, error.message)
    throw error
  }
}
