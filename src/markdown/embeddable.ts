/** What another site lets pages show of it. */
export interface Embeddable {
  kind: 'video' | 'post' | 'map'
  /** Name of the site, as readers know it. */
  site: string
  /** Address for the frame, of the site's most sparing kind. */
  frame: string
}

/** Of all frames that `embeddable` can find. */
export const EMBED_ORIGINS = [
  'https://www.youtube-nocookie.com',
  'https://platform.twitter.com',
  'https://www.google.com',
  'https://www.openstreetmap.org',
] as const

/** Size in pixels that a map's frame has in the text column. */
const MAP = { width: 672, height: 378 }
const SECONDS: Record<string, number> = { h: 3600, m: 60, s: 1 }

/** The frame for a web address of YouTube, X, Google Maps or OpenStreetMap; undefined for any other. */
export function embeddable(address: string): Embeddable | undefined {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  const host = url.hostname.replace(/^(www|m|mobile|music)\./, '')
  switch (host) {
    case 'youtube.com':
    case 'youtube-nocookie.com':
    case 'youtu.be':
      return youtube(url, host)
    case 'x.com':
    case 'twitter.com':
      return post(url)
    case 'openstreetmap.org':
      return openStreetMap(url)
    default:
      return /^(maps\.)?google\.(com|[a-z]{2}|com?\.[a-z]{2})$/.test(host) ? googleMap(url, host) : undefined
  }
}

function youtube(url: URL, host: string): Embeddable | undefined {
  const [first = '', second = ''] = url.pathname.slice(1).split('/')
  const named = ['embed', 'shorts', 'live'].includes(first) ? second : undefined
  const id = host === 'youtu.be' ? first : first === 'watch' ? url.searchParams.get('v') : named
  if (!id || !/^[\w-]{11}$/.test(id)) return undefined
  const start = seconds(url.searchParams.get('t') ?? url.searchParams.get('start') ?? '')
  // It plays at once: the reader has pressed already.
  const query = new URLSearchParams({ autoplay: '1', ...(start > 0 && { start: String(start) }) })
  return { kind: 'video', site: 'YouTube', frame: `https://www.youtube-nocookie.com/embed/${id}?${query}` }
}

/** Of `90`, `90s` or `1h2m3s`. */
function seconds(time: string): number {
  if (/^\d{1,6}$/.test(time)) return Number(time)
  const parts = [...time.matchAll(/(\d{1,6})([hms])/g)]
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (SECONDS[unit ?? ''] ?? 0), 0)
}

/** The frame that X's own script makes; `dnt` asks X not to use the visit for advertisements. */
function post(url: URL): Embeddable | undefined {
  const id = /^\/\w+\/status(?:es)?\/(\d{1,20})\/?$/.exec(url.pathname)?.[1]
  return id
    ? { kind: 'post', site: 'X', frame: `https://platform.twitter.com/embed/Tweet.html?dnt=true&id=${id}` }
    : undefined
}

function googleMap(url: URL, host: string): Embeddable | undefined {
  if (!host.startsWith('maps.') && !/^\/maps(\/|$)/.test(url.pathname)) return undefined
  const site = 'Google Maps'
  const shared = url.pathname.startsWith('/maps/embed') ? url.searchParams.get('pb') : null
  if (shared) {
    return {
      kind: 'map',
      site,
      frame: `https://www.google.com/maps/embed?${new URLSearchParams({ pb: shared })}`,
    }
  }
  const [, lat, lon, zoom] = /@(-?[\d.]+),(-?[\d.]+),([\d.]+)z/.exec(url.pathname) ?? []
  const named = /^\/maps\/(?:place|search)\/([^/@]+)/.exec(url.pathname)?.[1]?.replaceAll('+', ' ')
  const asked = url.searchParams.get('q') ?? url.searchParams.get('query') ?? (named && decoded(named))
  const place = asked ?? (lat && lon && `${lat},${lon}`)
  if (!place) return undefined
  const query = new URLSearchParams({
    q: place,
    ...(lat && lon && { ll: `${lat},${lon}` }),
    ...(zoom && { z: String(Math.round(Number(zoom))) }),
    output: 'embed',
  })
  return { kind: 'map', site, frame: `https://www.google.com/maps?${query}` }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/**
 * OpenStreetMap's frame wants the box that it shows: 256 pixels hold
 * 360 / 2^zoom degrees of longitude, and of latitude that many times its cosine.
 */
function openStreetMap(url: URL): Embeddable | undefined {
  const [, zoom, lat, lon] =
    /^#(?:.*&)?map=(\d{1,2})(?:\.\d+)?\/(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)/.exec(url.hash) ?? []
  if (!zoom || !lat || !lon || Math.abs(Number(lat)) > 85 || Math.abs(Number(lon)) > 180) return undefined
  const perPixel = 360 / (256 * 2 ** Number(zoom))
  const across = (perPixel * MAP.width) / 2
  const up = ((perPixel * MAP.height) / 2) * Math.cos((Number(lat) * Math.PI) / 180)
  const box = [Number(lon) - across, Number(lat) - up, Number(lon) + across, Number(lat) + up]
  const marker = [url.searchParams.get('mlat'), url.searchParams.get('mlon')]
  const query = new URLSearchParams({
    bbox: box.map((degrees) => degrees.toFixed(5)).join(','),
    layer: 'mapnik',
    ...(marker.every((part) => part && /^-?\d+(\.\d+)?$/.test(part)) && { marker: marker.join(',') }),
  })
  return {
    kind: 'map',
    site: 'OpenStreetMap',
    frame: `https://www.openstreetmap.org/export/embed.html?${query}`,
  }
}
