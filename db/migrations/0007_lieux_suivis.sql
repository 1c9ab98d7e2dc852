CREATE TABLE `lieu_ancien` (
	`id` text PRIMARY KEY NOT NULL,
	`vers_id` text,
	`reseau` text NOT NULL,
	`nom` text NOT NULL,
	`commune_nom` text,
	`commune_code` text,
	`departement_code` text NOT NULL,
	`lat` real,
	`lon` real,
	`vu_le` text NOT NULL,
	`disparu_le` text NOT NULL,
	FOREIGN KEY (`commune_code`) REFERENCES `commune`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departement_code`) REFERENCES `departement`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `lieu` ADD `vu_depuis` text;