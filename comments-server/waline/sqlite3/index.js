const { DatabaseSync } = require('node:sqlite')

/** The callbacks of sqlite3's `Database` that think-model-sqlite calls, answered by `node:sqlite`. */
class Database {
  constructor(path, opened) {
    try {
      this.database = new DatabaseSync(path, { timeout: 5000 })
      queueMicrotask(() => opened(null))
    } catch (error) {
      queueMicrotask(() => opened(error))
    }
  }

  /** `done(error, rows)` */
  all(sql, done) {
    this.answer(done, () => this.database.prepare(sql).all())
  }

  /** `done(error)`, its `this` being `{ lastID, changes }` */
  run(sql, done) {
    this.answer(done, () => {
      const { lastInsertRowid, changes } = this.database.prepare(sql).run()
      return { lastID: Number(lastInsertRowid), changes: Number(changes) }
    })
  }

  close() {
    this.database.close()
  }

  answer(done, ask) {
    let result
    try {
      result = ask()
    } catch (error) {
      queueMicrotask(() => done.call({}, error))
      return
    }
    queueMicrotask(() => done.call(result, null, result))
  }
}

module.exports = { Database }
