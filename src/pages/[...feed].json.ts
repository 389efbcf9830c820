import type { APIRoute } from 'astro'
import { type FeedProps, feedPaths, getFeed } from '#feeds.ts'

export const getStaticPaths = () => feedPaths(['json'])

export const GET: APIRoute<FeedProps> = ({ props: { channel, format } }) => getFeed(channel, format)
