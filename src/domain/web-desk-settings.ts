import { z } from 'astro/zod'
import { flag, text, webAddress } from './setting.ts'

/** The config's `webDesk`: where the desk at `/admin/` keeps what authors write. */
export const webDeskSettings = z
  .strictObject({
    /** The kind of server that has the repository; `gitea` is Forgejo's too. */
    backend: z.enum(['github', 'gitlab', 'gitea'], 'must be "github", "gitlab" or "gitea"'),
    /** The newsroom's repository, as `owner/name`; groups of GitLab may stand between. */
    repo: z.string().regex(/^[\w.-]+(\/[\w.-]+)+$/, 'must be a repository such as "outlet/news"'),
    branch: text.default('main'),
    /** The API of a server of your own, such as `https://git.example/api/v1`. */
    apiRoot: webAddress.optional(),
    /** Where authors sign in: for GitHub an authenticator, for GitLab and Gitea a server of your own. */
    baseUrl: webAddress.optional(),
    /** The number that GitLab or Gitea gave the desk as an application; without it authors sign in by a token. */
    appId: text.optional(),
    /** Whether articles wait for an editor, each in a pull request of its own. */
    review: flag.default(false),
  })
  .refine(({ backend, review }) => !(backend === 'gitea' && review), {
    path: ['review'],
    error:
      'must be false with "gitea": the desk makes pull requests at GitHub and merge requests at GitLab alone',
  })

export type WebDeskSettings = z.output<typeof webDeskSettings>
