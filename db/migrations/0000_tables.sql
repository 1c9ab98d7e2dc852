CREATE TABLE `anomalie` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`line` integer NOT NULL,
	`field` text NOT NULL,
	`code` text NOT NULL,
	`raw` text,
	`corrected` text,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code`) REFERENCES `anomalie_code`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `anomalie_ligne` ON `anomalie` (`source_id`,`line`);--> statement-breakpoint
CREATE INDEX `anomalie_par_code` ON `anomalie` (`code`);--> statement-breakpoint
CREATE TABLE `anomalie_code` (
	`code` text PRIMARY KEY NOT NULL,
	`severity` text NOT NULL,
	`phrase` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `commune` (
	`code` text PRIMARY KEY NOT NULL,
	`nom` text NOT NULL,
	`departement_code` text NOT NULL,
	`epci_code` text,
	`population` integer NOT NULL,
	`surface_km2` real,
	`lat` real,
	`lon` real,
	`densite` integer,
	`ruralite` text NOT NULL,
	`ruralite_estimee` integer NOT NULL,
	`frr` text,
	FOREIGN KEY (`departement_code`) REFERENCES `departement`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `commune_departement` ON `commune` (`departement_code`);--> statement-breakpoint
CREATE TABLE `commune_code_postal` (
	`code_postal` text NOT NULL,
	`commune_code` text NOT NULL,
	PRIMARY KEY(`code_postal`, `commune_code`),
	FOREIGN KEY (`commune_code`) REFERENCES `commune`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `departement` (
	`code` text PRIMARY KEY NOT NULL,
	`nom` text NOT NULL,
	`region_code` text,
	`population` integer NOT NULL,
	FOREIGN KEY (`region_code`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `document` (
	`nom` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`etag` text NOT NULL,
	`brotli` blob NOT NULL,
	`gzip` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `lieu` (
	`numero` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`reseau` text NOT NULL,
	`nom` text NOT NULL,
	`departement_code` text NOT NULL,
	`commune_code` text,
	`commune_nom` text,
	`ruralite` text NOT NULL,
	`densite` integer,
	`frr` text,
	`code_postal` text,
	`adresse` text,
	`complement_adresse` text,
	`lat` real,
	`lon` real,
	`precision` text NOT NULL,
	`telephone` text,
	`courriels` text NOT NULL,
	`sites_web` text NOT NULL,
	`horaires` text,
	`semaine` text,
	`fuseau` text NOT NULL,
	`resume` text,
	`detail` text,
	`typologie` text,
	`itinerant` integer,
	`siret` text,
	`siren` text,
	`structure_id` integer,
	`rapprochement` text,
	`structure_parente` text,
	`date_maj` text,
	`source` text,
	`fiche_acces_libre` text,
	`prise_rdv` text,
	FOREIGN KEY (`departement_code`) REFERENCES `departement`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `commune`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`structure_id`) REFERENCES `structure`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lieu_id` ON `lieu` (`id`);--> statement-breakpoint
CREATE INDEX `lieu_filtre` ON `lieu` (`reseau`,`departement_code`,`ruralite`);--> statement-breakpoint
CREATE INDEX `lieu_ruralite` ON `lieu` (`reseau`,`ruralite`);--> statement-breakpoint
CREATE INDEX `lieu_commune` ON `lieu` (`commune_code`);--> statement-breakpoint
CREATE INDEX `lieu_structure` ON `lieu` (`structure_id`);--> statement-breakpoint
CREATE TABLE `lieu_publication` (
	`lieu_numero` integer NOT NULL,
	`source_id` integer NOT NULL,
	`line` integer NOT NULL,
	`id_publie` text,
	PRIMARY KEY(`lieu_numero`, `source_id`, `line`),
	FOREIGN KEY (`lieu_numero`) REFERENCES `lieu`(`numero`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lieu_valeur` (
	`lieu_numero` integer NOT NULL,
	`champ` text NOT NULL,
	`valeur` text NOT NULL,
	PRIMARY KEY(`lieu_numero`, `champ`, `valeur`),
	FOREIGN KEY (`lieu_numero`) REFERENCES `lieu`(`numero`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lieu_valeur_filtre` ON `lieu_valeur` (`champ`,`valeur`,`lieu_numero`);--> statement-breakpoint
CREATE TABLE `meta` (
	`cle` text PRIMARY KEY NOT NULL,
	`valeur` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `poste` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`line` integer NOT NULL,
	`structure_id` integer,
	`siret` text,
	`nom` text NOT NULL,
	`type` text,
	`departement_code` text NOT NULL,
	`commune_code` text,
	`ruralite` text NOT NULL,
	`nombre` integer NOT NULL,
	`date_validation` text,
	`investissement` integer,
	`zrr` integer,
	`qpv` integer,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`structure_id`) REFERENCES `structure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departement_code`) REFERENCES `departement`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `commune`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `poste_source` ON `poste` (`source_id`,`departement_code`);--> statement-breakpoint
CREATE INDEX `poste_structure` ON `poste` (`structure_id`);--> statement-breakpoint
CREATE TABLE `region` (
	`code` text PRIMARY KEY NOT NULL,
	`nom` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `source` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`fichier` text NOT NULL,
	`titre` text NOT NULL,
	`url` text,
	`producteur` text,
	`licence` text,
	`millesime` text NOT NULL,
	`sha256` text NOT NULL,
	`demonstration` integer NOT NULL,
	`courante` integer NOT NULL,
	`lues` integer NOT NULL,
	`gardees` integer NOT NULL,
	`rejetees` integer NOT NULL,
	`corrigees` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `structure` (
	`id` integer PRIMARY KEY NOT NULL,
	`cle` text NOT NULL,
	`siret` text,
	`siren` text,
	`nom` text NOT NULL,
	`type` text,
	`departement_code` text NOT NULL,
	`commune_code` text,
	`commune_siege_code` text,
	`adresse` text,
	`code_postal` text,
	`lat` real,
	`lon` real,
	`precision` text NOT NULL,
	`ruralite` text NOT NULL,
	`densite` integer,
	`frr` text,
	`postes` integer NOT NULL,
	`investissement` integer,
	`date_validation` text,
	`zrr` integer,
	`qpv` integer,
	`france_services` integer,
	`lieux` integer NOT NULL,
	FOREIGN KEY (`departement_code`) REFERENCES `departement`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `commune`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_siege_code`) REFERENCES `commune`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `structure_cle` ON `structure` (`cle`);--> statement-breakpoint
CREATE INDEX `structure_siret` ON `structure` (`siret`);--> statement-breakpoint
CREATE INDEX `structure_siren` ON `structure` (`siren`,`departement_code`);--> statement-breakpoint
CREATE INDEX `structure_filtre` ON `structure` (`lieux`,`departement_code`,`ruralite`);