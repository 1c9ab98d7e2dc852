# Les lieux d’un département dans un tableau, et les départements avec leurs chiffres.
# Rscript docs/examples/r.R [http://localhost:3000]
arguments <- commandArgs(trailingOnly = TRUE)
site <- if (length(arguments) > 0) arguments[1] else "http://localhost:3000"

# Les codes sont des textes : « 01 » perdrait son zéro.
lieux <- read.csv(paste0(site, "/api/v1/lieux.csv?departement=66"), colClasses = "character", fileEncoding = "UTF-8-BOM")
print(table(lieux$ruralite))

departements <- read.csv(paste0(site, "/api/v1/departements.csv"), colClasses = c(code = "character"), fileEncoding = "UTF-8-BOM")
print(head(departements[order(-departements$postes_pour_10000), c("code", "nom", "postes_pour_10000")], 10))
