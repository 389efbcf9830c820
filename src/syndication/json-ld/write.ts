import type { Thing, WithContext } from 'schema-dts'

/** A thing of schema.org as it can stand by itself in a page. */
export type StructuredData = WithContext<Exclude<Thing, string>>

/**
 * A thing as it stands in a page's `<script type="application/ld+json">`: with
 * no `<` in it, so that nothing an author writes can end that element.
 */
export function writeJsonLd(thing: StructuredData): string {
  return JSON.stringify(thing).replaceAll('<', '\\u003c')
}
