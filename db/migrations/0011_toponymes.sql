CREATE TABLE `arrondissement` (
	`code` text PRIMARY KEY NOT NULL,
	`nom` text NOT NULL,
	`commune_code` text NOT NULL,
	`numero` integer NOT NULL,
	`codes_postaux` text NOT NULL,
	`population` integer NOT NULL,
	`lat` real NOT NULL,
	`lon` real NOT NULL,
	FOREIGN KEY (`commune_code`) REFERENCES `commune`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `toponyme` (
	`id` integer PRIMARY KEY NOT NULL,
	`nom` text NOT NULL,
	`genre` text NOT NULL,
	`commune_code` text NOT NULL,
	`population` integer NOT NULL,
	`mots` text NOT NULL,
	`cle` text NOT NULL,
	`son` text NOT NULL,
	FOREIGN KEY (`commune_code`) REFERENCES `commune`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `toponyme_cle` ON `toponyme` (`cle`);--> statement-breakpoint
CREATE INDEX `toponyme_son` ON `toponyme` (`son`);--> statement-breakpoint
CREATE INDEX `toponyme_mots` ON `toponyme` (`mots`);