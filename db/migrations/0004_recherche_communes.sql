-- Search of communes, one row each, the most populated first. `mots`: "=lhaylesroses=", the whole folded name as one
-- token between its marks, then the words of the name, then the postcodes. What is shown stands beside: no join.
DROP TABLE `recherche_commune`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `recherche_commune` USING fts5(
  `mots`, `code` UNINDEXED, `nom` UNINDEXED, `codes_postaux` UNINDEXED,
  `departement_code` UNINDEXED, `departement_nom` UNINDEXED, `population` UNINDEXED,
  tokenize = "unicode61 tokenchars '='", prefix = '1 2 3 4 5 6 7', detail = none, columnsize = 0
);
