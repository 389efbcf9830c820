import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'

const SECTIONS =
  'international economy politics opinion culture technology business sport local health environment science'

export default defineConfig({
  site: 'https://archive.example',
  integrations: [
    starlight({
      title: 'The Archive',
      sidebar: SECTIONS.split(' ').map((section) => ({ label: section, link: `/${section}/` })),
    }),
  ],
})
