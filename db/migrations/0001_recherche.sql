-- Full text over places and employers; `objet` is 'lieu' or 'structure', `numero` its row.
CREATE VIRTUAL TABLE `recherche` USING fts5(
  `nom`, `commune`, `adresse`, `objet` UNINDEXED, `numero` UNINDEXED,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
