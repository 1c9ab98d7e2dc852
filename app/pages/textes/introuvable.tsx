/** Any address that the table of routes does not know. */
export function loader(): never {
  throw new Response(null, { status: 404 })
}

export default function Introuvable() {
  return null
}
