/** HTML that `html` made: it stands in other HTML as it is. */
export class Markup {
  private text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/** Markup in which every value stands as text, but for what another `html` made. */
export function html(strings: TemplateStringsArray, ...values: (string | Markup | Markup[])[]): Markup {
  const parts = values.map((value) => {
    if (typeof value === 'string') return escapeText(value)
    return Array.isArray(value) ? value.join('') : value.toString()
  })
  return new Markup(String.raw({ raw: strings }, ...parts))
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
