import type { SiteKind } from '../kind.ts'
import { astro } from './astro.ts'
import { eleventy } from './eleventy.ts'
import { hugo } from './hugo.ts'
import { jekyll } from './jekyll.ts'

/** By what `--from` calls them. */
export const KINDS: Readonly<Record<string, SiteKind>> = { jekyll, hugo, eleventy, astro }
