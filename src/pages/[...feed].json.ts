import type { APIRoute, GetStaticPathsOptions } from 'astro'
import { type FeedProps, feedPaths, getFeed } from '#newsroom/feeds.ts'

export const getStaticPaths = (route: GetStaticPathsOptions) => feedPaths(route, ['json'])

export const GET: APIRoute<FeedProps> = ({ props }) => getFeed(props)
