ALTER TABLE `commune` ADD `distance_france_services_km` real;--> statement-breakpoint
ALTER TABLE `poste` ADD `densite` integer;