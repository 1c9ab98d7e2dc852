CREATE TABLE `lieu_ancien` (
	`id` text PRIMARY KEY NOT NULL,
	`vers_id` text,
	`reseau` text NOT NULL,
	`nom` text NOT NULL,
	`commune_nom` text,
	`departement_code` text NOT NULL,
	`lat` real,
	`lon` real,
	`vu_le` text NOT NULL,
	FOREIGN KEY (`departement_code`) REFERENCES `departement`(`code`) ON UPDATE no action ON DELETE no action
);
