CREATE TABLE `commune_ancienne` (
	`code` text PRIMARY KEY NOT NULL,
	`commune_code` text NOT NULL,
	FOREIGN KEY (`commune_code`) REFERENCES `commune`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- Search of communes, one row each, the most populated first. `entier`: the whole folded name without spaces, one token.
CREATE VIRTUAL TABLE `recherche_commune` USING fts5(
  `entier`, `nom`, `codes_postaux`, `code` UNINDEXED,
  tokenize = "unicode61", prefix = '1 2 3 4'
);
