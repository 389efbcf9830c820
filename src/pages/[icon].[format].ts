import type { APIRoute, GetStaticPathsOptions } from 'astro'
import { drawIcon } from '#icons/draw-icon.ts'
import { getMissingIcons, type MissingIcon } from '#newsroom/icons.ts'
import { withCacheKeys } from '#newsroom/page-keys.ts'

const TYPES: Record<string, string> = { svg: 'image/svg+xml', png: 'image/png', ico: 'image/x-icon' }

/** Icons and logo of an outlet that has none of its own. */
export const getStaticPaths = ({ routePattern }: GetStaticPathsOptions) =>
  withCacheKeys(
    routePattern,
    getMissingIcons().map((missing) => {
      const [icon = '', format = ''] = missing.file.split('.')
      return { params: { icon, format }, props: missing }
    }),
  )

export const GET: APIRoute<MissingIcon> = async ({ props: { file, subject, colours }, params }) =>
  new Response(new Uint8Array(await drawIcon(file, subject, colours)), {
    headers: { 'Content-Type': TYPES[params.format ?? ''] ?? '' },
  })
