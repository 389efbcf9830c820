import type { StarterTexts } from './texts.ts'

export const en: StarterTexts = {
  tagline: 'News, and what stands behind it',
  sections: ['News', 'Opinion'],
  newsroom: 'The newsroom',
  article: {
    slug: 'our-first-day',
    title: '{name} begins today',
    description:
      'A first article, so that there is something to read, and a word on how the next one is made.',
    body: `This is the first article of {name}. It is here so that the front page is not empty, and so that whoever writes the
second one can see how an article looks.

## How an article is made

An article is a text file. At its top stand the title, the sentence below it, the section, who wrote it and when readers
get it. Below that comes the text, with an empty line between its paragraphs. A line that begins with two hashes is a
heading, as the one above.

The name of the file becomes the address of the page, so it is worth a thought: a few words that still say in ten years
what the article is about.

## What readers can count on

Who writes here signs. What turns out to be wrong is put right, and the correction is told below the article. What is
opinion is marked as such.
`,
  },
  about: {
    slug: 'about',
    label: 'About us',
    title: 'About us',
    description:
      'Who writes for {name}, and how it deals with mistakes and with what it knows of its readers.',
    body: `{name} is an independent news outlet. Whoever writes here is named with every article, and has a page of their own.

## Corrections

Mistakes are put right as soon as they are known. A correction says what was wrong and what is right, and stays with the
article; all of them are listed on [one page](/corrections/).

## Privacy

These pages set no cookies and follow nobody. What you choose here, the dark display for instance, is kept in your own
browser.
`,
  },
  archive: 'Archive',
  readme: `# {name}

A news outlet, made of the files in this folder and of Warta, the program that
builds pages from them.

\`\`\`sh
npm install     # once
npm start       # builds the site and serves it at http://localhost:4321/
npm run dev     # while you write: shows every change at once, drafts too
npm run check   # tells every mistake in every file
npm test        # check and build, as before a publication
\`\`\`

## Write

\`npm run news -- new "My headline"\` starts an article below \`articles/\`, asking for the rest. The file's name is its
address. How one is written is told in \`node_modules/warta/docs/authors.md\`, and an editor's day in \`editors.md\` beside it. The first article, and what "about us" says, are yours to replace.

| where                          | what                                                                              |
| ------------------------------ | --------------------------------------------------------------------------------- |
| \`articles/\`                    | articles, with their pictures beside them                                         |
| \`src/content/authors/\`         | people, a file each                                                               |
| \`src/content/categories/\`      | sections, a file each                                                             |
| \`src/content/pages/\`           | pages such as "about us"                                                          |
| \`src/site.config.ts\`           | name, address, language, menu, front page                                         |
| \`public/\`                      | icons and logo, drawn from the name: put your own in their place                  |

## Publish

{publishing}

Commit \`package-lock.json\` as well: it says which versions the site is built with.
`,
  publishing: {
    'github-pages': `\`.github/workflows/publish.yml\` builds the site and publishes it on GitHub Pages when \`main\` changes, every quarter of an
hour for what is scheduled, and by hand. Choose "GitHub Actions" under Settings → Pages once, and see that \`url\` in
\`src/site.config.ts\` is the site's address. GitHub takes no site of a business on Pages, and private repositories in
paid plans alone.`,
    netlify: `Connect the repository at Netlify: \`netlify.toml\` says the rest. For what is scheduled, make a build hook there and save
its address as the secret \`BUILD_HOOK\` of the repository: \`.github/workflows/publish.yml\` calls it every quarter of an hour.`,
    cloudflare: `Connect the repository at Cloudflare Pages: build command \`npm run build\`, folder \`dist\`. For what is scheduled, make a
deploy hook there and save its address as the secret \`BUILD_HOOK\` of the repository: \`.github/workflows/publish.yml\`
calls it every quarter of an hour.`,
    server: `\`.github/workflows/publish.yml\` builds the site and copies it to your server by rsync when \`main\` changes, and every
quarter of an hour for what is scheduled. It needs the secrets \`SSH_KEY\` and \`SSH_KNOWN_HOSTS\` and the variable
\`DEPLOY_TO\`, \`news@server.net:/srv/news\` say. On the server itself it is \`npm ci && npm run build\`, and the web server's root
is \`dist\`. How nginx and Caddy are set up is told in \`node_modules/warta/docs/hosting.md\`.

With a publisher there each story is public as soon as it is pushed, and what is scheduled at its second:
\`node_modules/warta/docs/publisher.md\`.`,
    none: '`npm run build` makes the whole site in `dist/`, which any web server can serve.',
  },
}
