// A redirect that counts its visit in SQLite before it answers, as a good Node programmer writes it.
import Database from 'better-sqlite3';
import Fastify from 'fastify';

const db = new Database(process.argv[2]);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = NORMAL');
db.exec(`CREATE TABLE IF NOT EXISTS link (token TEXT PRIMARY KEY, target TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS visit_count (token TEXT, on_date TEXT, visits INTEGER NOT NULL,
    PRIMARY KEY (token, on_date));
  INSERT OR IGNORE INTO link VALUES ('abcdefghij', 'https://acme.example/page?utm_source=linkedin')`);
const target = db.prepare('SELECT target FROM link WHERE token = ?');
const count = db.prepare(`INSERT INTO visit_count VALUES (?, ?, 1)
  ON CONFLICT (token, on_date) DO UPDATE SET visits = visits + 1`);
const links = new Map();

const app = Fastify();
app.get('/c/:token', (request, reply) => {
  const { token } = request.params;
  let to = links.get(token);
  if (to === undefined) {
    to = target.get(token)?.target;
    if (to === undefined) return reply.code(404).send();
    links.set(token, to);
  }
  count.run(token, new Date().toISOString().slice(0, 10));
  return reply.redirect(to, 302);
});
await app.listen({ host: '127.0.0.1', port: 0 });
console.log(`port ${app.server.address().port}`);
