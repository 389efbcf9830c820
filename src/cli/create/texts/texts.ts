/** A page or an article as a new outlet has it, before its name is put in. */
interface StarterText {
  /** Of its address. */
  slug: string
  title: string
  description: string
  /** Markdown. */
  body: string
}

/** What a new outlet is given in one language. `{name}` stands for the outlet's name. */
export interface StarterTexts {
  tagline: string
  /** Names of sections, for those who name none. */
  sections: readonly string[]
  /** Who signs, where nobody is named. */
  newsroom: string
  article: StarterText
  about: StarterText & {
    /** In the foot of every page. */
    label: string
  }
  archive: string
  /** Markdown; `{name}`, `{publishing}`. */
  readme: string
  /** The README's paragraph on the outlet's host. */
  publishing: Readonly<Record<'github-pages' | 'netlify' | 'cloudflare' | 'server' | 'none', string>>
}
