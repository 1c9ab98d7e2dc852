DROP INDEX `lieu_ruralite`;--> statement-breakpoint
DROP INDEX `lieu_structure`;--> statement-breakpoint
DROP INDEX `lieu_siren`;--> statement-breakpoint
CREATE INDEX `lieu_structure` ON `lieu` (`structure_id`) WHERE structure_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `lieu_siren` ON `lieu` (`siren`) WHERE siren IS NOT NULL;