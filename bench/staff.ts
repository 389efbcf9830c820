import { randomFrom } from './random.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Those who write, and what they write about, by their slugs; tags by their names. */
export interface Staff {
  authors: string[]
  categories: string[]
  tags: string[]
  /** Of the newsroom, by their paths in it. */
  files: Record<string, string>
}

const CATEGORIES =
  'business culture economy environment health international local opinion politics science sport technology'.split(
    ' ',
  )
const FIRST =
  'Adi Agus Ana Ayu Budi Citra Dewi Eka Fajar Gita Hadi Indah Joko Kartika Lina Maya Nadia Putra Ratna Sari'.split(
    ' ',
  )
const LAST = 'Anggraini Hidayat Kusuma Lestari Nugroho Pratama Rahman Santoso Siregar Wijaya'.split(' ')
const TAGS = 2000

export function staff(seed: number, vocabulary: Vocabulary): Staff {
  const random = randomFrom(seed, 5)
  const people = FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`))
  const tags = new Set<string>()
  while (tags.size < TAGS) {
    const name = [vocabulary.name(random), ...(random.next() < 0.4 ? [vocabulary.name(random)] : [])].join(
      ' ',
    )
    tags.add(capital(name))
  }
  const config = {
    name: 'The Archive',
    tagline: 'A large newsroom for measuring',
    url: 'https://archive.example/',
    locale: 'en',
    timeZone: 'UTC',
    menu: CATEGORIES.slice(0, 8),
    frontPage: { sections: CATEGORIES.map((category) => ({ category })) },
    pageSize: { list: 20 },
  }
  const about =
    '---\ntitle: About\ndescription: A newsroom that no one reads.\n---\n\nMade up, word by word.\n'
  return {
    authors: people.map(slugOf),
    categories: CATEGORIES,
    tags: [...tags],
    files: {
      'src/site.config.ts': `export default ${JSON.stringify(config, null, 2)}\n`,
      'src/content/pages/about.md': about,
      ...Object.fromEntries(
        people.map((name) => [`src/content/authors/${slugOf(name)}.yml`, `name: ${name}\nrole: Reporter\n`]),
      ),
      ...Object.fromEntries(
        CATEGORIES.map((slug) => [`src/content/categories/${slug}.yml`, `name: ${capital(slug)}\n`]),
      ),
    },
  }
}

function slugOf(name: string): string {
  return name.toLowerCase().replace(' ', '-')
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}
