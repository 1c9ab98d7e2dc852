/**
 * The packages that are not written into what is built: compiled for a machine, finding their own files or starting their
 * own threads from where they are, or read by the server and by the pages, which load them once.
 */
export const APART = ['better-sqlite3', '@resvg/resvg-js', 'dejavu-fonts-ttf', 'piscina', 'pino', '@remix-run/node']
