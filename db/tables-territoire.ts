/** The tables of the territory, as `schema-territoire.ts` says them to queries. */
export const TERRITOIRE = `CREATE TABLE region (code TEXT PRIMARY KEY NOT NULL, nom TEXT NOT NULL);

CREATE TABLE departement (
  code TEXT PRIMARY KEY NOT NULL, nom TEXT NOT NULL,
  region_code TEXT REFERENCES region(code),
  population INTEGER NOT NULL
);

CREATE TABLE commune (
  code TEXT PRIMARY KEY NOT NULL,
  nom TEXT NOT NULL,
  departement_code TEXT NOT NULL REFERENCES departement(code),
  epci_code TEXT,
  population INTEGER NOT NULL,
  surface_km2 REAL,
  lat REAL, lon REAL,
  densite INTEGER,
  ruralite TEXT NOT NULL,
  ruralite_estimee INTEGER NOT NULL,
  frr TEXT,
  distance_km REAL,
  lieu_proche INTEGER,
  distance_france_services_km REAL
);
CREATE INDEX commune_departement ON commune (departement_code);
CREATE INDEX commune_epci ON commune (epci_code);

CREATE TABLE commune_ancienne (code TEXT PRIMARY KEY NOT NULL, commune_code TEXT NOT NULL REFERENCES commune(code));

CREATE TABLE commune_code_postal (
  code_postal TEXT NOT NULL,
  commune_code TEXT NOT NULL REFERENCES commune(code),
  PRIMARY KEY (code_postal, commune_code)
);
CREATE INDEX code_postal_de_commune ON commune_code_postal (commune_code);

CREATE TABLE arrondissement (
  code TEXT PRIMARY KEY NOT NULL,
  nom TEXT NOT NULL,
  commune_code TEXT NOT NULL REFERENCES commune(code),
  numero INTEGER NOT NULL,
  codes_postaux TEXT NOT NULL,
  population INTEGER NOT NULL,
  lat REAL NOT NULL, lon REAL NOT NULL
);

CREATE TABLE toponyme (
  id INTEGER PRIMARY KEY NOT NULL,
  nom TEXT NOT NULL,
  genre TEXT NOT NULL,
  commune_code TEXT NOT NULL REFERENCES commune(code),
  population INTEGER NOT NULL,
  mots TEXT NOT NULL,
  cle TEXT NOT NULL,
  son TEXT NOT NULL
);
CREATE INDEX toponyme_cle ON toponyme (cle);
CREATE INDEX toponyme_son ON toponyme (son);
CREATE INDEX toponyme_mots ON toponyme (mots);`
