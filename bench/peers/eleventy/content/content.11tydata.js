export default {
  layout: 'article.11ty.js',
  permalink: ({ category, page }) => `/${category}/${page.fileSlug}/`,
}
