import { archiveOf } from './archive.js'

export default function (config) {
  config.setUseGitIgnore(false)
  config.addPassthroughCopy('pictures')

  let archive
  const made = (api) => (archive ??= archiveOf(api.getFilteredByGlob('./content/**/*.md')))
  for (const name of ['newest', 'sections', 'lists', 'feeds', 'related', 'neighbours'])
    config.addCollection(name, (api) => made(api)[name])
}

export const config = {
  // What is written in an article is text, not a template.
  markdownTemplateEngine: false,
  dir: { input: '.', output: 'public' },
}
