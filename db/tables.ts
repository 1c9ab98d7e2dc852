import { createHash } from 'node:crypto'
import { TERRITOIRE } from './tables-territoire.ts'

/**
 * The tables of a database, made empty at each import and never migrated. `schema.ts` says the same to queries, and a test
 * holds that it does.
 */
export const TABLES = `
CREATE TABLE meta (cle TEXT PRIMARY KEY NOT NULL, valeur TEXT NOT NULL);

CREATE TABLE source (
  id INTEGER PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  fichier TEXT NOT NULL,
  titre TEXT NOT NULL,
  url TEXT,
  producteur TEXT,
  licence TEXT,
  millesime TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  demonstration INTEGER NOT NULL, courante INTEGER NOT NULL,
  lues INTEGER NOT NULL, gardees INTEGER NOT NULL, rejetees INTEGER NOT NULL, corrigees INTEGER NOT NULL
);

${TERRITOIRE}

CREATE TABLE structure (
  id INTEGER PRIMARY KEY NOT NULL,
  cle TEXT NOT NULL,
  siret TEXT, siren TEXT,
  nom TEXT NOT NULL,
  type TEXT,
  departement_code TEXT NOT NULL REFERENCES departement(code),
  commune_code TEXT REFERENCES commune(code),
  commune_siege_code TEXT REFERENCES commune(code),
  adresse TEXT,
  code_postal TEXT,
  lat REAL, lon REAL,
  precision TEXT NOT NULL,
  ruralite TEXT NOT NULL,
  densite INTEGER,
  frr TEXT,
  postes INTEGER NOT NULL,
  investissement INTEGER,
  date_validation TEXT,
  zrr INTEGER, qpv INTEGER,
  france_services INTEGER,
  lieux INTEGER NOT NULL
);
CREATE UNIQUE INDEX structure_cle ON structure (cle);
CREATE INDEX structure_siret ON structure (siret);
CREATE INDEX structure_siren ON structure (siren, departement_code);
CREATE INDEX structure_filtre ON structure (lieux, departement_code, ruralite);

CREATE TABLE poste (
  id INTEGER PRIMARY KEY NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source(id),
  line INTEGER NOT NULL,
  structure_id INTEGER REFERENCES structure(id),
  siret TEXT, nom TEXT NOT NULL,
  type TEXT,
  departement_code TEXT NOT NULL REFERENCES departement(code),
  commune_code TEXT REFERENCES commune(code),
  ruralite TEXT NOT NULL,
  densite INTEGER,
  nombre INTEGER NOT NULL,
  date_validation TEXT,
  investissement INTEGER,
  zrr INTEGER, qpv INTEGER
);
CREATE INDEX poste_source ON poste (source_id, departement_code);
CREATE INDEX poste_structure ON poste (structure_id);
CREATE INDEX poste_siret ON poste (siret);

CREATE TABLE offre (id INTEGER PRIMARY KEY NOT NULL, valeurs TEXT NOT NULL);
-- What a place offers when it does not say: nothing.
INSERT INTO offre (id, valeurs) VALUES (1, '{}');

CREATE TABLE lieu (
  numero INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL,
  reseau TEXT NOT NULL,
  nom TEXT NOT NULL,
  departement_code TEXT NOT NULL REFERENCES departement(code),
  commune_code TEXT REFERENCES commune(code),
  commune_nom TEXT,
  ruralite TEXT NOT NULL,
  densite INTEGER,
  frr TEXT,
  code_postal TEXT,
  adresse TEXT,
  complement_adresse TEXT,
  lat REAL, lon REAL,
  precision TEXT NOT NULL,
  telephone TEXT,
  courriels TEXT NOT NULL,
  sites_web TEXT NOT NULL,
  horaires TEXT,
  semaine TEXT,
  fuseau TEXT NOT NULL,
  resume TEXT,
  detail TEXT,
  typologie TEXT,
  itinerant INTEGER,
  siret TEXT, siren TEXT,
  structure_id INTEGER REFERENCES structure(id),
  rapprochement TEXT,
  structure_parente TEXT,
  date_maj TEXT,
  source TEXT,
  fiche_acces_libre TEXT,
  prise_rdv TEXT,
  vu_depuis TEXT,
  offre_id INTEGER DEFAULT 1 NOT NULL REFERENCES offre(id)
);
CREATE UNIQUE INDEX lieu_id ON lieu (id);
CREATE INDEX lieu_filtre ON lieu (reseau, departement_code, ruralite);
CREATE INDEX lieu_commune ON lieu (commune_code);
CREATE INDEX lieu_structure ON lieu (structure_id) WHERE structure_id IS NOT NULL;
CREATE INDEX lieu_siren ON lieu (siren) WHERE siren IS NOT NULL;
-- A row for each value, for whoever asks in SQL.
CREATE VIEW lieu_valeur AS
  SELECT lieu.numero AS lieu_numero, champ.key AS champ, valeur.value AS valeur
  FROM lieu JOIN offre ON offre.id = lieu.offre_id, json_each(offre.valeurs) AS champ, json_each(champ.value) AS valeur;

-- One tree for its rows and their key.
CREATE TABLE lieu_publication (
  lieu_numero INTEGER NOT NULL REFERENCES lieu(numero),
  source_id INTEGER NOT NULL REFERENCES source(id),
  line INTEGER NOT NULL,
  id_publie TEXT,
  PRIMARY KEY (lieu_numero, source_id, line)
) WITHOUT ROWID;

CREATE TABLE lieu_ancien (
  id TEXT PRIMARY KEY NOT NULL,
  vers_id TEXT,
  reseau TEXT NOT NULL,
  nom TEXT NOT NULL,
  commune_nom TEXT,
  commune_code TEXT REFERENCES commune(code),
  departement_code TEXT NOT NULL REFERENCES departement(code),
  lat REAL, lon REAL,
  vu_le TEXT NOT NULL, disparu_le TEXT NOT NULL
);

-- What the list in force, or an older one, says otherwise than the one before: JSON, of adresse, telephone, horaires.
CREATE TABLE lieu_change (
  lieu_numero INTEGER PRIMARY KEY NOT NULL REFERENCES lieu(numero),
  le TEXT NOT NULL,
  champs TEXT NOT NULL
);

CREATE TABLE anomalie_code (code TEXT PRIMARY KEY NOT NULL, severity TEXT NOT NULL, phrase TEXT NOT NULL);

CREATE TABLE anomalie (
  id INTEGER PRIMARY KEY NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source(id),
  line INTEGER NOT NULL,
  field TEXT NOT NULL,
  code TEXT NOT NULL REFERENCES anomalie_code(code),
  raw TEXT,
  corrected TEXT
);
CREATE INDEX anomalie_ligne ON anomalie (source_id, line);
CREATE INDEX anomalie_par_code ON anomalie (code);

CREATE TABLE ligne_publiee (
  source_id INTEGER NOT NULL REFERENCES source(id),
  line INTEGER NOT NULL,
  cellules TEXT NOT NULL,
  rejetee INTEGER NOT NULL,
  departement_code TEXT REFERENCES departement(code),
  commune_code TEXT REFERENCES commune(code),
  PRIMARY KEY (source_id, line)
);
CREATE INDEX ligne_rejetee ON ligne_publiee (rejetee, departement_code, commune_code);

-- The files that were read, as published but for the cells that name a person (vides: how many were emptied); by pieces,
-- each compressed. source_id is null for what comes with the site.
CREATE TABLE copie (
  nom TEXT PRIMARY KEY NOT NULL,
  source_id INTEGER REFERENCES source(id),
  vides INTEGER NOT NULL
);
CREATE TABLE copie_morceau (
  nom TEXT NOT NULL,
  rang INTEGER NOT NULL,
  gzip BLOB NOT NULL,
  PRIMARY KEY (nom, rang)
);

CREATE TABLE document (
  nom TEXT PRIMARY KEY NOT NULL,
  type TEXT NOT NULL,
  etag TEXT NOT NULL, brotli BLOB NOT NULL,
  gzip BLOB NOT NULL
);

-- Full text over places and employers; objet is 'lieu' or 'structure', numero its row.
CREATE VIRTUAL TABLE recherche USING fts5(
  nom, commune, adresse, objet UNINDEXED, numero UNINDEXED,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

-- Search of communes, one row each, the most populated first. mots: "=lhaylesroses=", the whole folded name as one
-- token between its marks, then the words of the name, then the postcodes. What is shown stands beside: no join.
CREATE VIRTUAL TABLE recherche_commune USING fts5(
  mots, code UNINDEXED, nom UNINDEXED, codes_postaux UNINDEXED,
  departement_code UNINDEXED, departement_nom UNINDEXED, population UNINDEXED,
  tokenize = "unicode61 tokenchars '='", prefix = '1 2 3', detail = none, columnsize = 0
);
`

/** What a database must have been made with to be read: another one is refused at start. */
export const SCHEMA_VERSION = createHash('sha256').update(TABLES).digest('hex').slice(0, 12)
