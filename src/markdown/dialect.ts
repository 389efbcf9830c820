/** What Markdown means here: the same wherever a body is read, as the ids of its headings come from its text. */
export const DIALECT = { frontmatter: false, smartPunctuation: true } as const
