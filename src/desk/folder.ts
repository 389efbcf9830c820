import { join, relative, resolve, sep } from 'node:path'

/** Where a newsroom keeps its files; all paths absolute. */
export interface NewsroomFolder {
  root: string
  articles: string
  /** Holds the folders of all collections but the articles. */
  content: string
  authors: string
  categories: string
  series: string
  pages: string
  /** Entries of live coverage that name their article, in place of lying beside it. */
  live: string
  readership: string
  tags: string
  /** The line of breaking news. */
  breaking: string
  siteConfig: string
  /** Texts of the chrome in other languages, or in other words. */
  texts: string
  /** Of colours and sizes; where there is none the program's own holds. */
  tailwindConfig: string
  /** Its own looks, and the components that it has in place of the program's; neither need be there. */
  theme: string
  overrides: string
  publicFiles: string
}

/** The newsroom to build: the folder that NEWSROOM names, or the one we stand in. */
export function newsroomFolder(root = process.env.NEWSROOM || '.'): NewsroomFolder {
  const from = (...path: string[]) => join(resolve(root), ...path)
  return {
    root: from(),
    articles: from('articles'),
    content: from('src/content'),
    authors: from('src/content/authors'),
    categories: from('src/content/categories'),
    series: from('src/content/series'),
    pages: from('src/content/pages'),
    live: from('src/content/live'),
    readership: from('src/content/readership.json'),
    tags: from('src/content/tags.yml'),
    breaking: from('src/content/breaking.yml'),
    siteConfig: from('src/site.config.ts'),
    texts: from('src/texts'),
    tailwindConfig: from('tailwind.config.ts'),
    theme: from('src/theme.ts'),
    overrides: from('src/overrides'),
    publicFiles: from('public'),
  }
}

/** A path as people write it, with slashes, from `root`. */
export function pathFrom(root: string, path: string): string {
  // What most are; to resolve both takes an archive its time.
  const start = `${root}${sep}`
  const below = path.slice(start.length)
  if (path.startsWith(start) && !below.startsWith('.') && !below.includes(`${sep}.`))
    return below.split(sep).join('/')
  return relative(root, path).split(sep).join('/')
}
