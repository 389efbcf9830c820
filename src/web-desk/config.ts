import type { CmsConfig } from '@sveltia/cms'
import { linksFor } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import type { WebDeskSettings } from '#domain/web-desk-settings.ts'
import { fill } from '#i18n/dictionary.ts'
import type { Dictionary } from '#i18n/texts.ts'
import { backendFor } from './backend.ts'
import { collectionsFor, singletonsFor } from './collections.ts'

/** Of these a telephone's 12 MB become a tenth, and HEIC a picture that browsers show. What may move would stand still. */
const STILL_FORMATS = ['avif', 'heic', 'jpeg', 'png']
const SMALLER = { format: 'webp', quality: 85, width: 2400, height: 2400 } as const

/**
 * The config of Sveltia CMS for an outlet, made from its settings and from the
 * schemas that its files are checked by. It holds nothing of the files themselves.
 */
export function cmsConfig(site: Site, webDesk: WebDeskSettings, t: Dictionary): CmsConfig {
  return {
    backend: backendFor(webDesk),
    publish_mode: webDesk.review ? 'editorial_workflow' : 'simple',
    app_title: fill(t.webDesk.title, { name: site.name }),
    site_url: site.url,
    logo: { src: linksFor(site).publicFile('/icon-192.png') },
    media_folder: 'public/files',
    public_folder: '/files',
    media_libraries: {
      default: {
        config: {
          slugify_filename: true,
          transformations: Object.fromEntries(STILL_FORMATS.map((format) => [format, SMALLER])),
        },
      },
      stock_assets: { providers: [] },
    },
    slug: { encoding: 'ascii', clean_accents: true, maxlength: 80, timezone: 'local' },
    // An empty key would be a mistake to `news check`.
    output: { omit_empty_optional_fields: true },
    // What it would show beside the form is not the page that readers get.
    editor: { preview: false },
    collections: collectionsFor(site, t),
    singletons: singletonsFor(site, t),
  }
}
