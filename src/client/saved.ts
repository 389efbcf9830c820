import './follows/followed-list.ts'
import './kept-list.ts'
import './saved-copies.ts'
import { followSaved } from './copies/follow-saved.ts'
import { listedPaths } from './saved-articles.ts'

// What is fetched where articles are saved or listed; `copies/script-files.ts` knows the part by this file's name.

export { followSaved }

// The page that an outlet leaves of an article that it has taken back: there may be a copy of the article.
const notice = document.querySelector<HTMLElement>('[data-withdrawn]')
if (notice && listedPaths('all').includes(location.pathname))
  void followSaved(notice.dataset, location.pathname, { isVisit: true })
