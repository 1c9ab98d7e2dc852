#!/bin/sh
# Les lieux d’un département, la commune la plus proche d’un nom, un fichier vérifié avant de le publier.
# sh docs/examples/curl.sh [http://localhost:3000]
set -eu
SITE="${1:-http://localhost:3000}"

# Trois lieux du département 66, avec leur téléphone.
curl -sf "$SITE/api/v1/lieux?departement=66&limit=3&fields=nom,commune,telephone"
echo

# Tous les lieux, en CSV, compressés en route ; « -z » ne reprend rien de ce qui n’a pas changé.
curl -sf --compressed "$SITE/api/v1/lieux.csv?departement=66" | head -n 1

# Un fichier que vous allez publier : ce que le site en dirait.
printf 'id,nom,commune,code_postal,adresse,date_maj\n1,Mairie,Perpignan,66000,,2026-01-01\n' |
  curl -sf -H 'Content-Type: text/csv' --data-binary @- "$SITE/api/v1/verifier"
echo
