DROP VIEW `lieu_valeur`;--> statement-breakpoint
CREATE TABLE `offre` (
	`id` integer PRIMARY KEY NOT NULL,
	`valeurs` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `lieu` ADD `offre_id` integer DEFAULT 1 NOT NULL REFERENCES offre(id);--> statement-breakpoint
ALTER TABLE `lieu` DROP COLUMN `valeurs`;--> statement-breakpoint
-- What a place offers when it does not say: nothing.
INSERT INTO `offre` (`id`, `valeurs`) VALUES (1, '{}');--> statement-breakpoint
-- A row for each value, for whoever asks in SQL.
CREATE VIEW `lieu_valeur` AS
  SELECT lieu.numero AS lieu_numero, champ.key AS champ, valeur.value AS valeur
  FROM lieu JOIN offre ON offre.id = lieu.offre_id, json_each(offre.valeurs) AS champ, json_each(champ.value) AS valeur;--> statement-breakpoint
-- One tree for its rows and their key: nothing has been written to it yet.
DROP TABLE `lieu_publication`;--> statement-breakpoint
CREATE TABLE `lieu_publication` (
	`lieu_numero` integer NOT NULL,
	`source_id` integer NOT NULL,
	`line` integer NOT NULL,
	`id_publie` text,
	PRIMARY KEY(`lieu_numero`, `source_id`, `line`),
	FOREIGN KEY (`lieu_numero`) REFERENCES `lieu`(`numero`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
