import type { APIRoute, GetStaticPathsOptions } from 'astro'
import { answerWithIcon, getIconPaths, type MissingIcon } from '#newsroom/icons.ts'
import { withCacheKeys } from '#newsroom/page-keys.ts'

/** Icons of an outlet that has none of its own. */
export const getStaticPaths = ({ routePattern }: GetStaticPathsOptions) =>
  withCacheKeys(routePattern, getIconPaths('svg'))

export const GET: APIRoute<MissingIcon> = ({ props }) => answerWithIcon(props, 'image/svg+xml')
