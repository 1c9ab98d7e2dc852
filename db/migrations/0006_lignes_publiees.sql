CREATE TABLE `ligne_publiee` (
	`source_id` integer NOT NULL,
	`line` integer NOT NULL,
	`cellules` text NOT NULL,
	`rejetee` integer NOT NULL,
	`departement_code` text,
	`commune_code` text,
	PRIMARY KEY(`source_id`, `line`),
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departement_code`) REFERENCES `departement`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `commune`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ligne_rejetee` ON `ligne_publiee` (`rejetee`,`departement_code`,`commune_code`);--> statement-breakpoint
CREATE INDEX `commune_epci` ON `commune` (`epci_code`);--> statement-breakpoint
CREATE INDEX `lieu_siren` ON `lieu` (`siren`);--> statement-breakpoint
CREATE INDEX `poste_siret` ON `poste` (`siret`);