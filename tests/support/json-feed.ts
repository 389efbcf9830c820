import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import schema from './json-feed.schema.json' with { type: 'json' }

const ajv = new Ajv2020({ allErrors: true })
addFormats.default(ajv)
const validate = ajv.compile<JsonFeed>(schema)

export interface JsonFeed {
  title: string
  description: string
  feed_url: string
  hubs?: { url: string }[]
  authors: { name: string }[]
  items: {
    id: string
    url: string
    title: string
    summary: string
    content_html: string
    date_published: string
    date_modified: string
    image?: string
    language?: string
    authors?: { name: string; url: string }[]
    tags?: string[]
  }[]
}

/** A text read as JSON Feed 1.1. @throws Error that names each fault */
export function parseJsonFeed(text: string): JsonFeed {
  const feed: unknown = JSON.parse(text)
  if (validate(feed)) return feed
  throw new Error(ajv.errorsText(validate.errors, { separator: '\n' }))
}
