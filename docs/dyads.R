# Dyad-years in R, with what R brings: from
#   ingest export --format dyads-csv --output dyads.csv
# to a table by year, and to the codes and the order by which Correlates of War and ATOP
# data are joined.
#
#   Rscript docs/dyads.R dyads.csv
arguments <- commandArgs(trailingOnly = TRUE)
dyads <- read.csv(if (length(arguments) > 0) arguments[1] else "dyads.csv",
                  na.strings = "", encoding = "UTF-8")
stopifnot(nrow(dyads) > 0, !any(duplicated(dyads[c("iso3A", "iso3B", "year", "relation", "label")])))

# How many pairs of countries exercised together, and in how many exercises, each year.
exercises <- subset(dyads, relation == "PARTICIPATED_IN" & label == "Exercise")
print(aggregate(cbind(pairs = 1, exercises = count) ~ year, data = exercises, FUN = sum))

# The pairs of most exercises. Without those that are only inferred: sum countStated.
pairs <- aggregate(count ~ iso3A + iso3B, data = exercises, FUN = sum)
print(head(pairs[order(-pairs$count, pairs$iso3A, pairs$iso3B), ], 10), row.names = FALSE)

# Nondirected dyads of COW have the smaller code first. Join on these and the year:
#   merge(cow, alliances, by = c("ccode1", "ccode2", "year"), all.x = TRUE)
cow <- subset(exercises, !is.na(cowDyad))
cow$ccode1 <- pmin(cow$cowA, cow$cowB)
cow$ccode2 <- pmax(cow$cowA, cow$cowB)
stopifnot(all(cow$cowDyad == 1000 * cow$ccode1 + cow$ccode2))
print(head(cow[c("ccode1", "ccode2", "year", "count")], 5), row.names = FALSE)

# Back to the words: the claims of a row, for claims.csv or for Neo4j.
print(strsplit(dyads$claims[1], "|", fixed = TRUE)[[1]])
