import type { LoaderFunctionArgs } from '@remix-run/node'
import { messageDuLieu } from '#app/domain/lieu/partage.ts'
import { vcardDuLieu } from '#app/domain/lieu/vcard.ts'
import { lieuById } from '#db/lieux.server.ts'

/** `/lieux/ID/contact.vcf`: the place, for the contacts of a phone. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const lieu = lieuById(context.db, params.id ?? '')
  if (lieu === null) throw new Response('Ce lieu n’est pas dans l’annuaire.', { status: 404 })
  const page = `${context.publicUrl}/lieux/${lieu.id}`
  const nom = lieu.id.replace(/[^a-zA-Z0-9-]/g, '') || 'lieu'
  return new Response(vcardDuLieu(lieu, page, messageDuLieu(lieu, page, context.instant)), {
    headers: {
      'Content-Type': 'text/vcard; charset=utf-8',
      'Content-Disposition': `attachment; filename="${nom}.vcf"`,
    },
  })
}
