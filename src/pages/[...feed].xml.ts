import type { APIRoute, GetStaticPathsOptions } from 'astro'
import { type FeedProps, feedPaths, getFeed } from '#newsroom/feeds.ts'

export const getStaticPaths = (route: GetStaticPathsOptions) => feedPaths(route, ['rss', 'atom'])

export const GET: APIRoute<FeedProps> = ({ props }) => getFeed(props)
