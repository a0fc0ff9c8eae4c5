// Search by words: CALL db.index.fulltext.queryNodes("names", "shanghai cooperation")
CREATE FULLTEXT INDEX names IF NOT EXISTS
FOR (n:Country|Organization|CountryGroup|Exercise|Meeting|Exchange|Treaty|Mechanism|Mission|Place|Topic|Figure)
ON EACH [n.name, n.aliases, n.acronym, n.officialName, n.title];
