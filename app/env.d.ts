import '@remix-run/node'

declare module '@remix-run/node' {
  // Loaders' data keep their types (dates, maps) instead of JSON's: the single fetch flag of remix.config.js.
  interface Future {
    v3_singleFetch: true
  }
}
