// What a server costs that does nothing else: the same head and body, whatever is asked. `node bare.mjs FILE` prints its URL.
import { readFileSync } from 'node:fs'
import http from 'node:http'

const { status, head, body } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const bytes = status === 304 ? undefined : Buffer.from(body, 'base64')
const server = http.createServer((_, res) => {
  res.writeHead(status, head)
  res.end(bytes)
})
server.keepAliveTimeout = 80_000
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
