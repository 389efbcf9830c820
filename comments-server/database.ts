import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

// The columns that Waline's models read and write; it makes no tables itself.
const TABLES = `
CREATE TABLE IF NOT EXISTS wl_Comment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER, comment TEXT, insertedAt TEXT DEFAULT CURRENT_TIMESTAMP,
  ip TEXT, link TEXT, mail TEXT, nick TEXT, pid INTEGER, rid INTEGER, sticky NUMERIC,
  status TEXT NOT NULL DEFAULT '', "like" INTEGER, ua TEXT, url TEXT,
  createdAt TEXT DEFAULT CURRENT_TIMESTAMP, updatedAt TEXT DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX IF NOT EXISTS comments_of_page ON wl_Comment (url, status);
-- Waline fails at a reply to a comment that is gone: it answers the first of its thread from then on.
CREATE TRIGGER IF NOT EXISTS replies_of_deleted AFTER DELETE ON wl_Comment BEGIN
  UPDATE wl_Comment SET pid = rid WHERE pid = OLD.id AND rid <> OLD.id;
END;
CREATE TABLE IF NOT EXISTS wl_Counter (
  id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER,
  reaction0 INTEGER, reaction1 INTEGER, reaction2 INTEGER, reaction3 INTEGER, reaction4 INTEGER,
  reaction5 INTEGER, reaction6 INTEGER, reaction7 INTEGER, reaction8 INTEGER,
  url TEXT NOT NULL DEFAULT '',
  createdAt TEXT DEFAULT CURRENT_TIMESTAMP, updatedAt TEXT DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE IF NOT EXISTS wl_Users (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  display_name TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '', password TEXT NOT NULL DEFAULT '',
  type TEXT NOT NULL DEFAULT '', label TEXT, url TEXT, avatar TEXT,
  github TEXT, twitter TEXT, facebook TEXT, google TEXT, weibo TEXT, qq TEXT, oidc TEXT, huawei TEXT, "2fa" TEXT,
  createdAt TEXT DEFAULT CURRENT_TIMESTAMP, updatedAt TEXT DEFAULT CURRENT_TIMESTAMP
);`

/** The comments' database in `folder`, made with empty tables where there is none. */
export function openDatabase(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true })
  const database = new DatabaseSync(join(folder, 'waline.sqlite'), { timeout: 5000 })
  database.exec(`PRAGMA journal_mode = WAL;${TABLES}`)
  return database
}
