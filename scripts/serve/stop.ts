import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import net, { type Socket } from 'node:net'

const SWEEP_MS = 50

/**
 * Follows the connections of a server, from before it listens, and returns what stops it: no new connection, every answer
 * under way read to its end, `mostMs` at most, then `ended`. Node's own `close` takes an answer for read as soon as it is
 * written, and cuts it to whoever reads slowly.
 */
export function stopperOf(server: Server): (ended: () => void, mostMs: number) => void {
  // With the last answer of each: those before it have left when it has.
  const connections = new Map<Socket, ServerResponse | null>()
  server.on('connection', (socket: Socket) => {
    connections.set(socket, null)
    socket.once('close', () => connections.delete(socket))
  })
  server.prependListener('request', ({ socket }: IncomingMessage, answer: ServerResponse) => {
    connections.set(socket, answer)
  })
  return (ended, mostMs) => {
    const sweep = () => {
      for (const [socket, answer] of connections) if (answer?.closed !== false) socket.end()
    }
    const sweeping = setInterval(sweep, SWEEP_MS)
    setTimeout(() => server.closeAllConnections(), mostMs).unref()
    net.Server.prototype.close.call(server, () => {
      clearInterval(sweeping)
      ended()
    })
    sweep()
  }
}
