"""Les postes et les lieux de chaque département, sans bibliothèque.

python3 docs/examples/python.py [http://localhost:3000]
"""
import csv
import io
import json
import sys
from urllib.request import urlopen

SITE = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:3000"

with urlopen(f"{SITE}/api/v1/departements?fields=nom,lieux,postes,postes_pour_10000") as reponse:
    donnees = json.load(reponse)
for departement in donnees["departements"][:5]:
    print(departement["code"], departement["nom"], departement["lieux"], departement["postes"])
for source in donnees["source"]:
    print(f"Source : {source['titre']}, {source['date']}, {source['licence']}")

with urlopen(f"{SITE}/api/v1/lieux.csv?departement=66") as reponse:
    lignes = list(csv.DictReader(io.TextIOWrapper(reponse, encoding="utf-8-sig")))
print(len(lignes), "lieux dans le département 66,", sum(1 for ligne in lignes if ligne["telephone"]), "avec un téléphone")
