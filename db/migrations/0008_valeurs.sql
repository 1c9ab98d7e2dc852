DROP TABLE `lieu_valeur`;--> statement-breakpoint
ALTER TABLE `lieu` ADD `valeurs` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- A row for each value, for whoever asks in SQL.
CREATE VIEW `lieu_valeur` AS
  SELECT lieu.numero AS lieu_numero, champ.key AS champ, valeur.value AS valeur
  FROM lieu, json_each(lieu.valeurs) AS champ, json_each(champ.value) AS valeur;
