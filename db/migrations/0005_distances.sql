ALTER TABLE `commune` ADD `distance_km` real;--> statement-breakpoint
ALTER TABLE `commune` ADD `lieu_proche` integer;