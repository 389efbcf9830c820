export const SITE = { title: 'The Archive', url: 'https://archive.example', lang: 'en' }

export const capital = (slug) => slug.slice(0, 1).toUpperCase() + slug.slice(1)
export const nameOf = (slug) => slug.split('-').map(capital).join(' ')
export const slugOf = (name) => name.toLowerCase().replaceAll(' ', '-')

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign])

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
export const time = (date) => `<time datetime="${date.toISOString()}">${DAY.format(date)}</time>`
